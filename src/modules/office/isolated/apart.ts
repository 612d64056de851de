import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { invariant } from '#kernel/errors/index.ts';
import { isOfficeRefusal, refuse } from '../errors.ts';
import type { JobName, Jobs } from './jobs.ts';
import type { Asked, Reply } from './reply.ts';

const secondsMax = 30, heapMegabytesMax = 512, atOnceMax = 2, waitingMax = 20;
const body = fileURLToPath(new URL('./child.ts', import.meta.url));
// It may read, and load what prints; it may neither write nor start anything, and it is told nothing of the installation.
const bounds = [`--max-old-space-size=${heapMegabytesMax}`, '--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'];

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does a job in a process of its own, so that the server goes on answering: at most two at once, each with bounds of time and memory. A thread would not do:
 * one that runs out of memory in the middle of a large allocation takes the whole server with it.
 * What the job refuses is refused here; where it passes the bounds, `beyond` says what that means. Twenty may wait, the next is refused with `office.busy`.
 */
export async function apart<Name extends JobName>(job: Name, given: Parameters<Jobs[Name]>[0], beyond: () => never): Promise<Awaited<ReturnType<Jobs[Name]>>> {
  const reply = await queued(() => ask({ job, given }));
  if (reply === 'beyond') return beyond();
  if ('refused' in reply) return refuseAs(reply.refused, reply.facts);
  invariant('value' in reply, `a job of the office ends well or is refused: ${'problem' in reply ? reply.problem : ''}`);
  // A message has no type of its own: this is the value that the job of this name gives.
  return reply.value as Awaited<ReturnType<Jobs[Name]>>;
}

function refuseAs(name: string, facts: Readonly<Record<string, unknown>>): never {
  invariant(isOfficeRefusal(name), `a job refuses with a refusal of the office: ${name}`);
  return refuse(name, facts);
}

async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= waitingMax) refuse('busy');
  if (running >= atOnceMax) await new Promise<void>((resolve) => { waiting.push(resolve); });
  else running += 1;
  try { return await work(); } finally { leave(); }
}

// A place goes straight to who has waited longest, so that nobody slips in between.
function leave(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

/** A fresh process each time: what one file does to it does not reach the next. */
function ask(asked: Asked): Promise<Reply | 'beyond'> {
  return new Promise((resolve) => {
    const child = fork(body, { execArgv: bounds, env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const end = (reply: Reply | 'beyond'): void => { clearTimeout(timer); child.kill('SIGKILL'); resolve(reply); };
    const timer = setTimeout(() => end('beyond'), secondsMax * 1_000);
    child.once('message', (reply: Reply) => end(reply));
    child.once('error', (error) => end({ problem: error.stack ?? error.message }));
    child.once('exit', (code, signal) => end(signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'beyond' : { problem: `ended with ${code ?? signal}` }));
    child.send(asked);
  });
}
