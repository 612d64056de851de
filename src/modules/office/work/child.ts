import { isRefusal } from '#kernel/errors/index.ts';
import { jobs } from './jobs.ts';
import type { Asked, Reply } from './reply.ts';

// This file is the body of a process: it does one job and ends.
process.once('message', (asked: Asked) => { void answer(asked).then((reply) => process.send?.(reply, () => process.disconnect())); });

async function answer({ job, given }: Asked): Promise<Reply> {
  try {
    // A message has no type of its own: what is given is what the job of this name takes.
    return { value: await (jobs[job] as (given: unknown) => Promise<unknown>)(given) };
  } catch (caught) {
    if (isRefusal(caught)) return { refused: caught.code.replace(/^office\./, ''), facts: caught.facts };
    return { problem: caught instanceof Error ? (caught.stack ?? caught.message) : String(caught) };
  }
}
