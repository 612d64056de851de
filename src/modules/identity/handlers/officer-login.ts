import { page, seeOther, type Answer, type Context, type Handler } from '#kernel/http/index.ts';
import { enrolTotp, newTotpSecret } from '../actions/enrol-totp.ts';
import { setPassword } from '../actions/manage-officers.ts';
import { checkOfficerCode, checkOfficerPassword, demoCode, getAccount, personOf } from '../actions/officer-login.ts';
import { landing } from '../actions/late-forms.ts';
import { openSession } from '../actions/open-session.ts';
import { beginPending, passwordMark, readPending, type PendingLogin } from '../actions/pending-login.ts';
import { homeOf } from '../domain/home.ts';
import { nextStep, type LoginStep } from '../domain/next-step.ts';
import { returnPath } from '../domain/return-path.ts';
import { cookieNames } from '../domain/token.ts';
import { refuse } from '../errors.ts';
import { codePage, enrolPage, newPasswordPage, officerLoginPage, recoveryCodesPage } from '../pages/officer-login.ts';
import type { OfficerAccount } from '../store/officers.ts';
import type { Wiring } from '../wiring.ts';
import { callerOf, typed } from './caller.ts';
import { isFault, orFault } from './fault.ts';

/** Asks an officer for user name and password. */
export const askPassword = ({ demo }: Wiring): Handler => (ctx) =>
  (ctx.person ? seeOther(returnPath(ctx.query.volver, homeOf(ctx.person))) : page(officerLoginPage({ csrf: ctx.csrf, returnTo: returnPath(ctx.query.volver, ''), demo })));

/** Checks user name and password, and goes on to the next step. */
export const takePassword = (wiring: Wiring): Handler => async (ctx) => {
  const username = typed(ctx, 'usuario');
  const again = (fault: string, status: number) => page(officerLoginPage({ csrf: ctx.csrf, returnTo: returnPath(typed(ctx, 'volver'), ''), demo: wiring.demo, username, fault }), status);
  const account = await orFault(() => checkOfficerPassword(ctx.db, { username, password: typed(ctx, 'contrasena'), ip: ctx.ip }, ctx.now));
  if (isFault(account)) return again(account.fault, account.status);
  if (!account) return again('El usuario o la contraseña no son correctos. Revise los dos e intente otra vez.', 422);
  const returnTo = returnPath(typed(ctx, 'volver'), homeOf(await personOf(ctx.db, account)));
  return goOn(wiring, ctx, account, { personId: account.personId, mark: passwordMark(account), returnTo, codePassed: false });
};

/** Asks for the code of the second factor. */
export const askCode = (wiring: Wiring): Handler => async (ctx) => {
  const { account } = await inStep(wiring, ctx, 'code');
  return page(codePage({ csrf: ctx.csrf, demoCode: demoCode(wiring, account, ctx.now) }));
};

/** Checks the code, or a recovery code, and goes on. */
export const takeCode = (wiring: Wiring): Handler => async (ctx) => {
  const { account, pending, token } = await inStep(wiring, ctx, 'code');
  const checked = await orFault(() => checkOfficerCode(ctx.db, wiring, account, { code: typed(ctx, 'codigo').slice(0, 40), ip: ctx.ip }, ctx.now));
  if (checked === true) return goOn(wiring, ctx, account, { ...pending, codePassed: true }, token);
  const { fault, status } = isFault(checked) ? checked : { fault: 'El código no es correcto o ya fue usado. Espere el siguiente y escríbalo', status: 422 };
  return page(codePage({ csrf: ctx.csrf, demoCode: demoCode(wiring, account, ctx.now), fault }), status);
};

/** Asks for a password of the officer's own, in place of the first one. */
export const askNewPassword = (wiring: Wiring): Handler => async (ctx) => {
  const { account } = await inStep(wiring, ctx, 'new_password');
  return page(newPasswordPage({ csrf: ctx.csrf, username: account.username, action: '/ingresar/servidor/contrasena' }));
};

