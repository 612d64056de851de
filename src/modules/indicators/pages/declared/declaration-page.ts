import { button, errorSummary, hiddenField, linkButton, postForm, summaryList, table, textArea, timeline, warningText } from '#kernel/html/components.ts';
import { html, safeHref, type Html } from '#kernel/html/html.ts';
import { sayDay, sayInstant, type LocalDate } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Measured } from '../../domain/dashboard/frame.ts';
import { evidenceState } from '../../domain/declared/evidence.ts';
import { stateNames } from '../../domain/declared/declaration.ts';
import type { stepsFor } from '../../domain/declared/steps.ts';
import type { PlainFigure } from '../../store/dashboard/figures.ts';
import type { NamedDeclaration, TakenStep } from '../../store/declared/declarations.ts';
import { modeTag, sayFigure, sayPeriodKey } from '../words.ts';
import { declarationHref } from './addresses.ts';
import { evidenceTag, stateTag } from './parts.ts';

/** What the page of a declared figure shows. */
export type Shown = {
  readonly ctx: Context; readonly declaration: NamedDeclaration; readonly indicator: Measured; readonly steps: readonly TakenStep[]; readonly counted: PlainFigure | undefined;
  readonly may: ReturnType<typeof stepsFor>; readonly today: LocalDate;
  /** What is wrong with the reason that was given; empty where nothing is. */
  readonly problem: string;
};

/** A declared figure: what is said and shown, what the program counted, what may be done now, and who did what. */
export function declarationPage(shown: Shown): PageContent {
  const { declaration, indicator, problem, may } = shown;
  return {
    title: `Declaración de la meta ${indicator.code}`, section: '/plan', width: 'wide', noIndex: true, hasErrors: problem !== '', backLink: { href: '/plan/indicadores', text: 'Indicadores declarados' },
    main: html`${errorSummary(problem === '' ? [] : [{ href: '#motivo', text: problem }])}<span class="govuk-caption-l">${declaration.entityName}</span><h1 class="govuk-heading-l">Meta ${indicator.code}, ${sayPeriodKey(declaration.period)}</h1>
      <p class="govuk-body">${stateTag(declaration.state)} ${evidenceTag(declaration, shown.today)}</p><p class="govuk-body">${modeTag(indicator.mode)} ${indicator.name}</p>
      ${evidenceState(declaration, declaration.kind, shown.today) === 'expired' && warningText('El documento que demuestra esta cifra ya venció. Hay que declararla de nuevo con uno vigente.')}
      ${both(shown)}${facts(declaration)}${may.length > 0 && acts(shown)}
      <h2 class="govuk-heading-m">Qué pasó con ella</h2>${timeline(shown.steps.map(({ step, state, reason, value, at, byName }) => ({ when: html`${sayInstant(at)}, ${byName}`, title: stepWords[step] ?? stateNames[state], kind: 'done', body: html`${reason !== '' && html`<p class="govuk-body">Motivo: ${reason}</p>`}${step === 'write' && html`<p class="govuk-body">Valor: ${sayFigure(indicator, value)}</p>`}` })))}`,
  };
}

const stepWords: Readonly<Record<string, string>> = { write: 'Se escribió', send: 'Se envió', withdraw: 'Se retiró', approve: 'Se aprobó', accept: 'Se aceptó', return: 'Se devolvió', reopen: 'Se reabrió' };

// Side by side and never one over the other: the difference is a fact too.
function both({ declaration, indicator, counted }: Shown): Html {
  const gap = counted?.value === null || counted === undefined || declaration.value === null ? undefined : declaration.value - counted.value;
  const parts = ({ num, den }: { readonly num: number | null; readonly den: number | null }): string => (den === null || num === null ? '—' : `${number.format(num)} de ${number.format(den)}`);
  return html`${table({ caption: 'Declarado y computado', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1, 2], head: ['Origen', 'Valor', 'De cuántos'], rows: [
    ['Declarado por la entidad', html`<strong>${sayFigure(indicator, declaration.value)}</strong>`, parts(declaration)],
    ['Computado por el sistema', counted ? sayFigure(indicator, counted.value) : 'No lo cuenta', counted ? parts(counted) : '—'],
    ...(gap === undefined ? [] : [['Diferencia', gap === 0 ? 'Ninguna' : `${gap > 0 ? '+' : '−'}${number.format(Math.abs(gap))}`, '—']]),
  ] })}`;
}

const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

const facts = ({ effectiveOn, signatory, evidence, link, expiresOn, note }: NamedDeclaration): Html => summaryList([
  { key: 'Corresponde al', value: sayDay(effectiveOn) }, { key: 'Firma', value: signatory }, { key: 'Documento', value: link === '' ? evidence : html`${evidence}<br><a class="govuk-link" rel="noopener nofollow" href="${safeHref(link)}">${link}</a>` },
  { key: 'Vale hasta', value: expiresOn === null ? 'No vence' : sayDay(expiresOn) }, ...(note === '' ? [] : [{ key: 'Explicación', value: note }]),
]);

function acts({ ctx, declaration, may, problem }: Shown): Html {
  const action = `${declarationHref(declaration.id, '/paso')}?revision=${declaration.revision}`, [forward] = may.filter(({ needsReason }) => !needsReason), [back] = may.filter(({ needsReason }) => needsReason);
  return html`<h2 class="govuk-heading-m">Qué puede hacer</h2>
    ${declaration.state === 'draft' && html`<p class="govuk-body">${linkButton({ href: declarationHref(declaration.id, '/edicion'), text: 'Cambiar los datos', kind: 'secondary' })}</p>`}
    ${forward && postForm({ csrf: ctx.csrf, action, body: [hiddenField('paso', forward.step), button({ text: forward.text })] })}
    ${back && postForm({ csrf: ctx.csrf, action, body: [hiddenField('paso', back.step), textArea({ id: 'motivo', name: 'motivo', label: `Motivo para ${back.text.toLowerCase()}`, hint: 'Lo leerá la entidad. Diga qué falta o qué hay que corregir.', rows: 3, error: problem === '' ? undefined : problem }), button({ text: back.text, kind: 'secondary' })] })}`;
}
