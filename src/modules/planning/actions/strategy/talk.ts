import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import { threadsOf, type Note } from '../../domain/strategy/threads.ts';
import { refuse } from '../../errors.ts';
import { insertNote, notesOf, type NoteId } from '../../store/strategy/notes.ts';
import { assign } from '../../store/strategy/people.ts';
import type { Place } from '../../store/strategy/texts.ts';
import type { Planner } from '../keep-entry.ts';
import { subjectOf } from './keep-strategy.ts';

/** What somebody says: a comment of its own, or something about one. `id` is drawn when the form is shown, so that sending it twice says it once. */
export type Said = { readonly id: NoteId; readonly kind: Note['kind']; readonly thread?: string | undefined; readonly body: string };

/** Says something about a section. Refuses an answer to a comment that is not there; settling what is settled changes nothing. */
export const say = (db: Db, planner: Planner, place: Place, { id, kind, thread, body }: Said, now: Date): Promise<void> => db.transaction(async (tx) => {
  const about = kind === 'comment' ? undefined : threadsOf(await notesOf(tx, place.entityId, place.strategyId, place.section)).find((one) => one.id === thread) ?? refuse('comment_not_found');
  if ((kind === 'resolved' && !about?.isOpen) || (kind === 'reopened' && about?.isOpen)) return;
  await insertNote(tx, place, { id, kind, body, ...(about === undefined ? {} : { thread: about.id }) }, planner, now);
  await audit(tx, { action: `planning.strategy_note_${kind}`, subject: subjectOf(place.strategyId), person: planner, detail: { section: place.section }, at: now });
});

/** Gives a section to somebody of the entity, or to nobody. */
export const assignSection = (db: Db, planner: Planner, place: Place, to: Pick<Person, 'id' | 'name'> | undefined, now: Date): Promise<void> => db.transaction(async (tx) => {
  await assign(tx, place, to, planner.id, now);
  await audit(tx, { action: 'planning.strategy_section_assigned', subject: subjectOf(place.strategyId), person: planner, detail: { section: place.section, to: to?.id ?? null }, at: now });
});
