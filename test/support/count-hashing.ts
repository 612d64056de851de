import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { TestContext } from 'node:test';

/** What one hash of a password costs. */
export type Hashing = { readonly algorithm: string; readonly memory: number; readonly passes: number; readonly parallelism: number; readonly tagLength: number };

/** Watches Argon2 until the test ends; gives what every hash since then cost. The work that a password takes is seen by this, not by a watch. */
export function countHashing(t: TestContext): () => readonly Hashing[] {
  const watched = t.mock.method(crypto, 'argon2');
  syncBuiltinESMExports();
  t.after(() => { watched.mock.restore(); syncBuiltinESMExports(); });
  return () => watched.mock.calls.map(({ arguments: [algorithm, { memory, passes, parallelism, tagLength }] }) => ({ algorithm, memory, passes, parallelism, tagLength }));
}
