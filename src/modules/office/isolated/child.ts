import { isRefusal } from '#kernel/errors/index.ts';
import { jobs } from './jobs.ts';
import type { Asked, Reply } from './reply.ts';

// This file is the body of a process: it does one job and waits to be ended by whoever asked. Did it end by itself, its end could be heard of
// before its answer, which may be large. Whoever asked being gone, it ends too.
process.on('message', (asked: Asked) => { void answer(asked).then((reply) => process.send?.(reply)); });

async function answer({ job, given }: Asked): Promise<Reply> {
  try {
    // A message has no type of its own: what is given is what the job of this name takes.
    return { value: await (jobs[job] as (given: unknown) => Promise<unknown>)(given) };
  } catch (caught) {
    if (isRefusal(caught)) return { refused: caught.code.replace(/^office\./, ''), facts: caught.facts };
    return { problem: caught instanceof Error ? (caught.stack ?? caught.message) : String(caught) };
  }
}
