import { html } from '#kernel/html/html.ts';
import type { Letter } from '../channels/contract.ts';
import type { Carried } from '../store/deliveries.ts';

/** What goes out: the subject, what to do, and a link to the mailbox where the rest is read after logging in. `origin` is the public address of the site. */
export function letterOf({ delivery, notice }: Carried, origin: string): Letter {
  const link = `${origin}/buzon/${notice.id}`, does = notice.mail === '' ? [] : notice.mail.split(/\n\n+/);
  const lines = [...does, 'Lea el mensaje completo en su buzón:', link, 'Le escribimos porque usted tiene un trámite en curso. No responda a este correo y no entregue su contraseña a nadie.'];
  return { id: delivery.id, to: delivery.address, subject: notice.subject, text: `${lines.join('\n\n')}\n`, html: markup(notice.subject, does, link) };
}

const markup = (subject: string, does: readonly string[], link: string): string => `<!doctype html>${html`<html lang="es"><head><meta charset="utf-8"><title>${subject}</title></head><body>
<h1>${subject}</h1>
${does.map((paragraph) => html`<p>${paragraph}</p>`)}
<p><a href="${link}">Leer el mensaje completo en su buzón</a></p>
<p>Le escribimos porque usted tiene un trámite en curso. No responda a este correo y no entregue su contraseña a nadie.</p>
</body></html>`.toString()}`;
