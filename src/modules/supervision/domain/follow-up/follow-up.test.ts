import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shippedCalendar } from '#modules/calendars/index.ts';
import { officerRoles, type Role } from '#kernel/access.ts';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { namedId } from '#kernel/ids.ts';
import { nextCode, type PartId } from '../parts.ts';
import type { Side } from '../examination.ts';
import { actKeys, acts, actsFor, mayAct, type ActKey } from './acts.ts';
import { consequenceOf, faultsOfPlan } from './consequences.ts';
import { dueOf, isOverdue } from './due.ts';
import { isClosed, states, type State } from './states.ts';
import { defaultTerms, readTerms } from './terms.ts';
import { parentsIn, standings, together, type Leaf } from './tree.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);

// What is allowed is this list; everything else in states × sides × roles × acts is refused.
const allowed: readonly (readonly [ActKey, Side, Role, readonly State[]])[] = [
  ['answer',   'examined', 'authority', ['notified']],
  ['answer',   'examined', 'egov_head', ['notified']],
  ['plan',     'examined', 'egov_head', ['accepted', 'partly_accepted', 'planned']],
  ['progress', 'examined', 'egov_head', ['planned', 'under_way']],
  ['report',   'examined', 'egov_head', ['planned', 'under_way']],
  ['report',   'examined', 'authority', ['planned', 'under_way']],
  ['take',     'examiner', 'examiner',  ['reported']],
  ['verify',   'examiner', 'examiner',  ['under_verification']],
  ['insist',   'examiner', 'examiner',  ['not_accepted']],
  ['close',    'examiner', 'examiner',  ['notified', 'not_accepted', 'accepted', 'partly_accepted', 'planned', 'under_way']],
];

test('every act, in every state, on every side, with every role: allowed as listed, refused in the complement', () => {
  const wrong: string[] = [];
  for (const act of actKeys) for (const state of states) for (const side of ['examiner', 'examined'] as const) for (const role of officerRoles) {
    const listed = allowed.some(([key, whose, who, from]) => key === act && whose === side && who === role && from.includes(state));
    if (mayAct(act, state, side, [role]) !== listed) wrong.push(`${act} in ${state} by ${role} as ${side} must be ${listed ? 'allowed' : 'refused'}`);
    if (actsFor(state, side, [role]).includes(act) !== listed) wrong.push(`${act} is offered otherwise than it is allowed`);
  }
  assert.deepEqual(wrong, []);
});

const leads: readonly (readonly [ActKey, Readonly<Record<string, string>>, State | undefined])[] = [
  ['answer', { decision: 'accepted' }, 'accepted'], ['answer', { decision: 'partly_accepted' }, 'partly_accepted'], ['answer', { decision: 'not_accepted' }, 'not_accepted'], ['answer', { decision: 'closed_implemented' }, undefined], ['answer', {}, undefined],
  ['plan', {}, 'planned'], ['progress', {}, 'under_way'], ['report', {}, 'reported'], ['take', {}, 'under_verification'], ['insist', {}, 'notified'],
  ['verify', { resultado: 'closed_implemented' }, 'closed_implemented'], ['verify', { resultado: 'partial' }, 'under_way'], ['verify', { resultado: 'not_done' }, 'under_way'], ['verify', { resultado: 'closed_not_implemented' }, 'closed_not_implemented'],
  ['verify', { resultado: 'closed_not_applicable' }, 'closed_not_applicable'], ['verify', { resultado: 'accepted' }, undefined], ['close', { resultado: 'closed_not_applicable' }, 'closed_not_applicable'], ['close', { resultado: 'closed_implemented' }, undefined],
];

for (const [act, detail, state] of leads) {
  test(`${act} ${JSON.stringify(detail)} leads to ${state ?? 'nothing'}`, () => assert.equal(consequenceOf({ act, detail, due: undefined }, defaultTerms)?.state, state));
}

test('only whoever examines closes', () => {
  const closing = actKeys.filter((act) => leads.some(([key, , state]) => key === act && state !== undefined && isClosed(state)));
  assert.deepEqual(closing.map((act) => acts[act].side), closing.map(() => 'examiner'));
  assert.ok(closing.length > 0);
});

