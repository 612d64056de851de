import { refuse } from './errors.ts';
import { neighbourhood } from './neighbourhood.ts';
import type { RouteOptions } from './types.ts';

type LimitClass = NonNullable<RouteOptions['limit']>;

/** Calls that one address may make, and how many seconds it takes to earn them back: generous for pages, because an office shares one address. */
const limits: Readonly<Record<LimitClass, { readonly burst: number; readonly seconds: number }>> = {
  page: { burst: 600, seconds: 20 },
  // Composing one takes a second of a processor, and few are composed at once.
  file: { burst: 60, seconds: 60 },
  search: { burst: 120, seconds: 20 },
  login: { burst: 20, seconds: 60 },
  upload: { burst: 60, seconds: 60 },
  webhook: { burst: 600, seconds: 20 },
};

const addressesMax = 50_000;

/** Counts calls by class and address, in this process; refuses with the seconds to wait. */
export type RateLimiter = (limit: LimitClass, address: string, nowMillis: number) => void;

/** A token bucket for every address: it fills steadily, so that nobody waits for a window to turn. */
export function createRateLimiter(): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  return (limit, address, now) => {
    const { burst, seconds } = limits[limit];
    const key = `${limit} ${neighbourhood(address)}`;
    const bucket = buckets.get(key) ?? { left: burst, at: now };
    // A clock that was put back takes nothing away.
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * (burst / seconds));
    bucket.at = now;
    if (buckets.size > addressesMax) buckets.clear();
    buckets.set(key, bucket);
    if (bucket.left < 1) refuse('too_many', { seconds: Math.ceil(((1 - bucket.left) * seconds) / burst) });
    bucket.left -= 1;
  };
}
