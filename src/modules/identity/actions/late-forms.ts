import { page, seeOther, type Answer, type Cookie, type LateForms } from '#kernel/http/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId, type PersonId } from '#kernel/ids.ts';
import { keptForm, keptFormsMax, keptMinutes, type KeptForm } from '../domain/late-form.ts';
import { cookieNames, isToken, newToken, tokenHash } from '../domain/token.ts';
import { seal, unseal } from '../keys.ts';
import { sessionEndedPage } from '../pages/late-forms.ts';
import { findFormer, insertLateForm, listLateForms, takeLateForm } from '../store/late-forms.ts';
import type { Wiring } from '../wiring.ts';
import type { Cookies } from './authenticate.ts';

type Parts = Pick<Wiring, 'keys' | 'https'>;

/** A form that waits for its owner. */
export type WaitingForm = KeptForm & { readonly id: string; readonly keptAt: Date; readonly expiresAt: Date };

/** Where what is kept is shown. */
const recoveredAddress = '/recuperado';

/** What the web server asks when a form comes whose session has ended. */
export const lateForms = (parts: Parts): LateForms => ({
  ownerOf: async (db, { cookies, person, now }) => {
    if (person) return findFormer(db, { personId: person.id }, now);
    const names = cookieNames(parts.https()), token = [cookies[names.session], cookies[names.former]].find(isToken);
    return token === undefined ? undefined : findFormer(db, { tokenHash: tokenHash(token) }, now);
  },
  keep: async (db, { personId }, late, { cookies, person, now }) => {
    const kept = keptForm(late), expiresAt = new Date(now.getTime() + keptMinutes * 60_000), token = browserToken(parts, cookies) ?? newToken();
    const sealed = seal(parts.keys, purposeFor(personId), JSON.stringify(kept));
    await insertLateForm(db, { id: newId<'late-form'>(now), browserHash: tokenHash(token), personId, sealed, keptAt: now, expiresAt }, keptFormsMax);
    const shown: Answer = person ? seeOther(recoveredAddress) : page(sessionEndedPage({ ...kept, expiresAt }, recoveredAddress), 401);
    return { ...shown, setCookies: [typedCookie(parts, token)] };
  },
});

/** What waits for a person in the browser that they came back with, latest first. */
export async function waitingForms(db: Db, parts: Parts, cookies: Cookies, personId: PersonId, now: Date): Promise<readonly WaitingForm[]> {
  const token = browserToken(parts, cookies);
  const rows = token === undefined ? [] : await listLateForms(db, { browserHash: tokenHash(token), personId }, now);
  return rows.flatMap(({ sealed, ...row }) => {
    const form = opened(parts, personId, sealed);
    return form ? [{ ...form, ...row }] : [];
  });
}

/** Gives one of them, once: it is forgotten in the same statement. */
export async function takeWaiting(db: Db, parts: Parts, cookies: Cookies, personId: PersonId, id: string): Promise<KeptForm | undefined> {
  const token = browserToken(parts, cookies);
  const sealed = token === undefined ? undefined : await takeLateForm(db, id, { browserHash: tokenHash(token), personId });
  return sealed && opened(parts, personId, sealed);
}

/** Where a person goes who has just logged in: to what waits for them, or to where they wanted to go. */
export const landing = async (db: Db, parts: Parts, cookies: Cookies, personId: PersonId, otherwise: string, now: Date): Promise<string> =>
  ((await waitingForms(db, parts, cookies, personId, now)).length > 0 ? recoveredAddress : otherwise);

const browserToken = ({ https }: Parts, cookies: Cookies): string | undefined => {
  const token = cookies[cookieNames(https()).typed];
  return isToken(token) ? token : undefined;
};

// One token for all that a browser keeps; it outlives them, because a page that shows one may stay open for longer.
const typedCookie = ({ https }: Parts, value: string): Cookie => ({ name: cookieNames(https()).typed, value, maxAgeSeconds: 2 * keptMinutes * 60 });

const purposeFor = (personId: PersonId): string => `late_form.${personId}`;

function opened({ keys }: Parts, personId: PersonId, sealed: Buffer): KeptForm | undefined {
  const text = unseal(keys, purposeFor(personId), sealed);
  return text === undefined ? undefined : JSON.parse(text);
}
