import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { StoredFile } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import type { Documents } from '../wiring.ts';
import { queued } from './queue.ts';
import type { PageRequest, PageReply } from './worker.ts';

const bytesMax = 60_000_000;
const secondsMax = 15;
const heapMegabytesMax = 512;

/** One page of a PDF as a PNG, drawn by us in a worker of its own with bounds of time and memory; pages count from 1. */
export async function previewPage(documents: Documents, file: StoredFile, page: number): Promise<Buffer> {
  const { png } = await ask(documents, file, Number.isSafeInteger(page) && page >= 1 ? page : 1);
  return png === undefined ? refuse('no_preview') : Buffer.from(png);
}

/** How many pages a PDF has; 0 where it can't be read. */
export async function pageCount(documents: Documents, file: StoredFile): Promise<number> {
  return (await ask(documents, file, undefined)).pages;
}

async function ask({ store, log }: Documents, file: StoredFile, page: number | undefined): Promise<PageReply> {
  if (file.kind !== 'pdf' || file.scan === 'infected' || file.bytes > bytesMax) return { pages: 0 };
  const bytes = await buffer(await store.open(file.sha256));
  const reply = await queued(() => inWorker({ bytes: new Uint8Array(bytes), page }));
  if ('problem' in reply) log.warn('documents.preview_failed', { sha256: file.sha256, problem: reply.problem });
  return 'problem' in reply ? { pages: 0 } : reply;
}

/** A fresh worker each time: what one file does to it does not reach the next. */
function inWorker(request: PageRequest): Promise<PageReply | { problem: string }> {
  return new Promise((resolve) => {
    // What the drawing program mutters over a broken file is not for our log, which has one event a line.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: request, resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax }, execArgv: [], stdout: true, stderr: true });
    const end = (reply: PageReply | { problem: string }) => { clearTimeout(timer); void worker.terminate(); resolve(reply); };
    const timer = setTimeout(() => end({ problem: `took more than ${secondsMax} s` }), secondsMax * 1_000);
    worker.once('message', (reply: PageReply | { problem: string }) => end(reply));
    worker.once('error', (error) => end({ problem: error instanceof Error ? error.message : String(error) }));
    worker.once('exit', (code) => end({ problem: `ended with ${code}` }));
  });
}
