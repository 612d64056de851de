import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { button, errorSummary, postForm, select, summaryList, tag, textArea, type SummaryRow } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Check } from '../checks/contract.ts';
import { isOpenResult, type Result } from '../domain/results.ts';
import type { Turned } from '../store/results.ts';
import { entityHref, examinationHref, resultHref } from './addresses.ts';
import { beginFor, seeLink, severityTag } from './checks-pages.ts';
import { shorten } from './words.ts';

/** What the page of a result shows. `examinations` are those it may become a finding of; nothing for whoever does not examine. */
export type ResultShown = {
  readonly ctx: Context; readonly result: Result; readonly check: Check | undefined; readonly entityName: string; readonly isOwn: boolean; readonly mayJudge: boolean; readonly nameOf: (id: string) => string; readonly turned: readonly Turned[];
  readonly examinations: readonly { readonly id: string; readonly reference: string; readonly example: string | null }[] | undefined; readonly problem?: string; readonly reason?: string;
};

/** Longest reason for setting a result aside. */
export const reasonMax = 1_000;

/** One result: what was found, against which rule, since when, what to do, and what can be made of it. */
export function resultPage(shown: ResultShown): PageContent {
  const { result, check, entityName, problem } = shown;
  return {
    title: check?.name ?? 'Resultado', section: '/control', noIndex: true, hasErrors: problem !== undefined, backLink: { href: entityHref(result.entityId), text: 'Comprobaciones' },
    main: html`${errorSummary(problem === undefined ? [] : [{ href: '#motivo', text: problem }])}<span class="govuk-caption-l">${entityName}</span><h1 class="govuk-heading-l">${check?.name ?? 'Resultado'}</h1>
      <p class="govuk-body-l">${result.says}</p>${summaryList(rowsFor(shown))}${turning(shown)}${judging(shown)}`,
  };
}

function rowsFor({ result, check, isOwn, turned, nameOf }: ResultShown): readonly SummaryRow[] {
  const { goneAt, dismissed, reason, saidBy, saidAt, saidByEntityId } = result, place = seeLink(result, isOwn);
  const rows: readonly (readonly [string, Child])[] = [
    ['Qué debería ser', check?.rule], ['Norma', check?.norm], ['Gravedad', check && severityTag(check.severity)], ['Qué hacer', check?.mend], ['Dónde', place],
    ['Se vio por primera vez', sayDay(localDateOf(result.firstSeen))], ['Se vio por última vez', sayInstant(result.lastSeen)], ['Dejó de verse', goneAt !== null && sayDay(localDateOf(goneAt))],
    ['Estado', isOpenResult(result) ? tag({ text: 'Sin atender', colour: 'yellow' }) : goneAt !== null ? tag({ text: 'Ya no está', colour: 'green' }) : tag({ text: 'Descartado', colour: 'grey' })],
    [dismissed === false ? 'Por qué volvió' : 'Por qué se descartó', reason !== null && `${reason} (${saidBy ?? ''}, ${saidByEntityId === null ? '' : nameOf(saidByEntityId)}, ${saidAt === null ? '' : sayDay(localDateOf(saidAt))})`],
    ['Hallazgos', turned.length > 0 && html`${turned.map(({ examinationId, code, reportNumber }, at) => html`${at > 0 && ', '}${code === null ? 'uno que se quitó' : html`<a class="govuk-link" href="${examinationHref(examinationId)}#${code}">${code}${reportNumber && ` del informe ${reportNumber}`}</a>`}`)}`],
  ];
  return rows.filter(([, value]) => Boolean(value)).map(([key, value]) => ({ key, value }));
}

function turning({ ctx, result, examinations }: ResultShown): Child {
  if (examinations === undefined || result.goneAt !== null) return false;
  if (examinations.length === 0) return html`<h2 class="govuk-heading-m">Convertir en hallazgo</h2>${beginFor(result.entityId)}`;
  return html`<h2 class="govuk-heading-m">Convertir en hallazgo</h2><p class="govuk-body">La condición, el criterio y la evidencia quedan escritos; usted los completa.</p>${postForm({ csrf: ctx.csrf, action: resultHref(result.id, '/hallazgo'), body: html`
    ${select({ id: 'examen', name: 'examen', label: 'Examen', value: examinations[0]?.id, options: examinations.map(({ id, reference, example }) => ({ value: id, text: `${shorten(reference, 80)}${example === null ? '' : ' (ejemplo)'}` })) })}${button({ text: 'Convertir en hallazgo' })}` })}`;
}

function judging({ ctx, result, mayJudge, problem, reason }: ResultShown): Child {
  if (!mayJudge || result.goneAt !== null) return false;
  const isOpen = isOpenResult(result), body: Html = html`${textArea({ id: 'motivo', name: 'motivo', label: 'Motivo', hint: isOpen ? 'Por qué no corresponde. Quien examine lo leerá.' : 'Por qué corresponde, después de todo.', rows: 3, maxLength: reasonMax, value: reason, error: problem })}${button({ text: isOpen ? 'Descartar' : 'Volver a tenerlo en cuenta', kind: 'secondary' })}`;
  return html`<h2 class="govuk-heading-m">${isOpen ? 'Descartar este resultado' : 'Volver a tenerlo en cuenta'}</h2>${postForm({ csrf: ctx.csrf, action: resultHref(result.id, isOpen ? '/descarte' : '/vuelta'), body })}`;
}
