import type { Db } from '../db/types.ts';

/**
 * Something that happened and that others may act on. It is written in the transaction that made it true, and delivered at least
 * once afterwards. `key` makes it unique: writing the same key twice keeps the first, and lets a timer be cancelled.
 */
export type OutboxMessage = {
  readonly topic: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this instant; absent means at once. This is how timers are made. */
  readonly runAt?: Date;
};

/** A message as the handler gets it. */
export type Delivery = OutboxMessage & { readonly attempt: number; readonly now: Date };

/**
 * Acts on a topic. The handler must be idempotent: it can be called again after a crash. It may call the network, because it is not
 * inside a transaction; it opens its own. Throwing makes the delivery try again later, with growing delays.
 */
export type Subscription = {
  readonly topic: string;
  readonly name: string;
  readonly handle: (db: Db, delivery: Delivery) => Promise<void>;
};

/** Work that repeats: one process at a time runs it, whoever holds the lease. */
export type Job = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (db: Db, now: Date) => Promise<void>;
};
