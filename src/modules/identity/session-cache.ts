import type { Authenticated } from '#kernel/http/index.ts';

/** Answers of `authenticate`, remembered for seconds, so that a page with ten pictures asks the database once. */
export type SessionCache = {
  readonly get: (hash: Buffer, now: Date) => Authenticated | undefined;
  readonly put: (hash: Buffer, found: Authenticated, now: Date) => void;
  /** Forgets a session that was closed, or everything of a person whose rights have changed. */
  readonly forget: (which: { readonly personId: string } | { readonly hash: Buffer }) => void;
};

// Other processes learn of a closed session at most this late.
const rememberedMillis = 5_000;
const entriesMax = 10_000;

/** A cache of this process alone. */
export function createSessionCache(): SessionCache {
  const entries = new Map<string, { readonly found: Authenticated; readonly until: number }>();
  return {
    get: (hash, now) => {
      const entry = entries.get(hash.toString('base64'));
      const age = entry === undefined ? 0 : entry.until - now.getTime();
      return entry !== undefined && age > 0 && age <= rememberedMillis ? entry.found : undefined;
    },
    put: (hash, found, now) => {
      if (entries.size >= entriesMax) entries.clear();
      entries.set(hash.toString('base64'), { found, until: now.getTime() + rememberedMillis });
    },
    forget: (which) => {
      if ('hash' in which) entries.delete(which.hash.toString('base64'));
      else for (const [key, { found }] of entries) if (found.person.id === which.personId) entries.delete(key);
    },
  };
}
