import { Readable } from 'node:stream';
import { invariant } from '#kernel/errors/index.ts';
import { fixedClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { Answer } from '#kernel/http/index.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { demoEntityId } from '#modules/identity/index.ts';
import { writeSheets, type Sheet, type SheetFormat } from '#modules/office/index.ts';
import { planningModule } from '#modules/planning/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { openWorld, type World } from '../support/world.ts';

/** A long sheet on its way into the inventory, from its upload to the last row confirmed. */
export const inventory: Suite = {
  name: 'inventory',
  title: 'A sheet of ten thousand procedures',
  inTheWay: 'Every cell is read as the form would read it, every entry is looked through for defects, and every state of it is kept.',
  method: `A sheet with the heads of the template (twelve columns, five requirements in other sheets, or in a cell of a CSV) goes through the routes that a browser would call: upload, reading in the background, the page
that shows what is new, confirmation. The limit is the same entries and their first states inserted bare, by one statement each from one JSON document, on the same database.`,
  run: measure,
};

const module = planningModule({ readTemplate: () => ({ value: undefined, faults: [] }) }), now = new Date('2026-11-23T10:00:00-04:00');
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const entities = { ods: 'aduana-nacional', xlsx: 'migracion', csv: 'agemed' } as const satisfies Record<SheetFormat, string>;

async function* measure({ scale: { sheetRows }, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres);
  try {
    for (const format of ['ods', 'xlsx', 'csv'] as const) {
      const file = await writeSheets(format === 'csv' ? [inCells(sheetRows)] : inSheets(sheetRows), format);
      const millis = await timed(() => bringIn(world, format, file, sheetRows)), limit = await insertBare(world, demoEntityId(entities[format]));
      yield measured({ name: `sheet_${format}_to_confirmed`, value: millis / 1_000, unit: 's', limit: limit / 1_000, beside: 'bare inserts', goal: { of: 'value', atMost: 10 } });
    }
  } finally {
    await world.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function bringIn({ db }: World, format: SheetFormat, file: Buffer, rows: number): Promise<void> {
  const person = { id: newId<'person'>(), kind: 'officer', name: 'Paola Andrade', roles: ['designer'], entityId: demoEntityId(entities[format]), units: [] } as const;
  const ask = (request: string, parts = {}) => call(module.routes ?? [], request, { db, now, person, ...parts });
  const preview = leadsTo(await ask('POST /plan/inventario/importacion', { parts: [{ kind: 'file', name: 'archivo', filename: `lista.${format}`, mimetype: 'application/octet-stream', stream: Readable.from([file]) }] }));
  await createDispatcher({ db, clock: fixedClock(now), log: silent, subscriptions: module.subscriptions ?? [], jobs: [] }).drain();
  const shown = String(pageOf(await ask(`GET ${preview}`)).main);
  invariant(shown.includes(`Importar ${new Intl.NumberFormat('es-BO').format(rows)} `), `every row of the ${format} is new: ${shown.slice(0, 2_000)}`);
  await ask(`POST ${preview}/confirmacion`);
}

function leadsTo({ body }: Answer): string {
  invariant(body.kind === 'redirect', 'the file is taken in');
  return body.to;
}

// Reading what is to be inserted is not part of inserting it.
async function insertBare({ db }: World, entityId: string): Promise<number> {
  const bare = newId<'entity'>(), entries = await db.rows('select * from planning.entry where entity_id = $1', [entityId]), given = JSON.stringify(entries);
  return timed(() => db.transaction(async (tx) => {
    const from = 'jsonb_populate_recordset(null::planning.entry, $2::jsonb)';
    await tx.rows(`insert into planning.entry select $1, procedure_id, slug, name, sort_key, answers, defects, revision, origin, updated_at, updated_by, system_key from ${from}`, [bare, given]);
    await tx.rows(`insert into planning.entry_revision select $1, procedure_id, revision, answers, origin, updated_at, updated_by from ${from}`, [bare, given]);
  }));
}

const head = ['Identificador', 'Nombre', 'Para qué sirve', 'A quién está dirigido', 'Solicitudes al año', 'Promedio al día', 'Máximo en un día', 'Por medios digitales', 'Cuánto tarda', 'Unidad del tiempo', 'Gratuito', 'Alguna norma lo impide'];
const cells = (n: number): Sheet['rows'][number] => [`permiso-${n}`, `Permiso número ${n} para circular`, `Permite circular durante un año por la zona ${n}, a quien lo pide por primera vez.`, 'Personas; Empresas y organizaciones', n + 1, (n % 90) + 0.5, (n % 90) + 40, 'No', (n % 9) + 1, 'Días hábiles', 'Sí', 'No'];
const papers = ['Cédula de identidad', 'Carta de solicitud', 'Plano de ubicación', 'Fotografía del vehículo', 'Certificado de inspección'];
const numbers = (rows: number): readonly number[] => Array.from({ length: rows }, (_, n) => n);

const inSheets = (rows: number): readonly Sheet[] => [
  { name: 'Trámites', head, rows: numbers(rows).map(cells) },
  { name: 'Requisitos', head: ['Identificador', 'Requisito', 'Copias'], rows: numbers(rows).flatMap((n) => papers.map((paper, at) => [`permiso-${n}`, `${paper} ${n}`, at])) },
];
const inCells = (rows: number): Sheet => ({ name: 'Trámites', head: [...head, 'Requisitos'], rows: numbers(rows).map((n) => [...cells(n), papers.map((paper, at) => `${paper} ${n} :: :: ${at}`).join(' | ')]) });
