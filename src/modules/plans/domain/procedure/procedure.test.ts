import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chainFact, firstBrokenLink, genesis, type ChainedFact } from '#modules/cases/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { keysOf } from '#kernel/tables.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import { after, day, fresh, people, played, someCode, usual, worldOn } from '../../test-support/proceeding.ts';
import type { PlanState } from '../plan/plan.ts';
import { decidePlan } from './decide.ts';
import type { PlanEvent } from './event.ts';
import { foldPlanFacts } from './fold.ts';
import { citesCode, drawnLetters, parsePlanCode, planCode } from './plan-code.ts';
import { planStates, type PlanFact, type Proceeding } from './types.ts';

const on = '2026-03-02', world = worldOn(on);

// A plan in each state.
const way = ['registered', 'conforming', 'approved', 'authority_approved', 'in_force'] as const;
const upTo = (last: (typeof way)[number]) => way.slice(0, way.indexOf(last) + 1).map((step) => [step, on] as const);
const unobserved = { ...usual.conforming, findings: {} };
const straight = (last: (typeof way)[number]): Proceeding => upTo(last).reduce((plan, [step]) => after(plan, step === 'conforming' ? unobserved : usual[step], world).plan, fresh());
const inState: Readonly<Record<PlanState, Proceeding>> = {
  draft: fresh(), registered: straight('registered'), observed: played([['registered', on], ['observed', on]]), conforming: straight('conforming'), approved: straight('approved'),
  authority_approved: straight('authority_approved'), in_force: straight('in_force'), closed: after(straight('in_force'), usual.closed, world).plan,
  superseded: after(straight('in_force'), { type: 'supersede', by: people.system, version: 2 }, world).plan,
};

const acts: Readonly<Record<string, PlanEvent>> = {
  register: usual.registered, observe: usual.observed, conform: unobserved, answer: usual.answered, approve: usual.approved, authorise: usual.authority_approved,
  register_resolution: usual.in_force, close: usual.closed, supersede: { type: 'supersede', by: people.system, version: 2 }, opine: { type: 'opine', by: people.coordinator, text: 'De acuerdo.' },
};

// Who may do what in which state, and the state that it leads to. Whatever is not here is refused, for everybody else and everywhere else.
const permitted: readonly (readonly [act: keyof typeof acts, who: keyof typeof people, from: PlanState, to: PlanState])[] = [
  //  act                   who            from                  to
  ['register',            'head',        'draft',              'registered'],
  ['observe',             'reviewer',    'registered',         'observed'],
  ['conform',             'reviewer',    'registered',         'conforming'],
  ['answer',              'head',        'observed',           'registered'],
  ['approve',             'head',        'conforming',         'approved'],
  ['authorise',           'authority',   'approved',           'authority_approved'],
  ['register_resolution', 'head',        'authority_approved', 'in_force'],
  ['close',               'head',        'in_force',           'closed'],
  ['supersede',           'system',      'in_force',           'superseded'],
  ['opine',               'coordinator', 'registered',         'registered'],
  ['opine',               'coordinator', 'observed',           'observed'],
];

test('every act, by everybody, in every state: what is permitted leads where it must, the rest is refused', () => {
  let done = 0;
  for (const act of keysOf(acts)) for (const who of keysOf(people)) for (const from of planStates) {
    const row = permitted.find((one) => one[0] === act && one[1] === who && one[2] === from);
    const event = { ...acts[act], by: people[who] } as PlanEvent;
    const outcome = outcomeOf(inState[from], event);
    assert.equal(outcome, row ? row[3] : 'refused', `${act} by ${who} in ${from}`);
    if (row) done++;
  }
  assert.equal(done, permitted.length);
});

function outcomeOf(plan: Proceeding, event: PlanEvent): string {
  try { return after(plan, event, world).plan.process.state; } catch (caught) { return isRefusal(caught) ? 'refused' : assert.fail(String(caught)); }
}

