import { findEntity, findPerson } from '#modules/identity/index.ts';
import { auditOf, type AuditRow } from '#kernel/audit/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { emptyState, table } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { onceAMinute } from './once-a-minute.ts';
import { openOwn } from './open-own.ts';

const rowsMax = 200;

/** `GET /mis-tramites/:id/consultas`: who has looked at the case or worked on it, newest first. */
export async function showLookups(ctx: Context): Promise<Answer> {
  const { current } = await openOwn(ctx);
  const rows = (await auditOf(ctx.db, `case:${current.id}`, rowsMax)).filter((row) => row.role === 'officer');
  const people = await peopleOf(ctx.db, rows);
  const lines = onceAMinute(rows.map((row) => lineOf(row, people)));
  return page({
    title: 'Quién ha visto este trámite', section: '/mis-tramites', backLink: { href: `/mis-tramites/${current.id}`, text: 'Volver al trámite' }, noIndex: true,
    main: html`<span class="govuk-caption-l">Trámite <span class="app-nowrap">${current.number}</span></span><h1 class="govuk-heading-l">Quién ha visto su trámite</h1>
      <p class="govuk-body">Cada vez que un servidor público abre o atiende su expediente queda registrado, y usted puede verlo.</p>
      ${lines.length === 0 ? emptyState({ title: 'Nadie lo ha abierto todavía', body: 'Cuando alguien lo vea, aparecerá aquí.' })
        : table({ caption: 'Consultas y actuaciones', captionHidden: true, head: ['Cuándo', 'Quién', 'Entidad', 'Qué hizo'], rows: lines, cards: true })}`,
  });
}

type Shown = { readonly name: string; readonly entity: string };

// The same few officers stand on many rows: each is asked for once.
async function peopleOf(db: Db, rows: readonly AuditRow[]): Promise<ReadonlyMap<string, Shown>> {
  const ids = [...new Set(rows.map((row) => row.personId).filter((id) => id !== null))];
  return new Map(await Promise.all(ids.map(async (id): Promise<[string, Shown]> => {
    const person = await findPerson(db, id);
    const entity = person?.entityId === undefined ? undefined : await findEntity(db, person.entityId);
    return [id, { name: person?.name ?? 'Ventanilla', entity: entity?.name ?? '' }];
  })));
}

function lineOf(row: AuditRow, people: ReadonlyMap<string, Shown>): string[] {
  const person = people.get(row.personId ?? '');
  return [sayInstant(row.at), person?.name ?? 'Ventanilla', person?.entity ?? '', deeds[row.action] ?? 'Atendió el trámite'];
}

const deeds: Readonly<Record<string, string>> = {
  'case.read': 'Vio el expediente', 'case.file_read': 'Vio un archivo', 'case.print': 'Imprimió la hoja de ruta', 'case.task_claimed': 'Tomó una tarea', 'case.task_released': 'Liberó una tarea',
  'case.task_handed_over': 'Reasignó una tarea', 'case.task_completed': 'Resolvió una tarea', 'case.opinion_requested': 'Pidió opinión a otra unidad',
  'case.opinion_given': 'Dio su opinión', 'case.note_added': 'Escribió una nota interna',
};
