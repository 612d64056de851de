import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../access.ts';
import type { PageContent } from '../http/types.ts';
import { newId } from '../ids.ts';
import { hiddenField } from './components.ts';
import { errorPage } from './error-pages.ts';
import { framePage, navigationFor, type FrameData } from './frame.ts';
import { html } from './html.ts';

const content: PageContent = { title: 'Copias simples', main: html`<h1>Copias simples</h1>` };
const frame: FrameData = { path: '/tramites/copias-simples?desde=2', demo: false, navigation: [], csrf: () => hiddenField('csrf', 'secreto'), cssHref: '/estaticos/x.css', origin: 'https://ventanilla.ejemplo.bo' };
const person = { name: 'Juana Mamani <Quispe>' };

// What a page looks like in its frame: each row changes one thing and says what must (or, with `not`, must not) be there.
const rows: readonly (readonly [what: string, content: Partial<PageContent>, frame: Partial<FrameData>, must: RegExp, not?: RegExp])[] = [
  ['the language is that of Bolivia', {}, {}, /<html lang="es-BO"/],
  ['the title ends with the name of the site', {}, {}, /<title>Copias simples — Ventanilla<\/title>/],
  ['a form with errors says so first', { hasErrors: true }, {}, /<title>Error: Copias simples — Ventanilla<\/title>/],
  ['the canonical address has no query', {}, {}, /rel="canonical" href="https:\/\/ventanilla.ejemplo.bo\/tramites\/copias-simples"/],
  ['paper shows the address', {}, {}, /app-print-address">https:\/\/ventanilla.ejemplo.bo\/tramites\/copias-simples</],
  ['a visitor is offered the way in, and comes back here', {}, {}, /href="\/ingresar\?volver=%2Ftramites%2Fcopias-simples%3Fdesde%3D2"/, /\/salir|secreto|noindex/],
  ['a person sees their name, and leaves by a form', {}, { person }, /Juana Mamani &lt;Quispe&gt;.*<form action="\/salir" method="post"><input type="hidden" name="csrf" value="secreto">/s, /Ingresar<|canonical/],
  ['personal pages stay out of search engines', {}, { person }, /name="robots" content="noindex"/],
  ['so does a page that asks for it', { noIndex: true }, {}, /name="robots" content="noindex"/, /canonical/],
  ['a demonstration says so', {}, { demo: true }, /Sitio de demostración:/],
  ['a demonstration that lives ahead says in which day', {}, { demo: true, demoDay: 'lunes, 23 de noviembre de 2026' }, /Su reloj está adelantado: hoy es lunes, 23 de noviembre de 2026\./],
  ['one that does not says no day', {}, { demo: true }, /efecto legal\. <a class="govuk-link" href="\/demo\/fecha">/],
  ['the real thing does not', {}, {}, /<main/, /demostración/],
  ['a message is read aloud, before the content', {}, { notice: 'Guardamos <su> borrador.' }, /role="alert".*Guardamos &lt;su&gt; borrador\..*<h1>/s],
  ['a wide page widens its frame too', { width: 'wide' }, {}, /class="govuk-template__body app-wide"/],
  ['the way back stands before the content', { backLink: { href: '/tramites', text: 'Trámites' } }, {}, /govuk-back-link">Trámites<.*<main/s],
  ['the section of the page is the current one', { section: '/tramites' }, { navigation: [{ href: '/tramites', text: 'Trámites', current: false }, { href: '/verificar', text: 'Verificar', current: true }] }, /href="\/tramites" aria-current="true"/, /verificar" aria-current/],
  ['a section that this person has no link to leaves it to the path', { section: '/escritorio' }, { navigation: [{ href: '/escritorio/tramites', text: 'Trámites de la entidad', current: true }] }, /href="\/escritorio\/tramites" aria-current="true"/],
  ['without a section, the path decides', {}, { navigation: [{ href: '/tramites', text: 'Trámites', current: true }] }, /href="\/tramites" aria-current="true"/],
  ['a description is for search engines', { description: 'Qué "es"' }, {}, /name="description" content="Qué &quot;es&quot;"/],
];

for (const [what, changedContent, changedFrame, must, not] of rows) {
  test(`frame: ${what}`, () => {
    const shown = framePage({ ...content, ...changedContent }, { ...frame, ...changedFrame });
    assert.match(shown, must);
    if (not) assert.doesNotMatch(shown, not);
  });
}

test('navigation shows only what the person may call, and marks where they are', () => {
  const officer: Person = { id: newId(), kind: 'officer', name: 'Ana', roles: ['officer'], units: [] };
  const table = [{ href: '/tramites', text: 'Trámites', who: ['public'] }, { href: '/escritorio', text: 'Escritorio', who: ['officer'] }, { href: '/estudio', text: 'Estudio', who: ['designer'] }] as const;
  const shownTo = (who: Person | undefined, path: string) => navigationFor(table, who, path).map(({ text, current }) => (current ? `[${text}]` : text)).join(' ');
  assert.equal(shownTo(undefined, '/tramites/x?y=1'), '[Trámites]');
  assert.equal(shownTo(officer, '/escritorio'), 'Trámites [Escritorio]');
  assert.equal(shownTo(officer, '/escritorios'), 'Trámites Escritorio');
});

for (const status of [400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 502, 503]) {
  test(`error page ${status}: says what happened, what to do next, and no code`, () => {
    const shown = String(errorPage({ status, requestId: 'pedido-7', code: 'cases.some_code', retryAfterSeconds: 40 }).main);
    assert.match(shown, /<h1 class="govuk-heading-l">.+<\/h1><p class="govuk-body">.{40,}<\/p>.*Qué puede hacer ahora:.*<li>/s);
    assert.equal(shown.includes('pedido-7'), status >= 500);
    assert.doesNotMatch(shown, new RegExp(`${status}|some_code|undefined`));
  });
}

test('error page: the sentence of a refusal takes the place of ours', () => {
  const page = errorPage({ status: 409, requestId: 'x', code: 'cases.closed', sentence: 'Este expediente <ya> se cerró.' });
  assert.match(String(page.main), /Este expediente &lt;ya&gt; se cerró\./);
  assert.match(String(page.head), /content="cases.closed"/);
});
