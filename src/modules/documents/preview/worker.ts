import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { boundMemory } from './bound-memory.ts';

/** What the worker is asked: a page from 1, or only the number of pages. */
export type PageRequest = { readonly bytes: Uint8Array; readonly page: number | undefined };
export type PageReply = { readonly pages: number; readonly png?: Uint8Array };

const pixelsWide = 1_240;
const pixelsHighMax = 3_500;
const wasmPagesMax = 8_192;

// This file is the body of a worker thread: it draws one page and ends.
const request: PageRequest = workerData;
parentPort?.postMessage(await draw(request).catch((caught: unknown) => ({ problem: caught instanceof Error ? caught.message : 'unreadable' })), []);

async function draw({ bytes, page }: PageRequest): Promise<PageReply> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const library = await PDFiumLibrary.init({ wasmBinary: boundMemory(wasm, wasmPagesMax) });
  const document = await library.loadDocument(bytes);
  const pages = document.getPageCount();
  if (page === undefined || page > pages) return { pages };
  const sheet = document.getPage(page - 1);
  const { originalWidth, originalHeight } = sheet.getOriginalSize();
  const scale = Math.min(pixelsWide / Math.max(1, originalWidth), pixelsHighMax / Math.max(1, originalHeight));
  const { data } = await sheet.render({ scale, render: async ({ data: pixels, width, height }) => toPng(pixels, width, height) });
  return { pages, png: data };
}

function toPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  png.data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 6, filterType: 2 });
}
