import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { startSite } from '../support/site.ts';
import { openWorld } from '../support/world.ts';

/** Bytes that a first visit loads. */
export const weight: Suite = {
  name: 'weight',
  title: 'Weight of a first visit',
  method: `A page as a browser loads it for the first time: the document, and whatever its head names (style sheet, icon), compressed as a browser asks for it. There is no script to load. Headers are not counted.`,
  run: measure,
};

const kib = 1024;

async function* measure({ postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), site = await startSite({ DATABASE_URL: world.url, DATABASE_OWNER_URL: world.ownerUrl });
  try {
    for (const [name, path] of [['home', '/'], ['catalogue', '/tramites'], ['procedure', '/tramites/copias-simples']] as const) {
      yield measured({ name: `first_visit_${name}`, value: await bytesOf(site.url, path) / kib, unit: 'KiB', goal: { of: 'value', atMost: 25 } });
    }
  } finally {
    await site.stop();
    await world.close();
  }
}

async function bytesOf(site: string, path: string): Promise<number> {
  const { bytes, text } = await load(site + path);
  const named = [...text.matchAll(/<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"]+)"/g)].map(([, address = '']) => new URL(address, site).href);
  const more = await Promise.all(named.map(load));
  return more.reduce((sum, one) => sum + one.bytes, bytes);
}

// fetch unpacks what it gets, so what came over the wire is told by the length that the server announces.
async function load(url: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } }), text = await response.text();
  return { bytes: Number(response.headers.get('content-length') ?? Buffer.byteLength(text)), text };
}
