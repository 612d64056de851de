import type { Person } from '../access.ts';
import type { Db } from '../db/types.ts';
import type { PersonId } from '../ids.ts';
import type { Field } from './keepable.ts';
import type { Answer } from './types.ts';

/** Somebody who was logged in, and what the forms of their sessions were bound to. */
export type FormOwner = { readonly personId: PersonId; readonly sessionKeys: readonly string[] };

/** A form that came after the session of its page had ended. Never with files, form tokens or passwords. */
export type LateForm = {
  /** What people call it: `RouteOptions.form`. */
  readonly name: string;
  /** Address of ours that it was sent to, and of the page that it came from. */
  readonly path: string;
  readonly pageBefore: string | undefined;
  readonly fields: readonly Field[];
  readonly hadFiles: boolean;
};

type Cookies = Readonly<Record<string, string | undefined>>;

/** Who is asking, when a form is kept: whoever is logged in by now, or nobody. */
export type LateCaller = { readonly cookies: Cookies; readonly person: Person | undefined; readonly now: Date };

/** What the server asks of the module that knows sessions. */
export type LateForms = {
  /** Whose form this may be: of whoever is logged in, or else of whoever this browser's ended session belonged to; nobody for any other browser. */
  readonly ownerOf: (db: Db, caller: LateCaller) => Promise<FormOwner | undefined>;
  /** Keeps the form for its owner alone, and says to the person in front of the browser what comes next. */
  readonly keep: (db: Db, owner: FormOwner, late: LateForm, caller: LateCaller) => Promise<Answer>;
};
