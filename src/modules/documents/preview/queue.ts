const atOnceMax = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs work when fewer than two others are running: drawing takes a whole core and much memory. */
export async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnceMax) await new Promise<void>((resolve) => { waiting.push(resolve); });
  running += 1;
  try { return await work(); } finally { running -= 1; waiting.shift()?.(); }
}
