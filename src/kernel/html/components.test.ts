import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as part from './components.ts';
import { html, type Html } from './html.ts';

const niHint = 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.';

// The design system publishes what its own templates render. Ours must be the same, apart from what only scripts need, our words, and
// what we add on purpose: `aria-invalid` on wrong answers, `maxlength` on the boxes of a date.
const rows: readonly (readonly [component: string, fixture: string, ours: Html])[] = [
  ['input', 'default', part.textField({ id: 'test-name', name: 'test-name', label: 'National Insurance number' })],
  ['input', 'with hint text', part.textField({ id: 'input-with-hint-text', name: 'test-name-2', label: 'National insurance number', hint: niHint })],
  ['input', 'with error and hint', part.textField({ id: 'with-error-hint', name: 'with-error-hint', label: 'National insurance number', hint: niHint, error: 'Enter a National Insurance number in the correct format' })],
  ['textarea', 'with hint', part.textArea({ id: 'more-detail', name: 'more-detail', label: 'Can you provide more detail?', hint: "Don't include personal or financial information, eg your National Insurance number or credit card details." })],
  ['textarea', 'with error message', part.textArea({ id: 'no-ni-reason', name: 'no-ni-reason', label: 'Why can’t you provide a National Insurance number?', error: 'You must provide an explanation' })],
  ['select', 'with hint text and error message', part.select({ id: 'select-2', name: 'select-2', label: 'Label text goes here', hint: 'Hint text goes here', error: 'Error message goes here', options: ['1', '2', '3'].map((value) => ({ value, text: `GOV.UK frontend option ${value}` })) })],
  ['file-upload', 'with error message and hint', part.fileField({ id: 'file-upload-3', name: 'file-upload-3', label: 'Upload a file', hint: 'Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.', error: 'Error message goes here' })],
  ['file-upload', 'with label as page heading', part.fileField({ id: 'file-upload-1', name: 'file-upload-1', label: 'Upload a file', labelSize: 'l', isPageHeading: true })],
  ['radios', 'with hint', part.radios({ id: 'example-with-hint', name: 'example-with-hint', label: 'Have you changed your name?', hint: 'This includes changing your last name or spelling your name differently.', options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] })],
  ['checkboxes', 'with hint', part.checkboxes({ id: 'nationality', name: 'nationality', label: 'What is your nationality?', hint: 'Select all that apply', options: [{ value: 'british', text: 'British' }, { value: 'irish', text: 'Irish' }, { value: 'other', text: 'Citizen of another country' }] })],
  ['tag', 'grey', part.tag({ text: 'Grey', colour: 'grey' })],
  ['panel', 'default', part.panel({ title: 'Application complete', body: html`Your reference number<br><strong>HDJ2123F</strong>` })],
  ['back-link', 'default', part.backLink({ href: '#', text: 'Back' })],
  ['inset-text', 'default', part.insetText('It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.')],
  ['skip-link', 'default', part.skipLink('#test-target-element', 'Skip to main content')],
];

for (const [component, fixture, ours] of rows) {
  test(`${component}, ${fixture}: the markup of the design system`, () => assert.equal(plain(String(ours)), plain(fixtureOf(component, fixture))));
}

test('text is escaped wherever a component takes it', () => {
  const evil = '"><script>alert(1)</script>';
  const made = [
    part.textField({ id: 'a', name: evil, label: evil, hint: evil, error: evil, value: evil, prefix: evil, suffix: evil }), part.textArea({ id: 'b', name: 'b', label: evil, value: evil }),
    part.select({ id: 'c', name: 'c', label: evil, options: [{ value: evil, text: evil }], emptyText: evil }), part.radios({ id: 'd', name: 'd', label: evil, options: [{ value: evil, text: evil, hint: evil }] }),
    part.errorSummary([{ href: `javascript:${evil}`, text: evil }]), part.tag({ text: evil }), part.notice({ title: evil, body: evil }), part.button({ text: evil, name: evil, value: evil, hiddenText: evil }),
    part.linkButton({ href: evil, text: evil }), part.summaryList([{ key: evil, value: evil, action: { href: evil, text: evil, hiddenText: evil } }]), part.table({ caption: evil, head: [evil], rows: [[evil]], cards: true }),
    part.timeline([{ when: evil, title: evil, body: evil }]), part.searchBox({ action: evil, label: evil, value: evil, hint: evil }), part.hiddenField(evil, evil), part.pagination({ previous: evil, next: evil, info: evil }),
  ].join('');
  assert.equal(made.match(/<script|javascript:/)?.[0], undefined);
});

test('a field names its hint and its error to a screen reader, in that order', () => {
  assert.match(String(part.textField({ id: 'ci', name: 'ci', label: 'Carnet', hint: 'Sin complemento', error: 'Escriba su carnet' })), /aria-describedby="ci-hint ci-error" aria-invalid="true"/);
});

test('the error summary counts, links to the fields, and vanishes when there is nothing to mend', () => {
  assert.equal(String(part.errorSummary([])), '');
  assert.match(String(part.errorSummary([{ href: '#a', text: 'x' }])), /Hay un dato que corregir.*href="#a"/s);
  assert.match(String(part.errorSummary([{ href: '#a', text: 'x' }, { href: '#b', text: 'y' }])), /Hay 2 datos que corregir/);
});

test('a list that leads only forwards promises the first page, not the one before', () => {
  const said = (way: Parameters<typeof part.pagination>[0]): string => String(part.pagination(way)).replaceAll(/<[^>]+>/g, '');
  assert.deepEqual([said({ first: '/a', next: '/c' }), said({ previous: '/b' }), said({})], ['Primera páginaSiguiente página', 'Anterior página', '']);
});

function fixtureOf(component: string, name: string): string {
  const file = new URL(`../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, import.meta.url);
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: { name: string; html: string }[] };
  return fixtures.find((fixture) => fixture.name === name)?.html ?? `no fixture named ${name}`;
}

/** Markup without what does not count: white space, the order of attributes, hooks for scripts, our additions. */
function plain(markup: string): string {
  return markup.replace(/\s*\n\s*/g, '').replace(/<(\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g, (_whole, name: string, attributes: string) => {
    const kept = (attributes.match(/[\w-]+(?:="[^"]*")?/g) ?? []).filter((attribute) => !/^(data-module|aria-invalid)/.test(attribute)).sort();
    return `<${[name, ...kept].join(' ')}>`;
  });
}
