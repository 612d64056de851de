import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog, type Log } from '../log.ts';
import { toRefusal } from './problems.ts';

const rows = [
  ['an upload whose connection breaks off', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'http.unreadable', 0],
  ['an upload that ends too early', new Error('Unexpected end of multipart data'), 'http.unreadable', 0],
  ['a database whose connection breaks off', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), 'http.failed', 1],
] as const;

for (const [what, caught, code, lines] of rows) {
  test(`${what} is ${code}, and ${lines === 0 ? 'nothing' : 'a fault'} for the log`, () => {
    let logged = 0;
    const log: Log = { ...silentLog, error: () => { logged += 1; } };
    assert.deepEqual([toRefusal(caught, 'r-1', log).code, logged], [code, lines]);
  });
}
