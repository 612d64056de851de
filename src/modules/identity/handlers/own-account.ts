import { page, seeOther, type Handler } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { closeAllSessions, closeOneSession, leavingCookies } from '../actions/close-session.ts';
import { confirmPassword } from '../actions/confirm-password.ts';
import { setPassword } from '../actions/manage-officers.ts';
import { getAccount } from '../actions/officer-login.ts';
import { openSession } from '../actions/open-session.ts';
import { cookieNames, tokenHash } from '../domain/token.ts';
import { refuse } from '../errors.ts';
import { accountPage } from '../pages/account.ts';
import { newPasswordPage } from '../pages/officer-login.ts';
import { listSessions } from '../store/sessions.ts';
import { unitNames } from '../store/units.ts';
import type { Wiring } from '../wiring.ts';
import { callerOf, personIn, typed } from './caller.ts';
import { isFault, orFault } from './fault.ts';

/** A person's own data and open sessions. */
export const showAccount = ({ https }: Wiring): Handler => async (ctx) => {
  const person = personIn(ctx), token = ctx.cookies[cookieNames(https()).session] ?? '';
  const [sessions, names] = await Promise.all([listSessions(ctx.db, person.id, tokenHash(token), ctx.now), person.entityId && unitNames(ctx.db, person.entityId)]);
  return page(accountPage({ person, sessions, csrf: ctx.csrf, ...(names && { unitNames: names }) }));
};

/** Closes one of the person's sessions. */
export const closeOwnSession = (wiring: Wiring): Handler => async (ctx) => {
  await closeOneSession(ctx.db, wiring, personIn(ctx), parseId(ctx.params.id) ?? refuse('session_not_found'));
  return seeOther('/mi-cuenta', 'La sesión está cerrada.');
};

/** Closes all of the person's sessions, this one too. */
export const closeOwnSessions = (wiring: Wiring): Handler => async (ctx) => {
  const person = personIn(ctx);
  await closeAllSessions(ctx.db, wiring, person.id, person);
  return { ...seeOther('/', 'Todas sus sesiones están cerradas.'), setCookies: leavingCookies(wiring.https(), ctx.cookies) };
};

const passwordAddress = '/mi-cuenta/contrasena';

/** Asks an officer for a new password; a citizen's is kept by the identity provider. */
export const askOwnPassword = (): Handler => async (ctx) => {
  const { username } = await getAccount(ctx.db, personIn(ctx).id);
  return page(newPasswordPage({ csrf: ctx.csrf, username, action: passwordAddress, asksOld: true }));
};

/** Keeps an officer's new password; this session gets a new token and the others are closed. */
export const takeOwnPassword = (wiring: Wiring): Handler => async (ctx) => {
  const person = personIn(ctx), account = await getAccount(ctx.db, person.id);
  const outcome = await orFault(async () => {
    await confirmPassword(ctx.db, person.id, { password: typed(ctx, 'actual'), ip: ctx.ip }, ctx.now);
    if (typed(ctx, 'nueva') !== typed(ctx, 'repetida')) refuse('passwords_differ');
    await setPassword(ctx.db, person.id, typed(ctx, 'nueva'), person);
  });
  if (isFault(outcome)) return page(newPasswordPage({ csrf: ctx.csrf, username: account.username, action: passwordAddress, asksOld: true, fault: outcome.fault }), outcome.status);
  wiring.cache.forget({ personId: person.id });
  return { ...seeOther('/mi-cuenta', 'Su contraseña está cambiada. Sus otras sesiones se cerraron.'), setCookies: await openSession(ctx.db, wiring, person, callerOf(ctx), ctx.now) };
};
