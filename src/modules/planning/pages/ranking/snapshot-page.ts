import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { linkButton, summaryList, table } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { criteria } from '../../domain/ranking/criteria.ts';
import type { Move } from '../../domain/ranking/moves.ts';
import type { Snapshot } from '../../store/rankings.ts';

/** An order that was frozen, beside the order of today; whoever writes goes on from here to the strategy. */
export const snapshotPage = ({ takenAt, weights, sha256 }: Snapshot, moves: readonly Move[], mayWrite: boolean): PageContent => ({
  title: `Orden del ${sayDay(localDateOf(takenAt))}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/priorizacion', text: 'Priorización' },
  main: html`<h1 class="govuk-heading-l">Orden del ${sayDay(localDateOf(takenAt))}</h1>
    ${summaryList([{ key: 'Guardado', value: sayInstant(takenAt) }, { key: 'Pesos', value: criteria.map(({ key, name }) => `${name} ${weights[key] ?? 0}`).join(', ') }, { key: 'Huella (SHA-256)', value: html`<span class="app-code">${sha256}</span>` }])}
    ${mayWrite && linkButton({ href: '/plan/estrategia/nueva', text: 'Empezar una estrategia' })}
    <h2 class="govuk-heading-m">Entonces y ahora</h2>${table({ caption: 'Entonces y ahora', captionHidden: true, cards: true, head: ['Trámite', 'Entonces', 'Ahora', 'Cambio'], firstCellNames: true, rows: moves.map((move) => [move.name, sayPlace(move.before), sayPlace(move.now), sayMove(move)]) })}`,
});

const sayPlace = (place: number | undefined): string => (place === undefined ? '—' : String(place));

function sayMove({ before, now }: Move): string {
  if (before === undefined) return now === undefined ? 'Sigue sin puesto' : 'Es nuevo en el orden';
  if (now === undefined) return 'Ya no tiene puesto';
  return before === now ? 'Igual' : now < before ? `Sube ${before - now}` : `Baja ${now - before}`;
}
