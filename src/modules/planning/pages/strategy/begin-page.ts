import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, dateField, emptyState, errorSummary, linkButton, postForm, radios, textField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Snapshot } from '../../store/rankings.ts';

type Boxes = { readonly day: string; readonly month: string; readonly year: string };

/** What is typed of a strategy, and what has to be put right. */
export type TypedFacts = { readonly title: string; readonly from: Boxes; readonly until: Boxes; readonly snapshotId: string; readonly problems: readonly { readonly field: FactField; readonly text: string }[] };

export type FactField = 'titulo' | 'desde' | 'hasta' | 'orden';

/** What the form of a strategy shows. `href` leads to the strategy that is changed; a new one has none. */
export type FactsShown = { readonly ctx: Context; readonly entity: { readonly name: string }; readonly typed: TypedFacts; readonly snapshots: readonly Pick<Snapshot, 'id' | 'takenAt'>[]; readonly href?: string; readonly revision?: number };

/** Asks what a strategy is called, how long it lasts, and which order it begins from. */
export function factsPage({ ctx, entity, typed, snapshots, href, revision }: FactsShown): PageContent {
  const title = href === undefined ? 'Empezar una estrategia' : 'Datos de la estrategia', error = (field: FactField) => typed.problems.find((one) => one.field === field)?.text;
  const form = () => postForm({ csrf: ctx.csrf, action: revision === undefined ? ctx.path : `${ctx.path}?revision=${revision}`, body: html`
    ${textField({ id: 'titulo', name: 'titulo', label: 'Título', value: typed.title, maxLength: 200, error: error('titulo') })}
    ${dateField({ id: 'desde', name: 'desde', label: 'Empieza', hint: 'Por ejemplo, 2 1 2027.', ...typed.from, error: error('desde') })}
    ${dateField({ id: 'hasta', name: 'hasta', label: 'Termina', hint: 'Por ejemplo, 31 12 2027.', ...typed.until, error: error('hasta') })}
    ${radios({ id: 'orden', name: 'orden', label: 'Orden de prioridad del que parte', hint: 'Es el que se guardó en la priorización; ya no cambia.', value: typed.snapshotId, error: error('orden'), options: snapshots.map(({ id, takenAt }) => ({ value: id, text: `Orden del ${sayDay(localDateOf(takenAt))}` })) })}
    ${button({ text: href === undefined ? 'Continuar' : 'Guardar' })}` });
  return {
    title, section: '/plan', noIndex: true, hasErrors: typed.problems.length > 0, backLink: href === undefined ? { href: '/plan/estrategia', text: 'Estrategias' } : { href, text: 'Estrategia' },
    main: html`${errorSummary(typed.problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">${title}</h1>
      ${snapshots.length === 0 ? html`${emptyState({ title: 'Falta un orden de prioridad guardado', body: 'La estrategia parte de un orden que ya no cambia, para que se sepa por qué se eligieron sus trámites. Guarde uno en la priorización y vuelva.' })}${linkButton({ href: '/plan/priorizacion', text: 'Ir a la priorización' })}` : form()}`,
  };
}
