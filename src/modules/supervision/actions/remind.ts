import { addDays, localDateOf, sayDay } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { entitiesOf, standingsOf } from '../store/standings.ts';
import { tellEntity, tellExaminers } from './tell.ts';

// From how many days before the last one people are told.
const aheadDays = 5;

/** Tells whose turn it is, once some days before a term ends and once when it has ended. */
export async function remindOfTerms(db: Db, now: Date): Promise<void> {
  const today = localDateOf(now), entities = await entitiesOf(db);
  const due = (await standingsOf(db, 'everybody', entities, today)).filter((one) => one.due !== undefined && one.due.day <= addDays(today, aheadDays));
  for (const one of due) await db.transaction((tx) => remind(tx, one, now));
}

function remind(db: Db, { id, code, due, overdue, turn, examinedId, entityId, reportNumber }: Standing, now: Date): Promise<void> {
  const day = due === undefined ? '' : sayDay(due.day), telling = {
    key: `supervision.term:${id}:${due?.day ?? ''}:${overdue ? 'late' : 'soon'}`, link: `/control/recomendaciones/${id}`,
    subject: overdue ? `Venció el plazo de la recomendación ${code}` : `Está por vencer el plazo de la recomendación ${code}`,
    body: overdue ? `El plazo de la recomendación ${code} del informe ${reportNumber ?? ''} venció el ${day}. Ábrala y haga lo que falta.` : `El plazo de la recomendación ${code} del informe ${reportNumber ?? ''} vence el ${day}. Ábrala y vea qué falta.`,
  };
  return turn === 'examiner' ? tellExaminers(db, entityId, telling, now) : tellEntity(db, examinedId, telling, now);
}
