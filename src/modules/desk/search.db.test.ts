import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, pageOf } from '#support/calls.ts';
import { makeConfidentialCase, makeDesk, type Desk } from '#support/desk.ts';
import { somePdf } from '#support/files.ts';
import { markupFaults } from '#support/markup.ts';
import { makeCase } from '#support/procedure.ts';
import type { Person } from '#kernel/access.ts';
import { auditOf } from '#kernel/audit/index.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { CaseId } from '#kernel/ids.ts';

// What a submission writes beside the case.
const noteWords = `insert into cases.case_person (entity_id, case_id, words) select entity_id, id, cases.person_words(entity_id, applicant) from cases.case on conflict (entity_id, case_id) do update set words = excluded.words`;

let desk: Desk, open: CaseId, confidential: CaseId;
before(async () => {
  desk = await makeDesk();
  open = await makeCase(desk.db, desk.people.applicant, desk.now);
  confidential = await makeConfidentialCase(desk, somePdf());
  await desk.asOwner(`update cases.case set applicant = '{"name": "Óscar Ñáñez O’Connor", "documentType": "CI", "documentNumber": "6123450-1A"}'`);
  await desk.asOwner(noteWords);
});
after(() => desk.close());

async function search(typed: string, person: Person): Promise<PageContent> {
  return pageOf(await call(desk.routes, `GET /escritorio/busqueda?numero=${encodeURIComponent(typed)}`, { db: desk.db, now: desk.now, person }));
}

const rows: readonly [typed: string, isFound: boolean][] = [
  ['Ñáñez', true], ['nanez oscar', true], ['  OSC ', true], ['o’connor', true], ['6123450-1A', true], ['6123450', true], ['6.123.450', true],
  ['Oscar Mamani', false], ['123450', false], ['scar', false], ['o', false], ["' | 'a':*", false],
];
for (const [typed, isFound] of rows) {
  test(`«${typed}» ${isFound ? 'finds' : 'does not find'} the case of Óscar Ñáñez, and never a confidential one`, async () => {
    const text = String((await search(typed, desk.people.clerk)).main);
    assert.deepEqual([text.includes(open), text.includes(confidential)], [isFound, false]);
  });
}

test('a confidential case is found by those who work on it, and nothing by officers of another entity', async () => {
  const found = async (person: Person) => { const text = String((await search('nanez', person)).main); return [text.includes(open), text.includes(confidential)]; };
  const { watcher, auditor, stranger } = desk.people;
  assert.deepEqual(await Promise.all([watcher, auditor, stranger].map(found)), [[true, true], [true, false], [false, false]]);
});

test('the page is well-formed, says when there is more, and who looked for whom is written down', async () => {
  for (let n = 0; n < 50; n++) {
    await desk.asOwner(`insert into cases.case (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, seq, head, state, answers, submitted_at, updated_at)
      select entity_id, gen_random_uuid(), 'X-${n}', procedure_id, version, slug, title, applicant_id, applicant, false, status, seq, head, state, answers, submitted_at, updated_at from cases.case where id = '${open}'`);
  }
  await desk.asOwner(noteWords);
  const page = await search('Ñáñez', desk.people.chief);
  assert.deepEqual(await markupFaults(page), []);
  assert.match(String(page.main), /Hay más de 50/);
  const written = (await auditOf(desk.db, `entity:${desk.people.entityId}`)).filter(({ personId }) => personId === desk.people.chief.id);
  const [noted, ...more] = written;
  assert.deepEqual([noted?.action, more], ['desk.person_searched', []]);
  assert.ok(Array.isArray(noted?.detail.cases) && noted.detail.cases.length === 51);
  assert.doesNotMatch(JSON.stringify(noted.detail), /Ñáñez/, 'what was typed is a name');
});
