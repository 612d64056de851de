import type { Person } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { shortCode, type FileId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { adoptFiles } from '#modules/documents/index.ts';
import { approvalProviders } from '../../approval/index.ts';
import { missingSections } from '../../domain/plan/sections.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { frozenContent } from '../../domain/procedure/content-hash.ts';
import { drawnLetters, planCode } from '../../domain/procedure/plan-code.ts';
import { refuse } from '../../errors.ts';
import { insertApproved } from '../../store/procedure/approved.ts';
import { isOvertaken } from '../../store/procedure/lists.ts';
import { emptyNotes, notesOf } from '../../store/procedure/notes.ts';
import { getStanding } from '../../store/procedure/proceedings.ts';
import { printTopic } from './print.ts';
import { keepBaseline } from '../plan/keep-baseline.ts';
import { proceed } from './proceed.ts';
import { planWorld } from './world.ts';

/** Who acts on which plan, when; `seen` is the number of the last fact that they saw, so that pressing twice does it once. */
export type Act = { readonly person: Person; readonly id: PlanId; readonly now: Date; readonly seen: number };

const keyed = (what: string, { person, id, now, seen }: Act) => ({ person, id, now, key: `${what}:${seen}:${person.id}` });

/** Step 3: registers the plan, if it says what a plan must say and no other version is on its way. */
export const registerPlan = (db: Db, act: Act): Promise<void> => proceed<'register'>(db, {
  ...keyed('register', act), async make({ plan }, by) {
    if (await isOvertaken(db, plan)) refuse('plan_overtaken');
    const missing = missingSections(plan.content).map(({ title }) => title);
    if (missing.length > 0) refuse('plan_incomplete', { sections: missing.join(', ') });
    return { type: 'register', by, sha256: frozenContent(plan).sha256 };
  },
});

/** Step 4: sends the observations that were written, and the old ones that are not resolved. */
export const observePlan = (db: Db, act: Act): Promise<void> => proceed<'observe'>(db, {
  ...keyed('observe', act), async make({ plan }, by) {
    const { findings, observations } = await notesOf(db, plan);
    return { type: 'observe', by, findings, added: observations.map(({ section, severity, text }) => ({ section, severity, text })) };
  },
  also: (tx, { plan }) => emptyNotes(tx, plan),
});

/** Step 4: the agency finds the plan as it should be. */
export const conformPlan = (db: Db, act: Act): Promise<void> => proceed<'conform'>(db, {
  ...keyed('conform', act), async make({ plan }, by) {
    const { findings, observations } = await notesOf(db, plan);
    return { type: 'conform', by, findings, unsent: observations.length };
  },
  also: (tx, { plan }) => emptyNotes(tx, plan),
});

/** Step 5: sends the adjusted plan with the answers that were written. */
export const answerPlan = (db: Db, act: Act): Promise<void> => proceed<'answer'>(db, {
  ...keyed('answer', act), async make({ plan }, by) {
    const { answers } = await notesOf(db, plan);
    return { type: 'answer', by, sha256: frozenContent(plan).sha256, answers };
  },
  also: (tx, { plan }) => emptyNotes(tx, plan),
});

/** Step 6: approves the plan in digital form: its content is frozen under a code, with the evidence of who approved. */
export async function approvePlan(db: Db, act: Act, proof: { readonly secret: string; readonly ip: string }): Promise<void> {
  const [provider] = approvalProviders, { plan } = await getStanding(db, act.id), { sha256, text } = frozenContent(plan), code = planCode(shortCode(drawnLetters));
  if (plan.state !== 'conforming') refuse('plan_not_at_step');
  const evidence = await provider.approve(db, { person: act.person, sha256, code, now: act.now, ...proof }), { calendars } = await planWorld(db, plan.entityId, act.now);
  await proceed<'approve'>(db, {
    ...keyed('approve', act), make: (_standing, by) => ({ type: 'approve', by, approval: { sha256, code, provider: provider.key, evidence } }),
    async also(tx) {
      await insertApproved(tx, { entityId: plan.entityId, planId: plan.id, code, sha256, content: text, provider: provider.key, evidence, at: act.now }, act.person.id);
      await keepBaseline(tx, { entityId: plan.entityId, by: act.person.id, now: act.now }, plan, calendars.entity);
      await enqueue(tx, [{ topic: printTopic, key: `${printTopic}:${plan.id}`, payload: { plan: plan.id } }]);
    },
  });
}

/** What the highest authority says of its resolution. */
export type ResolutionGiven = { readonly number: string; readonly day: LocalDate; readonly text: string; readonly confidential: boolean; readonly reason: string };

/** Step 7: the highest authority approves by a resolution that cites the code. */
export const authorisePlan = (db: Db, act: Act, resolution: ResolutionGiven): Promise<void> => proceed<'authorise'>(db, {
  ...keyed('authorise', act), make: (_standing, by) => ({ type: 'authorise', by, ...resolution }),
});

/** Step 8: registers the resolution with its file, and with it the plan is official (9) and published unless confidential (10). */
export const registerResolution = (db: Db, act: Act, { number, day, fileId }: { readonly number: string; readonly day: LocalDate; readonly fileId: FileId }): Promise<void> => proceed<'register_resolution'>(db, {
  ...keyed('register_resolution', act), make: (_standing, by) => ({ type: 'register_resolution', by, number, day, fileId }),
  also: (tx, { plan }) => adoptFiles(tx, plan.entityId, `draft:${plan.id}`, `plan:${plan.id}`, [fileId]),
});

/** Closes a plan in force, with a reason. */
export const closePlan = (db: Db, act: Act, reason: string): Promise<void> => proceed<'close'>(db, { ...keyed('close', act), make: (_standing, by) => ({ type: 'close', by, reason }) });

/** A coordinating body says what it thinks of a plan that is being revised. */
export const opineOnPlan = (db: Db, act: Act, text: string): Promise<void> => proceed<'opine'>(db, { ...keyed('opine', act), make: (_standing, by) => ({ type: 'opine', by, text }) });
