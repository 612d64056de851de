import type { Person } from '#kernel/access.ts';

/** How long a session lives: without use, and in all. */
export type SessionLimits = { readonly idleSeconds: number; readonly absoluteSeconds: number };

const hour = 3_600;

/** An officer sees other people's files, often at a shared counter; a citizen fills long forms and is interrupted. */
export const sessionLimits = {
  officer: { idleSeconds: hour / 2, absoluteSeconds: 12 * hour },
  citizen: { idleSeconds: 8 * hour, absoluteSeconds: 24 * hour },
} as const satisfies Record<Person['kind'], SessionLimits>;

/** How long after it could have gone on a session is still known to have been somebody's, for forms that come late. */
export const rememberedSeconds = hour;

/** A use is written down at most this often, so that reading pages costs no writes. */
export const touchSeconds = 60;