/** Keeps the officer's own password and goes on. */
export const takeNewPassword = (wiring: Wiring): Handler => async (ctx) => {
  const { account, pending, token } = await inStep(wiring, ctx, 'new_password');
  const saved = await orFault(async () => {
    if (typed(ctx, 'nueva') !== typed(ctx, 'repetida')) refuse('passwords_differ');
    return setPassword(ctx.db, account.personId, typed(ctx, 'nueva'), await personOf(ctx.db, account));
  });
  if (isFault(saved)) return page(newPasswordPage({ csrf: ctx.csrf, username: account.username, action: '/ingresar/servidor/contrasena', fault: saved.fault }), saved.status);
  const changed = await getAccount(ctx.db, account.personId);
  return goOn(wiring, ctx, changed, { ...pending, mark: passwordMark(changed) }, token);
};

/** Shows the secret of a new second factor, as picture and as text. */
export const askEnrolment = (wiring: Wiring): Handler => async (ctx) => {
  const { account, pending, token } = await inStep(wiring, ctx, 'enrol');
  const secret = pending.enrolSecret ?? newTotpSecret();
  if (pending.enrolSecret === undefined) await beginPending(ctx.db, wiring.keys, 'officer', { ...pending, enrolSecret: secret }, ctx.now, token);
  return page(enrolPage({ csrf: ctx.csrf, username: account.username, secret }));
};

/** Keeps the second factor, opens the session, and shows the recovery codes this once. */
export const takeEnrolment = (wiring: Wiring): Handler => async (ctx) => {
  const { account, pending } = await inStep(wiring, ctx, 'enrol');
  const secret = pending.enrolSecret ?? refuse('login_expired');
  const codes = await enrolTotp(ctx.db, wiring.keys, account.personId, secret, typed(ctx, 'codigo'), ctx.now);
  if (!codes) return page(enrolPage({ csrf: ctx.csrf, username: account.username, secret, fault: 'El código no es correcto. Escriba el que muestra ahora su aplicación' }), 422);
  const setCookies = await openSession(ctx.db, wiring, await personOf(ctx.db, account), callerOf(ctx), ctx.now);
  return { ...page(recoveryCodesPage(codes, await landingOf(wiring, ctx, account, pending))), setCookies };
};

const addressOf = { code: '/ingresar/servidor/codigo', new_password: '/ingresar/servidor/contrasena', enrol: '/ingresar/servidor/inscripcion' } as const satisfies Record<Exclude<LoginStep, 'done'>, string>;

// Whatever is still missing comes next; with nothing missing the session is opened.
async function goOn(wiring: Wiring, ctx: Context, account: OfficerAccount, pending: PendingLogin['officer'], token?: string): Promise<Answer> {
  const step = stepOf(account, pending);
  if (step === 'done') return { ...seeOther(await landingOf(wiring, ctx, account, pending)), setCookies: await openSession(ctx.db, wiring, await personOf(ctx.db, account), callerOf(ctx), ctx.now) };
  const kept = await beginPending(ctx.db, wiring.keys, 'officer', pending, ctx.now, token);
  return { ...seeOther(addressOf[step]), setCookies: [{ name: cookieNames(wiring.https()).login, value: kept, maxAgeSeconds: 600 }] };
}

const landingOf = (wiring: Wiring, ctx: Context, { personId }: OfficerAccount, { returnTo }: PendingLogin['officer']): Promise<string> =>
  landing(ctx.db, wiring, ctx.cookies, personId, returnTo, ctx.now);

const stepOf = (account: OfficerAccount, pending: PendingLogin['officer']): LoginStep =>
  nextStep({ hasTotp: account.totpSealed !== null, mustChangePassword: account.mustChangePassword }, pending.codePassed);

type InStep = { readonly account: OfficerAccount; readonly pending: PendingLogin['officer']; readonly token: string };

// Nobody skips a step by typing its address.
async function inStep(wiring: Wiring, ctx: Context, step: LoginStep): Promise<InStep> {
  const token = ctx.cookies[cookieNames(wiring.https()).login];
  const pending = await readPending(ctx.db, wiring.keys, 'officer', token, ctx.now);
  if (!pending || token === undefined) return refuse('login_expired');
  const account = await getAccount(ctx.db, pending.personId);
  return pending.mark === passwordMark(account) && stepOf(account, pending) === step ? { account, pending, token } : refuse('login_expired');
}
