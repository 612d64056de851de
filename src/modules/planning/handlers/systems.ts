import { readPage, unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { page, postedText, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { editSystem, registerSystem, retireOrRestore, supportProcedures } from '../actions/keep-system.ts';
import { systemForm } from '../content/system-form.ts';
import { sortKeyOf } from '../domain/inventory/sort-key.ts';
import type { SystemId } from '../domain/systems/system.ts';
import { refuse } from '../errors.ts';
import { systemHref } from '../pages/systems/addresses.ts';
import { editSystemPage } from '../pages/systems/edit-page.ts';
import { systemsPage } from '../pages/systems/list-page.ts';
import { chooseProceduresPage, retireSystemPage, systemPage } from '../pages/systems/system-page.ts';
import { entriesOf } from '../store/entries.ts';
import { getSystem, supportedBy, systemsOf, unknownSystems } from '../store/systems.ts';
import { entityOf, mayWrite, plannerOf } from './planner.ts';

const shownPage = systemForm.pages[0]?.id ?? '', foundMax = 20, reasonMax = 500, chosenMax = 50;

/** `GET /plan/sistemas`: the systems that support the procedures of the entity, and those that entries name and nobody has registered. */
export async function showSystems(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, systems, unknown] = await Promise.all([entityOf(ctx), systemsOf(ctx.db, entityId), unknownSystems(ctx.db, entityId)]);
  return page(systemsPage({ ctx, entity, systems, unknown, mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/sistemas/nuevo`: asks what a system is. */
export const askSystem = (ctx: Context): Answer => formPage(ctx, undefined, {}, unposted);

/** `POST /plan/sistemas/nuevo`: puts it into the register. */
export async function addOne(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), reading = readPage(systemForm, shownPage, ctx.form, {}, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return formPage(ctx, undefined, reading.answers, reading);
  return seeOther(systemHref(await registerSystem(ctx.db, planner, reading.answers, ctx.now)), 'Registramos el sistema.');
}

/** `POST /plan/sistemas/nombrados`: registers a system by the name that entries give it. Twice is as once. */
export async function registerNamed(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), named = (await unknownSystems(ctx.db, planner.entityId)).find(({ key }) => key === ctx.form.clave);
  if (!named) return seeOther('/plan/sistemas', 'Ese sistema ya está en el registro.');
  return seeOther(systemHref(await registerSystem(ctx.db, planner, { nombre: named.name }, ctx.now)), 'Registramos el sistema con los trámites que lo nombran. Complete lo que sabe de él.');
}

const idIn = ({ params }: Context): SystemId => parseId<'system'>(params.id) ?? refuse('system_not_found');
const systemOf = (ctx: Context) => getSystem(ctx.db, plannerOf(ctx).entityId, idIn(ctx));

/** `GET /plan/sistemas/:id`: what is known of a system, and which procedures it supports. */
export async function showSystem(ctx: Context): Promise<Answer> {
  const system = await systemOf(ctx);
  return page(systemPage({ ctx, system, supported: await supportedBy(ctx.db, system.entityId, system.id), mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/sistemas/:id/datos`: the form of a system. */
export async function showSystemForm(ctx: Context): Promise<Answer> {
  const system = await systemOf(ctx);
  return formPage(ctx, system, system.answers, unposted);
}

/** `POST /plan/sistemas/:id/datos?revision=`: keeps what was changed. */
export async function keepSystemForm(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), system = await systemOf(ctx), reading = readPage(systemForm, shownPage, ctx.form, system.answers, { now: ctx.now });
  const revision = revisionSeen(ctx, system.revision);
  if (reading.stay || reading.errors.length > 0) return formPage(ctx, { ...system, revision }, reading.answers, reading);
  await editSystem(ctx.db, planner, system, revision, reading.answers, ctx.now);
  return seeOther(systemHref(system.id), 'Guardamos los datos del sistema.');
}

const formPage = (ctx: Context, system: Parameters<typeof editSystemPage>[1], answers: Answers, state: PostedState): Answer =>
  page(editSystemPage(ctx, system, answers, state), state.errors.length > 0 ? 422 : 200);

/** `GET /plan/sistemas/:id/tramites[?q=]`: finds procedures of the inventory that the system supports. */
export async function findProcedures(ctx: Context): Promise<Answer> {
  const system = await systemOf(ctx), text = (ctx.query.q ?? '').slice(0, 100).trim();
  const found = await entriesOf(ctx.db, system.entityId, { text: text === '' ? undefined : sortKeyOf(text), limit: foundMax + 1 });
  return page(chooseProceduresPage({ ctx, system, text, found: found.slice(0, foundMax), more: found.length > foundMax }));
}

/** `POST /plan/sistemas/:id/tramites`: adds the chosen ones, or takes one away. */
export async function keepProcedures(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), system = await systemOf(ctx), said = [ctx.form.tramite ?? []].flat().slice(0, chosenMax), takesAway = ctx.form.accion === 'quitar';
  await supportProcedures(ctx.db, planner, system.id, said, !takesAway, ctx.now);
  return seeOther(systemHref(system.id), said.length === 0 ? 'No marcó ningún trámite: no cambió nada.' : takesAway ? 'Quitamos el trámite.' : said.length === 1 ? 'Agregamos un trámite.' : `Agregamos ${said.length} trámites.`);
}

/** `GET /plan/sistemas/:id/retiro`: asks why the system is no longer used. */
export const askRetirement = async (ctx: Context): Promise<Answer> => page(retireSystemPage(ctx, await systemOf(ctx), '', undefined));

/** `POST /plan/sistemas/:id/retiro`: retires it with the reason. */
export async function retire(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), system = await systemOf(ctx), reason = postedText(ctx, 'motivo');
  if (reason === '' || reason.length > reasonMax) return page(retireSystemPage(ctx, system, reason, reason === '' ? 'Escriba por qué ya no se usa.' : `Escriba el motivo en ${reasonMax} letras como máximo.`), 422);
  await retireOrRestore(ctx.db, planner, system.id, reason, ctx.now);
  return seeOther(systemHref(system.id), 'El sistema quedó retirado. Puede volver a ponerlo en uso.');
}

/** `POST /plan/sistemas/:id/vuelta`: brings a retired system back. */
export async function restore(ctx: Context): Promise<Answer> {
  await retireOrRestore(ctx.db, plannerOf(ctx), (await systemOf(ctx)).id, undefined, ctx.now);
  return seeOther(systemHref(idIn(ctx)), 'El sistema está otra vez en uso.');
}
