import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { button, buttonGroup, emptyState, linkButton, pagination, postForm, table, tag } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { stageNames } from '../domain/examination.ts';
import type { ExaminationLine } from '../store/examinations.ts';
import { examinationHref } from './addresses.ts';
import { exampleTag } from './words.ts';

/** What the list of examinations shows. */
export type Listed = { readonly ctx: Context; readonly lines: readonly ExaminationLine[]; readonly nameOf: (id: EntityId) => string; readonly next: string | undefined; readonly isExaminer: boolean; readonly mayLoadExample: boolean };

/** The examinations of an authority, or those that an entity was told of. */
export const listPage = ({ ctx, lines, nameOf, next, isExaminer, mayLoadExample }: Listed): PageContent => ({
  title: 'Exámenes', section: '/control', width: 'wide', noIndex: true, backLink: { href: '/control', text: 'Control' },
  main: html`<h1 class="govuk-heading-l">Exámenes</h1>
    ${isExaminer && buttonGroup(linkButton({ href: '/control/examenes/nuevo', text: 'Empezar un examen' }), mayLoadExample && postForm({ csrf: ctx.csrf, action: '/control/ejemplo', body: button({ text: 'Cargar el ejemplo', kind: 'secondary' }) }))}
    ${lines.length === 0 ? emptyState(isExaminer ? { title: 'Todavía no hay exámenes', body: 'Empiece uno: el informe se arma aquí con sus hallazgos y recomendaciones, y después se les hace seguimiento.' } : { title: 'No le notificaron ningún informe', body: 'Cuando una entidad de control notifique un informe a la suya, estará aquí.' }) : table({
      caption: 'Exámenes', captionHidden: true, cards: true, head: ['Informe', 'Entidad', 'Referencia', 'Emitido', 'Recomendaciones', 'Estado'], numericColumns: [4], rows: lines.map((line) => [
        html`<a class="govuk-link" href="${examinationHref(line.id)}">${line.reportNumber ?? 'Sin número todavía'}</a>${exampleTag(line.example)}`, nameOf(line.examinedId), line.reference, sayWritten(line.issuedOn), String(line.recommendations), tag({ text: stageNames[line.stage], colour: line.stage === 'notified' ? 'green' : 'grey' }),
      ]),
    })}${pagination({ next: next === undefined ? undefined : `/control/examenes?despues=${next}` })}`,
});

const sayWritten = (day: string | null): string => { const parsed = day === null ? undefined : parseLocalDate(day); return parsed === undefined ? 'Todavía no' : sayDay(parsed); };
