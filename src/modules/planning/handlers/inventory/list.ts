import { html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { sortKeyOf } from '../../domain/inventory/sort-key.ts';
import { homePage } from '../../pages/home-page.ts';
import { listPage } from '../../pages/inventory/list-page.ts';
import { countEntries, entriesOf } from '../../store/entries.ts';
import { importsOf } from '../../store/imports.ts';
import { entityOf, mayWrite, plannerOf } from '../planner.ts';

const pageSize = 50;

/** `GET /plan`: where planning begins. */
export const openPlan = ({ person }: Context): Answer => page(homePage(person));

/** `GET /plan/inventario[?q=&defectos=si&retirados=si&despues=]`: the entity's procedures by name, with what is known of each. */
export async function showInventory(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), text = (ctx.query.q ?? '').slice(0, 100).trim(), onlyDefects = ctx.query.defectos === 'si', retired = ctx.query.retirados === 'si';
  const [sortKey, procedureId] = (ctx.query.despues ?? '').split('|');
  const after = sortKey && procedureId ? { sortKey, procedureId } : undefined;
  const [entity, counts, found, imports] = await Promise.all([
    entityOf(ctx), countEntries(ctx.db, entityId), entriesOf(ctx.db, entityId, { text: text === '' ? undefined : sortKeyOf(text), onlyDefects, retired, after, limit: pageSize + 1 }), importsOf(ctx.db, entityId),
  ]);
  const lines = found.slice(0, pageSize), last = lines.at(-1);
  const next = found.length > pageSize && last ? `${last.sortKey}|${last.procedureId}` : undefined;
  return page({ title: 'Inventario de trámites', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' }, main: html`${listPage({ ctx, entity, counts, lines, text, onlyDefects, retired, next, waiting: imports.find(({ stage, source }) => stage === 'ready' && source !== 'upload'), mayWrite: mayWrite(ctx) })}` });
}
