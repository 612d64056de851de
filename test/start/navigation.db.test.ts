import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { officer } from '#support/people.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

let site: RunningVentanilla;
before(async () => { site = await startVentanilla({ TRUST_PROXY: 'yes' }); });
after(() => site.stop());

// Who comes in, where they find themselves, and what the top of every page offers them.
const rows: readonly (readonly [username: string, home: string, links: readonly string[]])[] = [
  ['ventanilla.aduana', '/escritorio', ['Trámites', 'Escritorio', 'Tablero', 'Verificar']],
  ['jefatura.aduana', '/escritorio', ['Trámites', 'Escritorio', 'Planificación', 'Tablero', 'Verificar']],
  ['auditoria', '/escritorio/tramites', ['Trámites', 'Trámites de la entidad', 'Planificación', 'Control', 'Tablero', 'Verificar']],
  ['administracion', '/administracion/personas', ['Trámites', 'Tablero', 'Personas', 'Pagos', 'UFV', 'Estado del sistema', 'Verificar']],
  ['diseno', '/plan/inventario', ['Trámites', 'Planificación', 'Tablero', 'Verificar']],
  ['gobierno.gad', '/plan', ['Trámites', 'Planificación', 'Control', 'Tablero', 'Verificar']],
  ['revision.agetic', '/plan', ['Trámites', 'Planificación', 'Tablero', 'Verificar']],
  ['examen.contraloria', '/control', ['Trámites', 'Control', 'Tablero', 'Verificar']],
];

for (const [username, home, links] of rows) {
  test(`${username} begins at ${home}, and every link at the top opens and marks itself`, async () => {
    const { visitor } = await officer(site.url, username), arrived = await visitor.follow(await visitor.get('/ingresar'));
    assert.deepEqual([new URL(arrived.url).pathname, arrived.status], [home, 200]);
    const offered = linksOf(arrived.text);
    assert.deepEqual(offered.map(({ text }) => text), links);
    for (const { href, text } of offered) {
      const opened = await visitor.follow(await visitor.get(href));
      assert.deepEqual([opened.status, linksOf(opened.text).filter(({ isCurrent }) => isCurrent).map((link) => link.text)], [200, [text]], href);
    }
  });
}

test('an auditor who opens a search that found nothing is led back to what they may read', async () => {
  const { visitor } = await officer(site.url, 'auditoria'), found = await visitor.get('/escritorio/busqueda?numero=AN-2026-999999-9');
  assert.match(found.text, /href="\/escritorio\/tramites" class="govuk-back-link"|class="govuk-back-link"[^>]* href="\/escritorio\/tramites"/);
});

function linksOf(document: string): { readonly href: string; readonly text: string; readonly isCurrent: boolean }[] {
  const list = /<ul class="app-nav__list">(.*?)<\/ul>/s.exec(document)?.[1] ?? '';
  return [...list.matchAll(/<a ([^>]*)>([^<]*)<\/a>/g)].map(([, attributes = '', text = '']) => ({ href: /href="([^"]+)"/.exec(attributes)?.[1] ?? '', text, isCurrent: attributes.includes('aria-current') }));
}
