import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFiles, findTemplates, wordsOf, type Template } from '#support/source/index.ts';

const templates = (): readonly Template[] => findFiles('src/**/*.ts').filter(({ path, text }) => !path.endsWith('.test.ts') && text.includes('html`')).flatMap(findTemplates);
const place = ({ path, line }: Template): string => `${path}:${line}`;

// Words that no Spanish sentence has. A whole dictionary would be surer, and would need one for names too.
const english = /\b(?:the|and|your|you|please|submit|loading|save|cancel|next|click|here|invalid|required|upload|download|search|home|page|with|this|that|not found|sign in|log in|log out|password|welcome|yes|back to|must be|should)\b/i;

test('no English on a screen', () => {
  const found = templates().flatMap((template) => { const word = english.exec(wordsOf(template)); return word ? [`${place(template)} «${word[0]}»`] : []; });
  assert.deepEqual(found, []);
});

test('no English in a refusal', () => {
  const sentences = findFiles('src/**/*.ts').filter(({ text, path }) => text.includes('refusals(') && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) => [...text.matchAll(/\[\s*\d{3},\s*(['"`])(.*?)\1\s*,?\s*\]/gs)].map((match) => ({ path, sentence: match[2] ?? '' })));
  assert.ok(sentences.length > 0);
  assert.deepEqual(sentences.filter(({ sentence }) => english.test(sentence)), []);
});

test('pages have neither script nor inline style, which the browser is told to refuse', () => {
  const inline = /\sstyle=|\son[a-z]+="|<script(?! type="application\/ld\+json")/;
  assert.deepEqual(templates().filter(({ markup }) => inline.test(markup)).map(place), []);
});

// The forms of the stand-in for Ciudadanía Digital are the provider's: a login there is bound to a cookie and an address of its own.
const isForeign = ({ path }: Template): boolean => path.startsWith('src/modules/identity/provider/');

test('the first thing in every form that changes something is its token', () => {
  const forms = /<form\b(?:\$\{[^}]*\}|[^>])*\bmethod="post"(?:\$\{[^}]*\}|[^>])*>(\s*\$\{[^}]*csrf)?/gi;
  const open = templates().filter((template) => !isForeign(template) && /method="post"/i.test(template.markup) && [...template.source.matchAll(forms)].some((match) => match[1] === undefined));
  assert.deepEqual(open.map(place), []);
});

const markups = [
  //  markup                                                   found
  ['<p class="search page">Trámites</p>',                      undefined],
  ['<p>Submit</p>',                                            'Submit'],
  ['<a href="/x" aria-label="Next page">1</a>',                'Next'],
  ['<p>${}</p>',                                               undefined],
] as const;

for (const [markup, found] of markups) {
  test(`English in ${markup}: ${found ?? 'none'}`, () => { assert.equal(english.exec(wordsOf({ markup }))?.[0], found); });
}
