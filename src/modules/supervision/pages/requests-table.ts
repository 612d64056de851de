import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { emptyState, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { partForms } from '../content/forms.ts';
import { sayAnswer } from '../content/say.ts';
import type { Due } from '../domain/follow-up/due.ts';
import { textOf, type Part } from '../domain/parts.ts';
import { partHref } from './addresses.ts';
import { explained } from './words.ts';

/** A request for information, and by when it is to be answered. */
export type RequestLine = { readonly part: Part; readonly due: Due | undefined; readonly overdue: boolean };

/** What was asked for, by when, and what came of it. */
export function requestsTable(requests: readonly RequestLine[], mayChange: boolean): Html {
  if (requests.length === 0) return emptyState({ title: 'No se pidió nada', body: 'Anote aquí lo que pida a la entidad: el plazo se cuenta solo, y lo que no entregue queda en el informe como limitación al alcance.' });
  return table({ caption: 'Pedidos de información', captionHidden: true, cards: true, head: ['Pedido', 'Qué se pidió', 'Pedido el', 'Plazo', 'Resultado'], rows: requests.map(({ part, due, overdue }) => {
    const { answers, code, id } = part, asked = parseLocalDate(textOf(answers, 'fecha')), effect = textOf(answers, 'efecto');
    return [
      mayChange ? html`<a class="govuk-link" href="${partHref(id)}">${code}</a>` : code, textOf(answers, 'documento'), asked === undefined ? 'Por confirmar' : sayDay(asked),
      due === undefined ? 'Por confirmar' : html`${sayDay(due.day)}${overdue && html` ${tag({ text: 'Vencido', colour: 'red' })}`}${explained(due)}`,
      html`${sayAnswer(partForms.request, answers, 'resultado')}${effect && html`<br><span class="app-muted">${effect}</span>`}`,
    ];
  }) });
}
