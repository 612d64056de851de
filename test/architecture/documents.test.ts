import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoAccounts } from '#modules/identity/index.ts';
import { composedRoutes } from '#support/composition.ts';
import { allDocuments, brokenLinks, declaredPictures, mentions, missingPaths, writtenDocuments } from '#support/documents.ts';
import { findFiles } from '#support/source/index.ts';

const textOf = (path: string): string => findFiles(path)[0]?.text ?? '';
const at = ({ at: place, said }: { readonly at: string; readonly said: string }): string => `${place} ${said}`;

const wanted = [
  'README.md', 'README.es.md', 'ARCHITECTURE.md', 'STYLE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'publiccode.yml',
  'docs/adding/procedure.md', 'docs/adding/field-type.md', 'docs/adding/payment-provider.md', 'docs/adding/channel.md', 'docs/adding/page.md',
  'docs/manual/solicitante.md', 'docs/manual/servidor.md', 'docs/manual/administracion.md',
];

test('the documents of the project are there', () => {
  assert.deepEqual(wanted.filter((path) => findFiles(path).length === 0), []);
});

test('every link leads to a file that exists, or to a picture that the journeys make', () => {
  assert.deepEqual(brokenLinks(allDocuments()), []);
});

test('pictures are those that the journeys make', () => {
  const shown = mentions(writtenDocuments(), /!\[[^\]]*\]\((?:\.\.\/)*([^)\s]+)\)/g).map(({ at: place, said }) => ({ at: place, said: said.startsWith('docs/') ? said : `docs/${said}` }));
  assert.ok(shown.length > 0);
  assert.deepEqual(shown.filter(({ said }) => !declaredPictures.has(said)).map(at), []);
  assert.deepEqual(mentions(writtenDocuments(), /!\[\]\(([^)]+)\)/g).map(at), [], 'a picture has words for who cannot see it');
});

test('every path that a document names exists', () => {
  assert.deepEqual(missingPaths(writtenDocuments(), ['src/modules/forms/field-types/placa/']), []);
});

test('every command that a document names is one of package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const unknown = mentions(allDocuments(), /npm run ([\w:-]+)/g).filter(({ said }) => scripts[said] === undefined);
  assert.deepEqual(unknown.map(at), []);
});

const variableNames = /\b(PORT|HOST|CLAMD|TRUST_PROXY|(?:VENTANILLA|DATABASE|OIDC|PPE|SMTP)_[A-Z_]*[A-Z])\b/g;

test('the manual of the administrator names every variable of the environment, and no document another', () => {
  const source = findFiles('src/**/*.ts', 'bin/**/*.mjs').filter(({ path }) => !/\.test\.ts$|test-support\//.test(path)).map(({ text }) => text).join('\n');
  const used = new Set([...source.matchAll(variableNames)].map(([name]) => name));
  const explained = new Set(mentions(findFiles('docs/manual/administracion.md')).flatMap(({ said }) => [...said.matchAll(variableNames)].map(([name]) => name)));
  assert.deepEqual([...used].filter((name) => !explained.has(name)), []);
  const invented = mentions(writtenDocuments()).filter(({ said }) => [...said.matchAll(variableNames)].some(([name]) => !used.has(name) && !/^(VENTANILLA_STANDARDS|TEST_\w+)$/.test(name)));
  assert.deepEqual(invented.map(at), []);
});

test('every address that a document names is one of the program', async () => {
  const known = (await composedRoutes()).map(({ path }) => new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`));
  const foreign = /^\/(oidc|webhook|root|transaccion|api\/v1\/?$|api\/$)/, written = writtenDocuments().filter(({ path }) => !path.startsWith('docs/adding/'));
  const named = mentions(written, /`(?:(?:GET|POST) )?(\/[a-z.][^`\s]*)`/g).filter(({ said }) => !foreign.test(said) && !said.includes('…'));
  assert.ok(named.length > 10);
  assert.deepEqual(named.filter(({ said }) => !known.some((path) => path.test(said.replace(/[?#].*$/, '').replace(/(?<=.)\/$/, '')))).map(at), []);
});

test('the accounts of the READMEs are those of the demonstration', () => {
  const accounts = new Set(demoAccounts().map(({ user }) => user));
  for (const path of ['README.md', 'README.es.md']) {
    const named = mentions(findFiles(path), /`([a-z]+\d?\.(?:aduana|migracion|agemed|gad|justicia)|\d{7,8}(?:-\d[A-Z])?)`/g);
    assert.ok(named.length >= 10, path);
    assert.deepEqual(named.filter(({ said }) => !accounts.has(said)).map(at), []);
    assert.ok(textOf(path).includes(demoAccounts()[0]?.password ?? ''), `${path} says the password`);
  }
});

test('every decision has its sections, a number of its own, and a row in ARCHITECTURE.md', () => {
  const decisions = findFiles('docs/adr/*.md'), table = textOf('ARCHITECTURE.md');
  const numbers = decisions.map(({ path }) => /\/(\d{4})-/.exec(path)?.[1] ?? path);
  assert.equal(new Set(numbers).size, decisions.length);
  for (const { path, text } of decisions) {
    for (const heading of ['Context', 'Decision', 'Consequences', 'Rejected']) assert.match(text, new RegExp(`^## ${heading}$`, 'm'), path);
    assert.ok(table.includes(`(${path})`), `${path} is in ARCHITECTURE.md`);
  }
});

test('the examples of STYLE.md stand in the source as they are shown', () => {
  const examples = [...textOf('STYLE.md').matchAll(/^```\w+\n(?:\/\/|--) (\S+)\n([\s\S]*?)^```/gm)].map(([, path = '', code = '']) => ({ path, lines: code.trimEnd().split('\n') }));
  assert.ok(examples.length >= 8);
  const untrue = examples.flatMap(({ path, lines }) => lines.filter((line) => !textOf(path).includes(line)).map((line) => `${path}: ${line.trim()}`));
  assert.deepEqual(untrue, []);
});
