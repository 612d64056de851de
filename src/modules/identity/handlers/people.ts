import { parseId, type EntityId } from '#kernel/ids.ts';
import { invariant } from '#kernel/errors/index.ts';
import { page, seeOther, type Context, type Handler } from '#kernel/http/index.ts';
import { createOfficer, disableOfficer, enableOfficer, getOfficer, resetOfficer, rolesOffered, setOfficerAccess } from '../actions/manage-officers.ts';
import { readAccess, readOfficer } from '../domain/officer-form.ts';
import { firstPasswordPage, newOfficerPage, officerPage, peoplePage } from '../pages/people.ts';
import { listOfficers } from '../store/officers.ts';
import type { Wiring } from '../wiring.ts';
import { chosen, personIn, typed } from './caller.ts';
import { isFault, orFault } from './fault.ts';

const pageSize = 50;

/** The officers of the administrator's entity, by user name. */
export const showPeople: Handler = async (ctx) => {
  const rows = await listOfficers(ctx.db, entityOf(ctx), pageSize + 1, ctx.query.desde ?? '');
  return page(peoplePage({ officers: rows.slice(0, pageSize), further: rows.length > pageSize ? rows[pageSize - 1]?.username : undefined, isFirst: ctx.query.desde === undefined }));
};

/** Asks for a new officer. */
export const askOfficer: Handler = async (ctx) => page(newOfficerPage({ csrf: ctx.csrf, typed: readOfficer({}).typed, offered: await offeredIn(ctx), faults: [] }));

/** Adds an officer and shows the first password this once. */
export const takeOfficer: Handler = async (ctx) => {
  const { draft, typed: shown, faults } = readOfficer({ name: typed(ctx, 'nombre'), username: typed(ctx, 'usuario'), email: typed(ctx, 'correo'), roles: chosen(ctx, 'papeles'), units: typed(ctx, 'unidades') });
  if (!draft) return page(newOfficerPage({ csrf: ctx.csrf, typed: shown, offered: await offeredIn(ctx), faults }), 422);
  const made = await orFault(() => createOfficer(ctx.db, { ...draft, entityId: entityOf(ctx) }, personIn(ctx), ctx.now));
  if (isFault(made)) return page(newOfficerPage({ csrf: ctx.csrf, typed: shown, offered: await offeredIn(ctx), faults: [{ field: 'usuario', text: made.fault }] }), made.status);
  return page(firstPasswordPage({ username: draft.username, password: made.password, id: made.id }));
};

/** One officer: roles, units, whether in service. */
export const showOfficer: Handler = async (ctx) => {
  const officer = await officerIn(ctx);
  return page(officerPage({ officer, csrf: ctx.csrf, offered: await offeredIn(ctx), isOneself: officer.id === personIn(ctx).id, faults: [] }));
};

/** Gives an officer other roles and units. */
export const takeAccess = ({ cache }: Wiring): Handler => async (ctx) => {
  const officer = await officerIn(ctx), { access, faults } = readAccess(chosen(ctx, 'papeles'), typed(ctx, 'unidades'));
  if (!access) return page(officerPage({ officer, csrf: ctx.csrf, offered: await offeredIn(ctx), isOneself: officer.id === personIn(ctx).id, faults }), 422);
  await setOfficerAccess(ctx.db, officer.id, access, personIn(ctx));
  cache.forget({ personId: officer.id });
  return seeOther(`/administracion/personas/${officer.id}`, 'Los permisos están cambiados. Si tenía sesiones abiertas, se cerraron.');
};

/** Takes an officer out of service. */
export const takeOut = ({ cache }: Wiring): Handler => async (ctx) => {
  const officer = await officerIn(ctx);
  await disableOfficer(ctx.db, officer.id, personIn(ctx), ctx.now);
  cache.forget({ personId: officer.id });
  return seeOther(`/administracion/personas/${officer.id}`, 'La cuenta está dada de baja y sus sesiones se cerraron.');
};

/** Puts an officer back in service. */
export const putBack: Handler = async (ctx) => {
  const officer = await officerIn(ctx);
  await enableOfficer(ctx.db, officer.id, personIn(ctx));
  return seeOther(`/administracion/personas/${officer.id}`, 'La cuenta está otra vez en servicio.');
};

/** Gives an officer who lost password or telephone a new beginning. */
export const resetAccount = ({ cache }: Wiring): Handler => async (ctx) => {
  const officer = await officerIn(ctx), { password } = await resetOfficer(ctx.db, officer.id, personIn(ctx));
  cache.forget({ personId: officer.id });
  return page(firstPasswordPage({ username: officer.username, password, id: officer.id }));
};

// An administrator serves one entity and sees nobody else's people.
function entityOf(ctx: Context): EntityId {
  const { entityId } = personIn(ctx);
  invariant(entityId, 'an administrator serves an entity');
  return entityId;
}

const offeredIn = (ctx: Context) => rolesOffered(ctx.db, entityOf(ctx));

const officerIn = (ctx: Context) => getOfficer(ctx.db, entityOf(ctx), parseId<'person'>(ctx.params.id));
