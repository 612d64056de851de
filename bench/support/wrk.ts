import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { invariant } from '#kernel/errors/index.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { programs } from './programs.ts';

/** How to load a server: `connections` at once; `lua` may define `request()` for more than asking for one address. */
export type Load = { readonly url: string; readonly connections: number; readonly seconds: number; readonly headers?: Readonly<Record<string, string>>; readonly lua?: string };

/** What came of it. `failed` are answers that are neither 2xx nor 3xx, and connections that broke. */
export type Loaded = { readonly perSecond: number; readonly requests: number; readonly failed: number };

// Every request comes from another of many thousand addresses, because the server counts calls by address.
const addresses = `
local calls = 0
function address()
  calls = calls + 1
  return string.format("10.%d.%d.%d", calls % 7, calls % 83, calls % 79)
end
`;
const asking = `
function request()
  wrk.headers["X-Forwarded-For"] = address()
  return wrk.format()
end
`;

/** Loads a server with wrk, a program in C, from one thread. */
export async function wrk({ url, connections, seconds, headers = {}, lua = asking }: Load): Promise<Loaded> {
  const { folder, remove } = temporaryFolder('wrk');
  try {
    const script = join(folder, 'load.lua');
    writeFileSync(script, addresses + lua);
    const said = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const { stdout } = await promisify(execFile)(programs.wrk, ['-t1', `-c${connections}`, `-d${Math.max(1, Math.round(seconds))}s`, '-s', script, ...said, url]);
    const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? 0);
    const requests = number(/(\d+) requests in/);
    invariant(requests > 0, `wrk reaches ${url}: ${stdout}`);
    const broken = [...(/Socket errors:(.*)/.exec(stdout)?.[1] ?? '').matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
    return { perSecond: number(/Requests\/sec:\s+([\d.]+)/), requests, failed: number(/Non-2xx or 3xx responses: (\d+)/) + broken };
  } finally {
    remove();
  }
}
