import type pg from 'pg';
import { submitDraft } from '#modules/cases/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { herdId, herdPrefix, herdTail } from './herd.ts';
import { recording } from './recording.ts';
import { asOwner } from './site.ts';
import { caseHole, filled, templateOf, type Template } from './template.ts';
import { draftedCase, type World } from './world.ts';

/** What the product says to the database when a draft is handed in. */
export async function recordSubmission(world: World): Promise<Template> {
  // The first of a process also reads what is kept afterwards, such as the calendar.
  await submitDraft(world.db, await draftedCase(world), world.applicant, new Date());
  const id = await draftedCase(world), { db, statements } = recording(world.db);
  await submitDraft(db, id, world.applicant, new Date());
  const [row] = await world.db.rows<{ number: string }>('select number from cases.case where id = $1', [id]);
  invariant(row, 'what was handed in is a case');
  return templateOf(statements, [caseHole(id), [row.number, 'GAD-@n']]);
}

/** A contender's heap of drafts, from `first` on. */
export class Drafts {
  readonly #first: number;
  #next: number;
  #made: number;
  constructor(first: number) { this.#first = this.#next = this.#made = first; }

  /** Makes sure that so many drafts wait that nobody has handed in; gives the number of the first of them. */
  async prepare(world: World, howMany: number): Promise<number> {
    const to = this.#next + howMany, like = await draftedCase(world);
    await asOwner(world.ownerUrl, `insert into cases.draft (id, entity_id, procedure_id, version, applicant_id, answers, entered, created_at, updated_at)
      select ('${herdPrefix}' || (${herdTail(0)} + n))::uuid, entity_id, procedure_id, version, applicant_id, answers, entered, created_at, updated_at
      from cases.draft, generate_series($2::int, $3::int - 1) n where id = $1`, [like, this.#made, to]);
    await asOwner(world.ownerUrl, 'delete from cases.draft where id = $1', [like]);
    this.#made = Math.max(this.#made, to);
    return this.#next;
  }

  take(): number {
    invariant(this.#next < this.#made, `there are drafts enough: ${this.#made - this.#first} were not`);
    return this.#next++;
  }

  /** Somebody else has handed in all of them. */
  spend(): void { this.#next = this.#made; }
}

/** Hands in a draft by the product's own function. */
export const submitByProduct = (world: World, n: number): Promise<unknown> => submitDraft(world.db, herdId(n), world.applicant, new Date());

/** The same statements by the driver alone; those of a transaction travel together, and its end follows them. */
export async function submitByDriver(pool: pg.Pool, statements: Template, n: number): Promise<void> {
  const client = await pool.connect(), under: Promise<unknown>[] = [];
  try {
    for (const { sql, params } of statements) {
      if (sql === 'commit') await Promise.all(under);
      const sent = client.query(sql, filled(params, herdTail(n)));
      if (sql === 'begin' || under.length > 0) under.push(sent); else await sent;
      if (sql === 'commit') await sent;
    }
  } finally {
    client.release();
  }
}
