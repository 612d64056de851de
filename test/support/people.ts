import { randomInt } from 'node:crypto';
import { invariant } from '#kernel/errors/index.ts';
import { send, type RawAnswer, type RawRequest } from './raw-request.ts';
import { Visitor } from './visitor.ts';

/** Somebody with an open session, or nobody in particular with the form token of an anonymous visit. */
export type Caller = {
  readonly visitor: Visitor;
  /** Value of the hidden field that their forms carry. */
  readonly token: string;
  /** Sends anything as them. The address it comes from is another each time, so that no test eats up the patience meant for one address. */
  readonly send: (request: RawRequest) => Promise<RawAnswer>;
};

const password = 'demo-ventanilla';

/** An address that nobody has called from yet; believed only by a site that trusts its proxy. */
export const someAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${1 + randomInt(254)}`;

/** Anybody, with a form token. */
export async function anonymous(origin: string): Promise<Caller> {
  const visitor = strangerAt(origin), { text } = await visitor.get('/ingresar/servidor');
  return callerOf(origin, visitor, text);
}

/** A citizen of the demonstration, by document number, through the embedded Ciudadanía Digital. */
export async function citizen(origin: string, number: string): Promise<Caller> {
  const visitor = strangerAt(origin), form = await visitor.visit('/ingresar/ciudadania');
  const inside = await visitor.follow(await visitor.submit(form, { numero: number, contrasena: password, hacer: 'ingresar' }));
  invariant(inside.status === 200, `${number} logs in: ${inside.status} ${inside.url}`);
  return callerOf(origin, visitor, (await visitor.get('/mi-cuenta')).text);
}

/** An officer of the demonstration, by user name and the code that the second page shows. */
export async function officer(origin: string, username: string): Promise<Caller> {
  const visitor = strangerAt(origin);
  const asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: username, contrasena: password }));
  const code = /su código ahora es <strong>(\d{6})/.exec(asked.text)?.[1];
  invariant(code, `${username} is shown a code: ${asked.status} ${asked.url}`);
  await visitor.submit(asked, { codigo: code });
  return callerOf(origin, visitor, (await visitor.get('/mi-cuenta')).text);
}

const strangerAt = (origin: string): Visitor => new Visitor(origin, { 'x-forwarded-for': someAddress() });

function callerOf(origin: string, visitor: Visitor, page: string): Caller {
  const token = tokenIn(page);
  invariant(token, `a page with a form has a token: ${page.slice(0, 200)}`);
  const cookie = [...visitor.cookies].filter(([, { path }]) => path === '/').map(([name, { value }]) => `${name}=${value}`).join('; ');
  return {
    visitor, token,
    send: ({ headers, ...asked }) => send(origin, { ...asked, headers: { 'x-forwarded-for': someAddress(), ...(cookie === '' ? {} : { cookie }), ...headers } }),
  };
}

/** The form token of a page. */
const tokenIn = (page: string): string | undefined => /name="_csrf" value="([^"]+)"/.exec(page)?.[1];

/** Headers and body of a form with these fields. */
export const formOf = (fields: Readonly<Record<string, string>>): Pick<RawRequest, 'headers' | 'body'> =>
  ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
