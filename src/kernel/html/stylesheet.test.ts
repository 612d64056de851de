import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildCss, icon, stylesheet } from './stylesheet.ts';

const cssGzipBytesMax = 14 * 1024;

test('the stylesheet is built once, found afterwards, and never half there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-css-'));
  const name = buildCss(folder);
  assert.match(name, /^ventanilla-[0-9a-f]{16}\.css$/);
  assert.deepEqual(readdirSync(folder).sort(), [name, `${name}.br`, `${name}.gz`]);
  writeFileSync(join(folder, name), 'kept');
  assert.equal(buildCss(folder), name, 'what is there is not built again');
  assert.equal(readFileSync(join(folder, name), 'utf8'), 'kept');
  rmSync(folder, { recursive: true });
});

test('the stylesheet stays small, and the compressed bodies are the same text', () => {
  const { href, type, body, gzip, brotli } = stylesheet();
  assert.match(href, /^\/estaticos\/ventanilla-[0-9a-f]{16}\.css$/);
  assert.equal(type, 'text/css; charset=utf-8');
  assert.ok(gzip.length <= cssGzipBytesMax, `${gzip.length} bytes`);
  assert.deepEqual(gunzipSync(gzip), body);
  assert.deepEqual(brotliDecompressSync(brotli), body);
});

test('the stylesheet fetches nothing and carries no mark of another State', () => {
  assert.doesNotMatch(stylesheet().body.toString(), /url\(|@import|@font-face|Transport|crown|crest/i);
});

test('the icon is an image of its own', () => {
  assert.match(icon().href, /^\/estaticos\/icono-[0-9a-f]{16}\.svg$/);
  assert.match(icon().body.toString(), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
});