test('the ten steps are in the diagram, and every task names who does it and the term that binds them', () => {
  const names = Object.values(pigeProcedure.flow.elements).flatMap(({ name }) => (/^(\d+)\. /.exec(name ?? '')?.[1] ?? []));
  assert.deepEqual(names.map(Number).sort((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { kind, attributes, id } of Object.values(pigeProcedure.flow.elements)) {
    if (kind !== 'userTask' || id === 'ejecucion') continue;
    assert.ok(attributes.term !== undefined && attributes.term in pigeProcedure.terms, id);
  }
});

// The terms of chapter 6.1 with the holidays of 2026: what happens on a day, and the last day of the term that begins.
const dates: readonly (readonly [what: string, plan: Proceeding, event: PlanEvent, on: string, department: 'OR' | 'LP', due: string])[] = [
  ['30 working days to revise, over carnival, by the agency\'s days', fresh(), usual.registered, '2026-01-05', 'OR', '2026-02-19'],
  ['15 working days to adjust, over Corpus Christi', played([['registered', '2026-05-04']]), usual.observed, '2026-05-20', 'LP', '2026-06-12'],
  ['10 working days to approve, over 6 and 7 August', played([['registered', '2026-07-01']]), unobserved, '2026-07-27', 'LP', '2026-08-12'],
  ['10 working days for the authority, over All Souls', straight('conforming'), usual.approved, '2026-10-26', 'LP', '2026-11-10'],
];

for (const [what, plan, event, when, department, due] of dates) {
  test(`a term: ${what}`, () => assert.equal(after(plan, event, worldOn(when, { department })).plan.process.terms.at(-1)?.currentDue, due));
}

test('the resolution is registered within ten working days of its own date, not of the day on which it was told', () => {
  const told = after(straight('approved'), { ...usual.authority_approved, day: day('2026-03-05') }, worldOn('2026-03-16')).plan;
  assert.equal(told.process.terms.at(-1)?.from, '2026-03-05');
  assert.equal(told.process.terms.at(-1)?.currentDue, '2026-03-19');
});

test('the ninety days of the first formulation end on the Monday after a Sunday, because the rule says so; updates have no term', () => {
  const registered = after(fresh(), usual.registered, worldOn('2026-04-09'));
  const [first] = registered.plan.process.terms;
  assert.deepEqual([first?.name, first?.originalDue, first?.metOn, first?.daysLate], ['formulacion', '2026-04-06', '2026-04-09', 3]);
  assert.equal(pigeProcedure.terms.formulacion?.roll, 'next_business_day');
  assert.match(pigeProcedure.terms.formulacion?.unconfirmed ?? '', /no dice/);
  assert.equal(after(fresh(2), usual.registered, worldOn('2026-04-09')).plan.process.terms[0]?.name, 'revision');
  assert.equal(after(fresh(), usual.registered, worldOn('2026-04-09', {}, {})).plan.process.terms[0]?.name, 'revision');
});

test('what is done late is done all the same, and says by how many days', () => {
  const late = after(played([['registered', '2026-01-05']]), unobserved, worldOn('2026-03-02')).plan;
  assert.equal(late.process.state, 'conforming');
  assert.equal(late.process.terms.find(({ name }) => name === 'revision')?.daysLate, 11);
});

test('a new decree moves the date that runs, and the first one stays beside it', () => {
  const plan = played([['registered', '2026-01-05']]), before = worldOn('2026-01-10');
  const decreed = { ...before, calendars: { ...before.calendars, agency: { ...before.calendars.agency, days: new Map(before.calendars.agency.days).set(day('2026-02-19'), []) } } };
  const moved = after(plan, { type: 'recompute_terms', by: people.system }, decreed).plan.process.terms.at(-1);
  assert.deepEqual([moved?.originalDue, moved?.currentDue], ['2026-02-19', '2026-02-20']);
  assert.throws(() => after(plan, { type: 'recompute_terms', by: people.system }, before), { code: 'plans.plan_not_at_step' });
});

// What the steps ask for besides their moment.
const observed = inState.observed, answered = after(observed, usual.answered, world).plan, approved = inState.approved;
const asked: readonly (readonly [what: string, plan: Proceeding, event: PlanEvent, code: string])[] = [
  ['observing nothing', inState.registered, { ...usual.observed, added: [] }, 'plan_nothing_observed'],
  ['conforming with observations that were not sent', inState.registered, { ...unobserved, unsent: 1 }, 'plan_still_observed'],
  ['conforming without having judged an answer', answered, unobserved, 'plan_answers_unjudged'],
  ['conforming while an answer is not enough', answered, { ...usual.conforming, findings: { 1: false } }, 'plan_still_observed'],
  ['conforming what one sent oneself', inState.registered, { ...unobserved, by: { ...people.reviewer, id: people.head.id } }, 'plan_own_act'],
  ['conforming what one answered oneself', answered, { ...usual.conforming, by: { ...people.reviewer, id: people.head.id } }, 'plan_own_act'],
  ['a resolution of who approved in digital form', approved, { ...usual.authority_approved, by: { ...people.authority, id: people.head.id } }, 'plan_own_act'],
  ['sending without an answer', observed, { ...usual.answered, answers: { 1: ' ' } }, 'plan_unanswered'],
  ['approving another content', inState.conforming, { ...usual.approved, approval: { ...usual.approved.approval, sha256: 'b'.repeat(64) } }, 'plan_content_differs'],
  ['a resolution that cites no code', approved, { ...usual.authority_approved, text: 'Apruébase el plan.' }, 'resolution_without_code'],
  ['a resolution that cites another code', approved, { ...usual.authority_approved, text: `Código ${planCode('ABCDEFGHJK')}` }, 'resolution_without_code'],
  ['a resolution of before the approval', approved, { ...usual.authority_approved, day: day('2026-02-27') }, 'resolution_day_wrong'],
  ['a resolution of tomorrow', approved, { ...usual.authority_approved, day: day('2026-03-03') }, 'resolution_day_wrong'],
  ['a resolution without number', approved, { ...usual.authority_approved, number: ' ' }, 'resolution_number_needed'],
  ['confidential without a reason', approved, { ...usual.authority_approved, confidential: true }, 'confidential_without_reason'],
  ['registering another resolution', inState.authority_approved, { ...usual.in_force, number: 'RA 13/2026' }, 'resolution_differs'],
  ['registering it with another day', inState.authority_approved, { ...usual.in_force, day: day('2026-03-03') }, 'resolution_differs'],
  ['closing without a reason', inState.in_force, { ...usual.closed, reason: '' }, 'plan_reason_needed'],
];

for (const [what, plan, event, code] of asked) {
  test(`refused: ${what}`, () => assert.throws(() => after(plan, event, world), { code: `plans.${code}` }));
}

test('an observation that stays open goes into the next round with its thread', () => {
  const again = after(answered, { ...usual.observed, findings: { 1: false }, added: [] }, world).plan;
  assert.deepEqual(again.process.observations.map(({ number, resolvedIn, answers }) => [number, resolvedIn, answers.length]), [[1, null, 1]]);
  const second = after(again, { ...usual.answered, answers: { 1: 'Ahora sí.' } }, world).plan;
  const closed = after(second, usual.conforming, world).plan;
  assert.deepEqual(closed.process.observations.map(({ resolvedIn, answers }) => [resolvedIn, answers.length]), [[3, 2]]);
});

test('whatever is done in whatever order: facts fold to the state, and the approved content never changes', () => {
  const events = keysOf(acts).flatMap((act) => keysOf(people).map((who) => ({ ...acts[act], by: people[who] } as PlanEvent)));
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(events.length - 1), fc.nat(20)), { maxLength: 60 }), (steps) => {
    let plan = fresh(), daysOn = 0;
    const facts: PlanFact[] = [];
    let frozen: string | undefined;
    for (const [which, wait] of steps) {
      daysOn += wait;
      const event = events[which];
      if (!event) continue;
      try {
        const next = after(plan, event, { ...world, now: new Date(world.now.getTime() + daysOn * 86_400_000) });
        plan = next.plan;
        facts.push(next.fact);
      } catch (caught) { if (!isRefusal(caught)) throw caught; }
      frozen ??= plan.process.approval?.sha256;
      assert.equal(plan.process.approval?.sha256, frozen);
      assert.ok(plan.process.terms.filter(({ metOn }) => metOn === null).length <= 1, 'at most one term runs');
      assert.ok((plan.process.task === null) === (plan.process.flow === null || ['closed', 'superseded'].includes(plan.process.state)));
    }
    assert.deepEqual(foldPlanFacts(facts), plan.process);
    const chained = facts.reduce<ChainedFact[]>((chain, fact) => [...chain, chainFact({ plan: plan.id }, chain.length + 1, chain.at(-1)?.hash ?? genesis, fact)], []);
    assert.equal(firstBrokenLink({ plan: plan.id }, chained), undefined);
    if (chained.length > 1) assert.notEqual(firstBrokenLink({ plan: plan.id }, chained.toSpliced(0, 1)), undefined, 'a fact that is missing shows');
    assert.deepEqual(foldPlanFacts(JSON.parse(JSON.stringify(facts)) as PlanFact[]), plan.process);
  }), { numRuns: 300 });
});

test('a code checks its own letters: no single slip and no two neighbours that changed places give another', () => {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(fc.property(fc.array(fc.constantFrom(...letters), { minLength: drawnLetters, maxLength: drawnLetters }), fc.nat(11), fc.constantFrom(...letters), (drawn, at, other) => {
    const code = planCode(drawn.join('')), plain = code.replaceAll('-', '').slice(4);
    assert.equal(parsePlanCode(code.toLowerCase().replaceAll('-', ' ')), code);
    const slipped = plain.slice(0, at) + other + plain.slice(at + 1);
    if (slipped !== plain) assert.equal(parsePlanCode(slipped), undefined);
    const swapped = at === 11 ? plain : plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2);
    if (swapped !== plain && at < 9) assert.equal(parsePlanCode(swapped), undefined);
  }));
  assert.equal(parsePlanCode('PIGE-0000-0000-0000'), undefined);
  assert.ok(citesCode(`… con código ${someCode.replaceAll('-', '–')} …`, someCode));
});

test('deciding changes nothing that it was given', () => {
  const plan = inState.registered, before = JSON.stringify(plan);
  decidePlan(pigeProcedure, plan, usual.observed, world);
  assert.equal(JSON.stringify(plan), before);
});
