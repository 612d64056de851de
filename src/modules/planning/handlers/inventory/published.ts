import { listPublished } from '#modules/catalog/index.ts';
import { seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { bringEntries, type Making } from '../../actions/keep-entry.ts';
import { entryForm } from '../../content/entry-form.ts';
import { changesBetween, laidOver } from '../../domain/inventory/compare.ts';
import { answersOf } from '../../domain/inventory/from-procedure.ts';
import { findEntries } from '../../store/entries.ts';
import { entityOf, plannerOf } from '../planner.ts';

const publishedMax = 10_000;

/** `POST /plan/inventario/publicados`: brings in what the entity has published, laid over what is declared already. */
export async function bringPublished(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), published = await listPublished(ctx.db, { entityKey: (await entityOf(ctx)).key, limit: publishedMax });
  const known = await findEntries(ctx.db, planner.entityId, published.map(({ procedureId }) => procedureId));
  const makings = published.flatMap(({ procedureId, procedure }): Making[] => {
    const entry = known.get(procedureId), answers = laidOver(entry?.answers ?? {}, answersOf(procedure));
    return entry && (entry.retiredAt !== null || changesBetween(entryForm, entry.answers, answers).length === 0) ? [] : [{ procedureId, slug: procedure.slug, answers, revision: entry?.revision ?? 0, origin: 'published' }];
  });
  if (makings.length > 0) await bringEntries(ctx.db, planner, makings, ctx.now);
  return seeOther('/plan/inventario', said(published.length, makings.length));
}

function said(published: number, brought: number): string {
  if (published === 0) return 'Su entidad todavía no tiene trámites publicados en el catálogo.';
  return brought === 0 ? 'El inventario ya dice lo mismo que lo publicado.' : brought === 1 ? 'Trajimos un trámite publicado.' : `Trajimos ${brought} trámites publicados.`;
}
