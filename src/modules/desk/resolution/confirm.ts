import type { Decided } from '#modules/cases/index.ts';
import { button, buttonGroup, hiddenField, postForm, summaryList, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context, type FormBody } from '#kernel/http/index.ts';
import { caseHref } from '../officer.ts';
import type { OpenTask } from '../tasks/open-task.ts';
import { labelOf, sayKey } from '../words.ts';
import { foreseenSentences } from './foreseen.ts';
import { ownSummary } from './form.ts';
import { names } from './names.ts';
import type { Typed } from './typed.ts';

/** Asks once more before what cannot be undone, saying what it will do. Everything typed travels along. */
export function confirmPage(ctx: Context, opened: OpenTask, typed: Typed, foreseen: Decided): Answer {
  const { current, definition, task } = opened, sentences = foreseenSentences(opened, foreseen);
  return page({
    title: 'Confirmar la respuesta', section: '/escritorio', noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver al trámite sin responder' },
    main: html`<span class="govuk-caption-l">Trámite ${current.number}, ${task.name}</span><h1 class="govuk-heading-l">¿Confirma «${sayKey(typed.outcome)}»?</h1>
      ${summaryList([
        { key: 'Trámite', value: definition.name }, { key: 'Solicitante', value: current.applicant.name }, { key: 'Su respuesta', value: sayKey(typed.outcome) },
        ...(typed.reason === '' ? [] : [{ key: 'Motivo', value: typed.reason }]),
        ...typed.observe.map(({ field, reason }) => ({ key: `Corregir: ${labelOf(definition, field)}`, value: reason })),
      ])}${ownSummary(opened, typed, ctx.now)}
      ${sentences.length > 0 && html`<h2 class="govuk-heading-m">Qué pasará</h2><ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
      ${warningText('Queda registrado a su nombre y no se puede deshacer.')}
      ${postForm({ csrf: ctx.csrf, body: html`${carried(typed.body)}${buttonGroup(
        button({ text: 'Confirmar', name: names.confirmed, value: 'si' }), button({ text: 'Cambiar algo', kind: 'secondary', name: names.change, value: 'si' }),
      )}` })}`,
  });
}

// The answer and reasons again, under their names; not the buttons that were pressed.
const carried = (body: FormBody): Html => html`${Object.entries(body).filter(([name]) => ![names.confirmed, names.change, 'ver', 'accion'].includes(name))
  .flatMap(([name, value]) => [value].flat().map((one) => hiddenField(name, one)))}`;
