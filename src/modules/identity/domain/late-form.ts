import type { LateForm } from '#kernel/http/index.ts';
import { returnPath } from './return-path.ts';

/** How long what was typed is kept. */
export const keptMinutes = 30;

/** How many forms are kept for one person at a time. */
export const keptFormsMax = 5;

/** A late form as it is sealed: its addresses are ours. */
export type KeptForm = Omit<LateForm, 'pageBefore'> & { readonly back: string };

/** The form with addresses that stay with us: where it is sent, and the page to go on from without it. */
export const keptForm = ({ pageBefore, path, ...late }: LateForm): KeptForm => ({ ...late, path: returnPath(path, '/'), back: returnPath(pageBefore, '/') });

const shownMax = 12, lettersMax = 300;

/**
 * What the person can recognise as their own: the texts with several words, in their order. Single words may be values of choices, which are
 * codes and say nothing to anybody.
 */
export const ownWords = (fields: KeptForm['fields']): readonly string[] =>
  fields.map(([, value]) => value.trim()).filter((value) => /\s/.test(value)).slice(0, shownMax).map((value) => (value.length > lettersMax ? `${value.slice(0, lettersMax)}…` : value));
