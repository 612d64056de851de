import { filesOf } from '#modules/documents/index.ts';
import { statusName, type Case } from '#modules/cases/index.ts';
import { parseLocalDate, sayDay, sayInstant } from '#kernel/clock.ts';
import { summaryList, table } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { routeSheet, type CountedFile } from '../domain/route-sheet.ts';
import { caseHref, factsFor, openForOfficer } from '../officer.ts';
import type { DeskDeps } from '../wiring.ts';
import { noteReading } from './note-reading.ts';
import { pagesOf } from './viewer.ts';

/** `GET /escritorio/tramites/:id/hoja-de-ruta`: through whose hands the case went, to print on A4. */
export const printRouteSheet = ({ documents }: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const opened = await openForOfficer(ctx), { officer, current, definition } = opened;
  await noteReading(ctx, officer, current, 'case.print');
  const [facts, files] = await Promise.all([factsFor(ctx, opened), countFiles(ctx, documents, current)]);
  const lines = routeSheet(definition, facts, files);
  return page({
    title: `Hoja de ruta ${current.number}`, section: '/escritorio', width: 'wide', noIndex: true, backLink: { href: caseHref(current.id), text: 'Volver al trámite' },
    main: html`<h1 class="govuk-heading-l">Hoja de ruta ${current.number}</h1>
      ${summaryList([
        { key: 'Entidad', value: definition.entityName }, { key: 'Trámite', value: definition.name },
        { key: 'Solicitante', value: `${current.applicant.name}${current.applicant.documentNumber === undefined ? '' : `, cédula ${current.applicant.documentNumber}`}` },
        { key: 'Presentado', value: sayInstant(current.submittedAt) }, { key: 'Estado', value: statusName[current.state.status] },
        ...dueRow(current), { key: 'Impresa', value: `${sayInstant(ctx.now)}, por ${officer.name}` },
      ])}
      ${table({ caption: 'Recorrido', head: ['N.º', 'Fecha y hora', 'Quién', 'Actuación', 'Fojas'], cards: true, rows: lines.map(({ number, at, by, title, body, leaves }) => [
        String(number), sayInstant(at), by, html`${title}${body && html`<br><span class="app-muted">${body}</span>`}`, leaves || '—',
      ]) })}
      <p class="govuk-body app-small">Cada actuación escrita cuenta una foja y cada archivo adjunto, una por página. Integridad del expediente a la fecha: <span class="app-code">${current.head}</span></p>`,
  });
};

function dueRow({ due }: Case) {
  const day = parseLocalDate(due ?? '');
  return day ? [{ key: 'Fecha legal', value: sayDay(day) }] : [];
}

async function countFiles(ctx: Context, documents: DeskDeps['documents'], { id, entityId }: Case): Promise<readonly CountedFile[]> {
  const files = await filesOf(ctx.db, entityId, `case:${id}`);
  const counted: CountedFile[] = [];
  // One after the other: each PDF is read in a worker of its own.
  for (const file of files) counted.push({ at: file.createdAt, pages: Math.max(1, await pagesOf(documents, file)) });
  return counted;
}
