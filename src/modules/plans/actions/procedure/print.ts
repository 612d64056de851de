import { createHash } from 'node:crypto';
import { findEntity } from '#modules/identity/index.ts';
import { attachment, type Answer } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import type { Delivery } from '#kernel/outbox/index.ts';
import { textFile, textFormats, type OfficeText } from '#modules/office/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planText } from '../../domain/plan/text.ts';
import { ticked } from '../../domain/plan/content.ts';
import { findPrint, insertPrint, printFormats } from '../../store/procedure/prints.ts';
import { getStanding } from '../../store/procedure/proceedings.ts';
import { planWorld } from './world.ts';

async function textOfPlan(db: Db, plan: Plan, now: Date, isPublic: boolean): Promise<OfficeText> {
  const [entity, { calendars }] = await Promise.all([findEntity(db, plan.entityId), planWorld(db, plan.entityId, now)]);
  return planText(plan, plan.content, nationalPlan, { name: entity?.name ?? '', calendar: calendars.entity }, { isPublic });
}

/** Topic of the message with which an approved plan is printed. */
export const printTopic = 'plans.print';

/** Prints a plan that was approved, whole and as it may be published, in the formats whose bytes can be compared. What was printed before stays. */
export async function printPlan(db: Db, { payload, now }: Delivery): Promise<void> {
  const { plan } = await getStanding(db, parseId<'plan'>(payload.plan));
  // What is printed says that it was approved, however far the plan has come meanwhile.
  for (const isPublic of ticked(plan.content, 'reservadas').length > 0 ? [false, true] : [false]) {
    const text = await textOfPlan(db, { ...plan, state: 'approved' }, now, isPublic);
    for (const format of printFormats) {
      const bytes = await textFile(text, format);
      await insertPrint(db, plan, { format, isPublic, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
  }
}

/**
 * The file that was printed of a plan when it was approved; `undefined` where it was not approved, or is still being printed, or the format is not one of
 * those. `isPublic` leaves out what the entity reserved.
 */
export async function sendPrint(db: Db, plan: Plan, format: string | undefined, fileName: string, isPublic: boolean): Promise<Answer | undefined> {
  const print = await findPrint(db, plan, format ?? '', isPublic && ticked(plan.content, 'reservadas').length > 0), known = textFormats.find(({ key }) => key === print?.format);
  return print && known && attachment(`${fileName}.${print.format}`, known.mediaType, print.bytes);
}
