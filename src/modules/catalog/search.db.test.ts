import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isRefusal } from '#kernel/errors/index.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { loadCatalog, searchProcedures, type Filters } from './index.ts';

let fresh: FreshDatabase;
before(async () => {
  fresh = await freshDatabase();
  await loadCatalog(fresh.db, fileURLToPath(new URL('../../../procedures/', import.meta.url)), new Date('2026-03-09T12:00:00Z'));
});
after(() => fresh.close());

/** What somebody types, and the procedure that must come first. */
const finds: readonly (readonly [typed: string, slug: string])[] = [
  ['pasaporte', 'pasaporte-corriente'], ['PASAPORTES', 'pasaporte-corriente'], ['pasaprote', 'pasaporte-corriente'], ['pazaporte', 'pasaporte-corriente'],
  ['pasap', 'pasaporte-corriente'], ['cedula de identidad', 'cedula-de-identidad'], ['carnet', 'cedula-de-identidad'], ['sacar carnet de identidad', 'cedula-de-identidad'],
  ['renovar cédula', 'cedula-de-identidad'], ['antecedentes penales', 'certificado-de-antecedentes-penales'], ['rejap', 'certificado-de-antecedentes-penales'],
  ['antesedentes policiales', 'certificado-de-antecedentes-policiales'], ['nit', 'registro-al-padron-de-contribuyentes'], ['como saco mi nit', 'registro-al-padron-de-contribuyentes'],
  ['aduana', 'copias-simples'], ['copia simple', 'copias-simples'], ['copias simples aduana', 'copias-simples'], ['libreta tripulante', 'libreta-de-tripulante-terrestre'],
  ['libreta de chofer', 'libreta-de-tripulante-terrestre'], ['registro sanitario', 'registro-sanitario'], ['medicamentos', 'registro-sanitario'], ['clinica', 'apertura-de-establecimiento-de-salud'],
  ['abrir clínica', 'apertura-de-establecimiento-de-salud'], ['denunciar corrupción', 'denuncia-por-corrupcion'], ['coima', 'denuncia-por-corrupcion'], ['corrupsion', 'denuncia-por-corrupcion'],
  ['certificado de nacimiento', 'duplicado-de-certificado-de-nacimiento'], ['sertificado nasimiento', 'duplicado-de-certificado-de-nacimiento'], ['defunciones', 'certificado-de-defuncion'],
  ['muerte', 'certificado-de-defuncion'], ['perro', 'certificado-zoosanitario-para-mascotas'], ['semáforo', 'senalizacion-y-semaforizacion'], ['señalizacion', 'senalizacion-y-semaforizacion'],
  ['senalización', 'senalizacion-y-semaforizacion'], ['censo', 'certificacion-del-censo-2024'], ['frecuencia de radio', 'licencia-de-uso-de-frecuencia'], ['ciudadania dijital', 'registro-en-ciudadania-digital'],
  ['legalizar titulo de musico', 'legalizacion-de-titulo-de-musica'], ['guías de turismo', 'licencia-de-guia-de-turismo'], ['crédito de vivienda', 'credito-de-vivienda-para-construccion'],
];

for (const [typed, slug] of finds) {
  test(`«${typed}» finds ${slug} first`, async () => {
    const { hits } = await searchProcedures(fresh.db, { text: typed });
    assert.equal(hits[0]?.slug, slug, `found: ${hits.slice(0, 4).map((hit) => hit.slug).join(', ')}`);
  });
}

test('a corrected word is said, a right one is not', async () => {
  assert.equal((await searchProcedures(fresh.db, { text: 'pasaprote corriente' })).corrected, 'pasaporte corriente');
  assert.equal((await searchProcedures(fresh.db, { text: 'pasaportes' })).corrected, undefined);
});

test('what nothing has in full gives what has some of it, and says so', async () => {
  const { hits, partial } = await searchProcedures(fresh.db, { text: 'pasaporte para jirafas submarinas' });
  assert.deepEqual([partial, hits[0]?.slug], [true, 'pasaporte-corriente']);
});

for (const text of ['xyzzyq', '日本語', '🦒', "'; drop table catalog.procedure --", ':*', '& | !', "\\'", 'a'.repeat(5_000), '%', '<script>']) {
  test(`«${text.slice(0, 20)}» finds nothing and breaks nothing`, async () => {
    const { hits, total } = await searchProcedures(fresh.db, { text });
    // A text without a single word is the whole catalogue.
    assert.ok(total === 0 || (total === 73 && hits.length === 20) || total < 73);
  });
}

const filterRows: readonly (readonly [name: string, filters: Filters, total: number])[] = [
  ['one entity', { entity: 'seprec' }, 4], ['entity and channel', { entity: 'seprec', channel: 'in_person' }, 1], ['a department', { department: 'OR' }, 1],
  ['a category', { category: 'telecomunicaciones' }, 2], ['an audience', { audience: 'policia' }, 1], ['a life event and a category', { lifeEvent: 'herencia', category: 'empresas' }, 1],
  ['what nothing has', { department: 'PD' }, 0],
];

for (const [name, filters, total] of filterRows) {
  test(`filtering by ${name} leaves ${total}`, async () => {
    const result = await searchProcedures(fresh.db, { filters, limit: 100 });
    assert.deepEqual([result.total, result.hits.length], [total, total]);
  });
}

test('every count of a facet is what choosing it gives, with and without other filters', async () => {
  for (const chosen of [{}, { category: 'educacion' }, { channel: 'online', lifeEvent: 'empleo' }] satisfies Filters[]) {
    for (const text of [undefined, 'certificado']) {
      const { facets } = await searchProcedures(fresh.db, { filters: chosen, ...(text !== undefined && { text }) });
      for (const [facet, counts] of Object.entries(facets)) {
        for (const { key, count } of counts) {
          const { total } = await searchProcedures(fresh.db, { filters: { ...chosen, [facet]: key }, ...(text !== undefined && { text }) });
          assert.equal(total, count, `${text ?? ''} ${facet}=${key}`);
        }
      }
    }
  }
});

for (const text of [undefined, 'certificado', 'sertificado', 'certificado de jirafas']) {
  test(`pages of «${text ?? 'everything'}» have no gaps and no repeats`, async () => {
    const asked = text === undefined ? {} : { text };
    const whole = await searchProcedures(fresh.db, { ...asked, limit: 100 });
    const slugs: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await searchProcedures(fresh.db, { ...asked, limit: 7, ...(after !== undefined && { after }) });
      slugs.push(...page.hits.map((hit) => hit.slug));
      after = page.next;
    }
    assert.deepEqual(slugs, whole.hits.map((hit) => hit.slug));
    assert.equal(slugs.length, whole.total);
  });
}

for (const after of ['', 'x', 'WzFd', Buffer.from('[1,2,"\\u0000",4,0,""]').toString('base64url'), Buffer.from('[1e99,2,"",4,0,""]').toString('base64url')]) {
  test(`the cursor «${after}» is refused`, async () => {
    await assert.rejects(searchProcedures(fresh.db, { after }), (caught) => isRefusal(caught, 'catalog.bad_cursor'));
  });
}
