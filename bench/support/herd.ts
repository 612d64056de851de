import pg from 'pg';
import type { CaseId } from '#kernel/ids.ts';
import type { World } from './world.ts';

/** How the ids of a herd begin; the running number is the end. */
export const herdPrefix = '00000000-0000-7000-8000-';
const firstNumber = 100_000_000_000;

/** Id of the case with this running number (0 …). */
export const herdId = (n: number): CaseId => `${herdPrefix}${firstNumber + n}` as CaseId;

/** The end of a case's id, by which statements name it. */
export const herdTail = (n: number): string => String(firstNumber + n);

/** What a herd is copied from, and how many cases with these running numbers there shall be. */
export type Herd = { readonly from: number; readonly to: number; readonly like: CaseId };

/** Copies a case with its facts and tasks, under ids that count up, as the owner of the database would by hand; dates spread over a year. */
export async function breed({ ownerUrl }: World, { from, to, like }: Herd): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const id = `('${herdPrefix}' || (${firstNumber} + n))::uuid`;
    for (const [table, columns] of copied) {
      const values = Object.entries(columns(id)).map(([name, value]) => ({ name, value }));
      await client.query(`insert into ${table} (${values.map(({ name }) => name)}) select ${values.map(({ value }) => value)}
        from ${table} t, generate_series($1::int, $2::int - 1) n where ${table === 'cases.case' ? 't.id' : 't.case_id'} = $3`, [from, to, like]);
    }
    // As the server does by itself some minutes later.
    await client.query('vacuum (analyze) cases.case, cases.case_person, cases.task, cases.fact');
  } finally {
    await client.end();
  }
}

const same = (names: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, `t.${name}`]));

// Some hundreds of days and four units, so that lists have something to sort and to leave out.
const due = `(date '2026-01-01' + (n % 400 * 7919) % 400)`;

const copied: readonly (readonly [string, (id: string) => Record<string, string>])[] = [
  ['cases.case', (id) => ({
    ...same('entity_id procedure_id version slug title applicant_id applicant confidential status seq head answers updated_at closed_at'),
    id, number: `'B-' || n`, due, state: `replace(t.state::text, t.id::text, ${id}::text)::jsonb`, submitted_at: `t.submitted_at - (n % 400) * interval '1 day' - n * interval '1 second'`,
  })],
  ['cases.case_person', (id) => ({ ...same('entity_id words'), case_id: id })],
  ['cases.fact', (id) => ({ ...same('entity_id seq type at hash'), case_id: id, text: `replace(t.text, t.case_id::text, ${id}::text)` })],
  ['cases.task', (id) => ({
    ...same('entity_id key element name kind assignee_id assignee opened_at slug title applicant status'),
    case_id: id, unit: `(array['ventanilla', 'archivo', 'juridica', 'direccion'])[1 + n % 4]`, due, sort_due: due, number: `'B-' || n`,
  })],
];
