import { sayTime } from '#kernel/clock.ts';
import { button, buttonGroup, details, hiddenField, insetText, linkButton, postForm, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { WaitingForm } from '../actions/late-forms.ts';
import { ownWords } from '../domain/late-form.ts';

type Ended = Pick<WaitingForm, 'name' | 'hadFiles' | 'expiresAt'>;

/** Says to whoever sent a form too late that nothing is lost, and how to go on. */
export const sessionEndedPage = ({ name, hadFiles, expiresAt }: Ended, next: string): PageContent => ({
  title: 'Su sesión terminó', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Su sesión terminó, pero guardamos lo que escribió</h1>
<p class="govuk-body">Lo que escribió en <strong>${name}</strong> llegó cuando su sesión ya estaba cerrada, y por eso todavía no se registró.</p>
<p class="govuk-body">Ingrese otra vez con la misma cuenta, en este mismo navegador, hasta las ${sayTime(expiresAt)}: le mostraremos lo que escribió y podrá enviarlo sin volver a escribirlo.</p>
${hadFiles && insetText('Los archivos no se guardan. Después de ingresar tendrá que adjuntarlos otra vez.')}
${linkButton({ href: `/ingresar?volver=${encodeURIComponent(next)}`, text: 'Ingresar y recuperar lo que escribí' })}`,
});

/** Shows what was kept, to its owner, who sends it or goes on without it. */
export const recoveredPage = (forms: readonly WaitingForm[], csrf: Html): PageContent => ({
  title: 'Recuperamos lo que escribió', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Recuperamos lo que escribió</h1>
<p class="govuk-body">Su sesión había terminado cuando presionó el botón, y por eso no se registró. Nada se envía hasta que usted lo decida.</p>
${forms.map((form) => section(form, csrf, forms.length > 1))}`,
});

// A short text is shown at once; a long one would push the buttons off a telephone.
const lettersOpenMax = 300;

function section(form: WaitingForm, csrf: Html, isOneOfMany: boolean): Html {
  const words = ownWords(form.fields), said = isOneOfMany ? `${form.name}, de las ${sayTime(form.keptAt)}` : undefined;
  return html`${isOneOfMany && html`<h2 class="govuk-heading-m">${capital(form.name)}</h2>`}${summaryList([
    { key: 'Lo que se enviará', value: capital(form.name), action: { href: form.back, text: 'Ver la página', hiddenText: said ?? `de ${form.name}` } },
    { key: 'Cuándo', value: `A las ${sayTime(form.keptAt)}` },
    ...(form.hadFiles ? [{ key: 'Archivos', value: 'No se guardan: adjúntelos otra vez en la página siguiente.' }] : []),
  ])}${words.length > 0 && details({ summary: html`Ver lo que escribió${said !== undefined && html`<span class="govuk-visually-hidden"> en ${said}</span>`}`, body: words.map(paragraph), open: words.join('').length < lettersOpenMax })}
${postForm({ csrf, action: `${address(form)}/envio`, body: html`${form.fields.map(([name, value]) => hiddenField(name, value))}${buttonGroup(
    button({ text: 'Enviar lo que escribí', hiddenText: said }), button({ text: 'Seguir sin esto', kind: 'secondary', formAction: `${address(form)}/descarte`, hiddenText: said }))}` })}
<p class="govuk-body app-muted">Se borra cuando lo envíe, si sigue sin esto, si sale de su cuenta o a las ${sayTime(form.expiresAt)}.</p>`;
}

const paragraph = (text: string): Html => html`<p class="govuk-body">${text.split(/\r?\n/).map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`;

const address = ({ id }: WaitingForm): string => `/recuperado/${id}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
