import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFaults } from '#support/markup.ts';
import { nationalPlan } from './index.ts';
import { framePage } from './pages/national/frame-page.ts';
import { linePage } from './pages/national/line-page.ts';

const whole = (main: unknown): string => `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(main)}</main></body></html>`;

test('the page of the national plan names every line and every goal, and marks what was damaged', async () => {
  const { main } = framePage(nationalPlan), text = String(main);
  for (const { number, name } of nationalPlan.lines) assert.ok(text.includes(`${number}. ${name}`), name);
  for (const { code } of nationalPlan.goals) assert.ok(text.includes(`#meta-${code}"`), code);
  assert.equal(text.match(/>Por confirmar</g)?.length, 4, 'three goals and the years');
  assert.deepEqual(await documentFaults(whole(main)), []);
});

test('every line has a page that its goals lead to, where what was lost says so', async () => {
  for (const line of nationalPlan.lines) {
    const { main } = linePage(nationalPlan, line);
    for (const { code, note, result } of line.goals) { assert.ok(String(main).includes(`id="meta-${code}"`)); assert.ok(String(main).includes(result.slice(0, 20))); assert.ok(note === undefined || String(main).includes(note.slice(0, 30))); }
    assert.deepEqual(await documentFaults(whole(main)), [], line.name);
  }
  assert.match(String(linePage(nationalPlan, nationalPlan.lines[0] ?? assert.fail()).main), /Por confirmar con el texto oficial del plan.*Lo que se alcanza a leer/s);
});