test('what an act leaves time for is a term of the authority, or a day that was agreed', () => {
  const actions = { acciones: [{ inicio: '2026-12-01', fin: '2027-02-01' }, { inicio: '2026-12-01', fin: '2027-03-15' }] };
  assert.deepEqual(consequenceOf({ act: 'answer', detail: { decision: 'accepted' }, due: undefined }, defaultTerms)?.term, defaultTerms.plan);
  assert.equal(consequenceOf({ act: 'plan', detail: actions, due: undefined }, defaultTerms)?.until, '2027-03-15');
  assert.equal(consequenceOf({ act: 'progress', detail: {}, due: day('2027-03-15') }, defaultTerms)?.until, '2027-03-15', 'an advance moves no day');
  assert.equal(consequenceOf({ act: 'verify', detail: { resultado: 'partial', nuevo_plazo: '2027-06-30' }, due: undefined }, defaultTerms)?.until, '2027-06-30');
  assert.deepEqual(consequenceOf({ act: 'verify', detail: { resultado: 'closed_implemented', nuevo_plazo: '2027-06-30' }, due: undefined }, defaultTerms), { state: 'closed_implemented' }, 'nothing is expected of what is closed');
});

test('an action that ends before it begins is refused beside its field', () => {
  assert.deepEqual(faultsOfPlan({ acciones: [{ inicio: '2026-12-01', fin: '2026-12-01' }] }), []);
  assert.deepEqual(faultsOfPlan({ acciones: [{ inicio: '2026-12-01', fin: '2026-12-31' }, { inicio: '2026-12-02', fin: '2026-12-01' }] }).map(({ field }) => field), ['acciones.1.fin']);
});

test('a term counts working days from the day after, and is overdue the day after it ends', () => {
  const calendar = shippedCalendar({}, 2026, 2027), fact = { at: instantOf(day('2026-12-23'), '10:00'), termDays: 3, termNorm: null, until: null };
  // Thursday 24, then Christmas and a weekend, Monday 28, Tuesday 29.
  const due = dueOf(fact, calendar);
  assert.equal(due?.day, '2026-12-29');
  assert.deepEqual([isOverdue(due, day('2026-12-29')), isOverdue(due, day('2026-12-30'))], [false, true]);
  assert.equal(dueOf({ ...fact, until: '2027-01-10' }, calendar)?.day, '2027-01-10');
  assert.equal(dueOf({ ...fact, termDays: null }, calendar), undefined);
});

test('typed terms are whole numbers of days within bounds', () => {
  const typed = (days: string) => readTerms((name) => (name === 'answer' ? days : name === 'answer-norma' ? 'RE 1' : name.endsWith('-norma') ? '' : '5'));
  assert.deepEqual(typed('7').terms.answer, { days: 7, norm: 'RE 1' });
  for (const wrong of ['', '0', '1.5', '366', 'diez', '1e309']) assert.deepEqual(typed(wrong).faults.map(({ field }) => field), ['answer'], wrong);
});

const codes = [['finding', [], undefined, 'H1'], ['finding', ['H1', 'H12', 'R13'], undefined, 'H13'], ['recommendation', ['R1', 'R3', 'R3.a'], undefined, 'R4'], ['recommendation', ['R3', 'R3.a', 'R3.b'], 'R3', 'R3.c'], ['request', ['P2'], undefined, 'P3']] as const;
for (const [kind, known, parent, expected] of codes) test(`after ${known.join(', ')} comes ${expected}`, () => assert.equal(nextCode(kind, known, parent), expected));

const anyState = fc.constantFrom(...states);
// A forest: each hangs below one that came before it, or below none.
const forest = fc.array(fc.tuple(fc.nat(), anyState, fc.boolean()), { minLength: 1, maxLength: 40 }).map((rows): readonly Leaf[] => {
  const ids = rows.map((_, place): PartId => namedId(`leaf ${place}`));
  return rows.map(([pick, state, hangs], place): Leaf => ({ id: ids[place] ?? namedId('none'), parentId: hangs && place > 0 ? (ids[pick % place] ?? null) : null, state }));
});

test('law: a recommendation that gathers others is closed exactly when all that it gathers, however deep, are closed', () => {
  fc.assert(fc.property(forest, (leaves) => {
    const found = standings(leaves), parents = parentsIn(leaves), below = (id: PartId): readonly Leaf[] => leaves.filter(({ parentId }) => parentId === id).flatMap((leaf) => (parents.has(leaf.id) ? below(leaf.id) : [leaf]));
    for (const { id, state } of leaves) {
      const expected = parents.has(id) ? below(id).every((leaf) => isClosed(leaf.state)) : isClosed(state);
      assert.equal(isClosed(found.get(id) ?? 'draft'), expected);
    }
  }));
});

test('law: together is one of those that came together, whatever their order, and done only if none was left undone', () => {
  fc.assert(fc.property(fc.array(anyState, { minLength: 1, maxLength: 8 }), fc.nat(), (below, turn) => {
    const rotated = below.map((_, place) => below[(place + turn) % below.length] ?? 'draft'), state = together(below);
    assert.ok(below.includes(state));
    assert.equal(together(rotated), state);
    if (state === 'closed_implemented') assert.ok(!below.includes('closed_not_implemented') && below.every(isClosed));
  }));
});
