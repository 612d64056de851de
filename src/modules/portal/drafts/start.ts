import { randomUUID } from 'node:crypto';
import { getRunning, startDraft } from '#modules/cases/index.ts';
import { estimatedMinutes } from '#modules/forms/index.ts';
import { button, hiddenField, insetText, postForm } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { draftHref } from './open-draft.ts';

// Makes the form act once, however often it is sent.
const keyName = 'llave';

/** `GET /tramites/:slug/iniciar`: what is about to happen, before anything is kept. */
export async function showStart(ctx: Context): Promise<Answer> {
  const { form, name, entityName, procedure, slug } = await getRunning(ctx.db, ctx.params.slug ?? '');
  const needed = procedure.requirements.map((requirement) => html`<li>${requirement.name}${requirement.detail && html`<br><span class="app-muted">${requirement.detail}</span>`}</li>`);
  return page({
    title: `Iniciar: ${name}`, section: '/tramites', backLink: { href: `/tramites/${slug}`, text: 'Volver a la ficha del trámite' }, noIndex: true,
    main: html`<span class="govuk-caption-l">${entityName}</span><h1 class="govuk-heading-l">${name}</h1>
      <p class="govuk-body">Completarla toma unos ${estimatedMinutes(form)} minutos. Lo que escriba se guarda en cada paso: puede dejarla y seguir después, también desde otro aparato.</p>
      ${needed.length > 0 && html`<h2 class="govuk-heading-m">Tenga a mano</h2><ul class="govuk-list govuk-list--bullet">${needed}</ul>`}
      ${insetText('Sus datos de identidad los tomamos de su cuenta; no tiene que escribirlos ni adjuntar fotocopia de su carnet.')}
      ${postForm({ csrf: ctx.csrf, body: [hiddenField(keyName, randomUUID()), button({ text: 'Empezar la solicitud' })] })}`,
  });
}

/** `POST /tramites/:slug/iniciar`: a new draft, one however often the button is pressed, and its first page. */
export async function begin(ctx: Context): Promise<Answer> {
  const person = applicantOf(ctx), slug = ctx.params.slug ?? '', key = ctx.form[keyName];
  const id = await startDraft(ctx.db, slug, person, ctx.now, typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? `start:${person.id}:${slug}:${key}` : undefined);
  return seeOther(draftHref(id));
}
