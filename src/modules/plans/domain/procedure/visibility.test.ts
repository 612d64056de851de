import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officerRoles } from '#kernel/access.ts';
import { namedId } from '#kernel/ids.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { planStates } from './types.ts';
import { goalsCoordinatedBy, mayReadPlan } from './visibility.ts';

const ours = namedId<'entity'>('nuestra'), agencyId = namedId<'entity'>('agencia'), other = namedId<'entity'>('otra');

// Who reads the plan of `ours`, by role, entity and whether their entity coordinates what it contributes to. Whatever is not here finds nothing.
const readers: readonly (readonly [role: (typeof officerRoles)[number], entity: typeof ours, coordinates: boolean | 'any', drafts: boolean])[] = [
  ['designer', ours, 'any', true], ['supervisor', ours, 'any', true], ['auditor', ours, 'any', true], ['egov_head', ours, 'any', true], ['authority', ours, 'any', true],
  ['reviewer', agencyId, 'any', false],
  ['coordinator', other, true, false], ['coordinator', agencyId, true, false], ['coordinator', ours, true, false],
];

test('every role, of every entity, in every state: only those of the table read a plan', () => {
  let allowed = 0;
  for (const role of officerRoles) for (const entityId of [ours, agencyId, other]) for (const state of planStates) for (const coordinates of [true, false]) {
    const row = readers.find(([who, entity, needs]) => who === role && entity === entityId && (needs === 'any' || needs === coordinates)), expected = row !== undefined && (row[3] || state !== 'draft');
    assert.equal(mayReadPlan({ roles: [role], entityId }, { entityId: ours, state }, { agencyId, coordinates }), expected, `${role} of ${entityId === ours ? 'the entity' : entityId === agencyId ? 'the agency' : 'another'} in ${state}, coordinating: ${coordinates}`);
    if (expected) allowed++;
  }
  assert.equal(allowed, 5 * 9 * 2 + 8 * 2 + 3 * 8);
});

test('nobody in particular, a citizen, and a reviewer where there is no agency read nothing', () => {
  const plan = { entityId: ours, state: 'in_force' } as const;
  assert.equal(mayReadPlan(undefined, plan, { agencyId, coordinates: true }), false);
  assert.equal(mayReadPlan({ roles: ['applicant'] }, plan, { agencyId, coordinates: true }), false);
  assert.equal(mayReadPlan({ roles: ['reviewer'] }, plan, { agencyId: undefined, coordinates: false }), false);
});

test('a body coordinates the goals at which the national plan names it', () => {
  const goals = goalsCoordinatedBy(nationalPlan, { acronym: 'MJTI', name: 'Ministerio de Justicia y Transparencia Institucional' });
  assert.ok(goals.includes('13.1.1') && goals.includes('14.1') && !goals.includes('6.2'));
  assert.deepEqual(goalsCoordinatedBy(nationalPlan, { acronym: 'XYZ', name: 'Ninguna' }), []);
});
