import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { makeCalendar } from '#modules/calendars/index.ts';
import { parseProcedure } from '#modules/catalog/index.ts';
import { invariant, isRefusal } from '#kernel/errors/index.ts';
import { newId, type PersonId } from '#kernel/ids.ts';
import { flowBpmn, formYaml, procedureYaml } from '#support/procedure.ts';
import { compileDefinition } from '../definitions.ts';
import { advance, eventTypes } from './advance.ts';
import { canonicalJson, genesis } from './canonical.ts';
import { chainFact, firstBrokenLink, type ChainedFact } from './chain.ts';
import { applyFact, emptyState, foldFacts } from './fold.ts';
import type { CaseEvent, EventType } from './event.ts';
import type { Actor, Case, Definition, Fact } from './types.ts';

const start = new Date('2026-11-23T10:00:00-04:00');
const applicantId = newId<'person'>(start);
const actors: readonly Actor[] = [
  { kind: 'applicant', id: applicantId, name: 'Rosa', units: [], supervisor: false },
  { kind: 'officer', id: newId<'person'>(start), name: 'Lidia', units: ['ventanilla'], supervisor: false },
  { kind: 'officer', id: newId<'person'>(start), name: 'Wilson', units: ['ventanilla'], supervisor: true },
  { kind: 'officer', id: newId<'person'>(start), name: 'Ajena', units: ['otra'], supervisor: false },
  { kind: 'system', id: null, name: 'Ventanilla', units: [], supervisor: false },
];

const firstEvent: CaseEvent = { type: 'submit', by: { kind: 'applicant', id: applicantId, name: 'Rosa', units: [], supervisor: false } };

let definition: Definition;
before(async () => {
  const { value } = parseProcedure(procedureYaml, 'procedure.yaml');
  invariant(value, 'the procedure of the tests is sound');
  definition = await compileDefinition(
    { procedure: value, procedureId: value.id, version: 1, files: { 'form.yaml': formYaml, 'flow.bpmn': flowBpmn } },
    { id: newId<'entity'>(start), key: 'entidad-de-prueba', name: 'Entidad de Prueba', department: undefined },
  );
});

const newCase = (): Case => ({
  id: newId<'case'>(start), entityId: definition.entityId, number: 'EP-2026-000001-2', procedureId: definition.procedureId, version: 1, applicantId,
  applicant: { name: 'Rosa' }, seq: 0, head: genesis, state: emptyState, answers: { actividad: 'Panadería', superficie: 40 }, submittedAt: start, due: null,
});

const taskKey = fc.constantFrom('f2', 'f5', 'f8', 'o1', 'f99'), text = fc.constantFrom('', 'Porque sí.'), actor = fc.constantFrom(...actors);
const holder = actors.slice(1, 4).map(({ id, name, units }) => ({ id: id ?? newId<'person'>(), name, units }));

/** Every kind of event with whatever may come with it; most make no sense at most moments. */
const anyEvent: { readonly [Type in EventType]: fc.Arbitrary<object> } = {
  submit: fc.constant({}), withdraw: fc.record({ reason: text }), recompute_terms: fc.constant({}), retry_incident: fc.constant({}),
  claim: fc.record({ task: taskKey }), release: fc.record({ task: taskKey }), hand_over: fc.record({ task: taskKey, to: fc.constantFrom(...holder) }),
  complete_task: fc.record({
    task: taskKey, outcome: fc.constantFrom('aprobar', 'observar', 'rechazar', 'conceder', 'negar', 'inventada'), reason: text,
    observe: fc.constantFrom([], [{ field: 'superficie', reason: 'No coincide.' }], [{ field: 'nada', reason: 'x' }]), answers: fc.constant({}),
  }),
  correct: fc.record({ answers: fc.constantFrom({ actividad: 'Panadería', superficie: 45 }, { actividad: 'Bar', superficie: 40 }) }),
  request_opinion: fc.record({ task: taskKey, unit: fc.constantFrom('otra', 'ventanilla'), question: text }), give_opinion: fc.record({ task: taskKey, text }),
  add_note: fc.record({ text }), receive_message: fc.record({ name: fc.constantFrom('payment', 'correction'), data: fc.constant({}) }),
  service_done: fc.record({ token: fc.integer({ min: 1, max: 9 }), element: fc.constant('revision'), service: fc.constant('charge'), result: fc.constant(null) }),
  service_failed: fc.record({ token: fc.integer({ min: 1, max: 9 }), element: fc.constant('revision'), service: fc.constant('charge'), code: fc.constant('x'), reason: text }),
  fire_timer: fc.record({ id: fc.constantFrom('tarde', '4:tarde', 'otro') }),
  note_revocation: fc.record({ certificateId: fc.constant('c'), code: fc.constant('2345'), reason: text }),
};

const events = fc.array(fc.constantFrom(...eventTypes).chain((type) => fc.record({ by: actor, body: anyEvent[type] }).map(({ by, body }) => ({ ...body, type, by }) as CaseEvent)), { maxLength: 25 });

test('whatever happens in whatever order, a case stays whole: fold, chain, tasks and four eyes', () => {
  fc.assert(fc.property(events, (happened) => {
    let current = newCase();
    const facts: Fact[] = [], chain: ChainedFact[] = [];
    for (const event of [firstEvent, ...happened]) {
      const next = tried(current, event);
      if (!next) continue;
      facts.push(next.fact);
      chain.push(next.chained);
      current = next.after;
    }
    assert.equal(canonicalJson(foldFacts(facts)), canonicalJson(current.state), 'folding gives the state');
    assert.equal(firstBrokenLink({ case: current.id }, chain), undefined);
    checkWhole(current, facts);
  }), { numRuns: 400 });
});

// An event either gives one more fact, or is refused and changes nothing. Nothing else may be thrown.
function tried(current: Case, event: CaseEvent): { fact: Fact; chained: ChainedFact; after: Case } | undefined {
  const before = canonicalJson(current);
  try {
    const { fact } = advance(definition, current, event, { now: start, calendar: makeCalendar([], {}, 0) });
    const chained = chainFact({ case: current.id }, current.seq + 1, current.head, fact);
    return { fact, chained, after: { ...current, seq: chained.seq, head: chained.hash, state: applyFact(current.state, fact) } };
  } catch (caught) {
    assert.ok(isRefusal(caught), String(caught));
    return undefined;
  } finally {
    assert.equal(canonicalJson(current), before, 'deciding changes nothing');
  }
}

function checkWhole({ state }: Case, facts: readonly Fact[]): void {
  const alive = new Set(state.flow.tokens.map((token) => `f${token.id}`));
  for (const task of state.tasks) assert.ok(task.key.startsWith('o') || alive.has(task.key), `the task ${task.key} belongs to a token that is there`);
  if (state.closedAt !== undefined) assert.deepEqual([state.tasks, state.waits.length, state.terms.every((term) => term.metAt !== undefined)], [[], 0, true]);
  const by = (element: string): readonly (PersonId | null)[] => facts.filter((fact) => fact.type === 'task_completed' && fact.data.element === element).map((fact) => fact.by.id);
  const decided = by('decision').at(-1);
  if (decided !== undefined) assert.notEqual(decided, by('revision').at(-1), 'whoever decides is not who reviewed last');
}

test('the term to decide starts with the submission', () => {
  const submitted = tried(newCase(), firstEvent);
  assert.deepEqual(submitted?.after.state.terms.map(({ name, currentDue }) => [name, currentDue]), [['resolucion', '2026-12-07']]);
});
