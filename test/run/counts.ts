import type { TestEvent } from 'node:test/reporters';

/** What the test runner's child process hands back: totals of its whole run, and what was skipped, with the reason. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

/** Reporter for `node --test` that writes the counts as one JSON document when everything has ended. */
export default async function* counts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const skipped: string[] = [];
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.skip !== undefined) skipped.push(data.skip === true || data.skip === '' ? data.name : `${data.name}: ${data.skip}`);
    if (type !== 'test:summary' || data.file !== undefined) continue;
    const { tests, passed } = data.counts;
    yield JSON.stringify({ passed, failed: tests - passed - skipped.length, skipped } satisfies Counts);
  }
}
