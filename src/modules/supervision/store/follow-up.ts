import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { ExaminationId } from '../domain/examination.ts';
import type { Followed } from '../domain/follow-up/followed.ts';

/** Most recommendations that a list or a figure reads; more is said on the page. */
export const followedMax = 2_000;

/** Which recommendations: those that an authority made, those an entity was told of, or those of one examination. */
export type FollowedOf = { readonly entityId: EntityId; readonly side: 'examiner' | 'examined' } | { readonly examinationId: ExaminationId } | 'everybody';

/** Recommendations with where their own facts have led them, the newest examinations first. */
export function followedOf(db: Db, which: FollowedOf): Promise<Followed[]> {
  const [condition, value] = which === 'everybody' ? [`e.stage = 'notified' and $1::text is null`, null] : 'examinationId' in which ? ['e.id = $1', which.examinationId]
    : which.side === 'examiner' ? ['e.entity_id = $1', which.entityId] : [`e.examined_id = $1 and e.stage = 'notified'`, which.entityId];
  return db.rows<Followed>(`
    select p.id, p.parent_id as "parentId", p.examination_id as "examinationId", p.entity_id as "entityId", e.examined_id as "examinedId", p.code, p.answers, e.example, e.answers->>'informe_numero' as "reportNumber", e.stage,
      coalesce(f.seq, 0) as seq, f.act, coalesce(f.state, 'draft') as state, coalesce(f.at, p.updated_at) as at, f.term_days as "termDays", f.term_norm as "termNorm", f.until::text,
      (select min(n.at) from supervision.fact n where n.entity_id = p.entity_id and n.subject_id = p.id and n.act = 'notify') as "notifiedAt"
    from supervision.examination e join supervision.part p on p.entity_id = e.entity_id and p.examination_id = e.id and p.kind = 'recommendation'
      left join lateral (select * from supervision.fact l where l.entity_id = p.entity_id and l.subject_id = p.id order by l.seq desc limit 1) f on true
    where ${condition} order by e.id desc, p.id limit ${followedMax}`, [value]);
}
