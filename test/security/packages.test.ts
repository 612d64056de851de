import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkFolder } from '#modules/cases/index.ts';
import { readProcedureFolders, type ProcedureFolder } from '#modules/catalog/index.ts';
import { root } from '#support/source/index.ts';

// What a designer can do to a folder by a slip, and what somebody could do to it on purpose.
const folders = (await readProcedureFolders(`${root}/procedures`)).filter(({ files }) => 'flow.bpmn' in files);
const seed = Number(process.env.VENTANILLA_SEED ?? 20_261_120), runs = 120, workSecondsMax = 5;

const garbage = ['', ' ', '\t', '\u0000', '\ufeff', ':', '- ', '"', "'", '|', '&a', '*a', '!!js/function x', '{', '[', '<', '</', '&amp;', '&x;', '<![CDATA[', '<?xml?>', '#', '0', '-1', '99999999999', '1e400', 'true', 'null', '.inf', '2026-02-30', 'P1000000Y', 'hoy', '__proto__', 'constructor', 'ñ', '😀', '(((((', 'for x in', 'if', '1 / 0', 'a.b.c', '[1..]', '={', '${x}', '../../x', 'x'.repeat(5_000)];
const bombs: Readonly<Record<string, readonly string[]>> = {
  yaml: [`a: &a [x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`},*${at === 0 ? 'a' : `b${at - 1}`},*${at === 0 ? 'a' : `b${at - 1}`},*${at === 0 ? 'a' : `b${at - 1}`}]`).join('\n')}\n`, '['.repeat(20_000), '- '.repeat(20_000), `${'a:\n '.repeat(300)}b`, 'a: 1\na: 2\n', '%YAML 9.9\n---\n', '? [x]\n: y\n', '---\n---\n---\n'],
  xml: ['<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><definitions>&c;</definitions>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><definitions>&a;</definitions>', '<a>'.repeat(20_000), '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">', '', 'hola'],
};

const picked = (text: string) => fc.nat({ max: Math.max(text.length, 1) });

/** One file of a folder, changed. */
function changed(folder: ProcedureFolder): fc.Arbitrary<ProcedureFolder> {
  const names = Object.keys(folder.files).filter((name) => /\.(yaml|bpmn|dmn)$/.test(name));
  return fc.constantFrom(...names).chain((name) => {
    const text = folder.files[name] ?? '', lines = text.split('\n'), line = fc.nat({ max: lines.length - 1 }), kind = name.endsWith('.yaml') ? 'yaml' : 'xml';
    return fc.oneof(
      line.map((at) => lines.toSpliced(at, 1).join('\n')), line.map((at) => lines.toSpliced(at, 0, lines[at] ?? '').join('\n')),
      fc.tuple(line, line).map(([a, b]) => lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '').join('\n')), picked(text).map((at) => text.slice(0, at)),
      fc.tuple(picked(text), fc.constantFrom(...garbage)).map(([at, more]) => text.slice(0, at) + more + text.slice(at)),
      fc.tuple(line, fc.constantFrom(...garbage)).map(([at, value]) => lines.with(at, (lines[at] ?? '').replace(/([:>=]\s*)[^<>{}[\]]+/, (_, before: string) => before + value)).join('\n')),
      fc.tuple(line, fc.constantFrom(' ', '  ', '\t')).map(([at, indent]) => lines.with(at, indent + (lines[at] ?? '')).join('\n')), fc.constantFrom(...bombs[kind] ?? []),
    ).map((made) => ({ ...folder, files: { ...folder.files, [name]: made } }));
  });
}

test('whatever is in the files of a procedure, checking says where, why and how to mend it, in Spanish, and comes to an end', () => fc.assert(
  fc.asyncProperty(fc.constantFrom(...folders).chain(changed), async (folder) => {
    const before = process.cpuUsage(), { faults } = await checkFolder(folder, () => ({ value: undefined, faults: [] }));
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < workSecondsMax * 1e6, 'no text sends the reader astray for long');
    for (const { file, code, reason, mend, line = 1, column = 1 } of faults) {
      assert.ok(file.startsWith(`${folder.path}/`) && /^[a-z]+\.[a-z_]+$/.test(code) && line >= 1 && column >= 1, `${file}:${line}:${column} ${code}`);
      for (const sentence of [reason, mend]) assert.ok(/[.?»)]$/.test(sentence.trim()) && !/\bundefined\b|\[object|\b(unexpected|expected|must be|cannot|invalid|missing|unterminated|failed|token)\b/i.test(sentence.replaceAll(/«[^»]*»/g, '')), `${code}: ${sentence}`);
    }
  }), { numRuns: runs, seed }));
