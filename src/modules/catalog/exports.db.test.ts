import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import Validator from 'rdf-validate-shacl';
import type { Answer } from '#kernel/http/types.ts';
import { call } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { catalogModule, loadCatalog } from './index.ts';

const root = fileURLToPath(new URL('../../../procedures/', import.meta.url));
const standards = process.env.VENTANILLA_STANDARDS ?? fileURLToPath(new URL('../../../../shared/standards', import.meta.url));
const shapes = `${standards}/cpsv-ap/cpsv-ap-SHACL.ttl`;
const now = new Date('2026-03-09T12:00:00Z');
const site = 'http://127.0.0.1:3000';

let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); await loadCatalog(fresh.db, root, now); });
after(() => fresh.close());

const answer = (address: string): Promise<Answer> =>
  call(catalogModule({ db: fresh.db, clock: { now: () => now }, folder: root, publicUrl: () => site }).routes ?? [], `GET ${address}`, { db: fresh.db, now });

async function textAt(address: string): Promise<string> {
  const { body } = await answer(address);
  if (body.kind === 'json') return JSON.stringify(body.value);
  assert.ok(body.kind === 'bytes');
  return body.data instanceof Readable ? textOf(body.data) : body.data.toString();
}

const quadsOfTurtle = (turtle: string): Quad[] => new Parser().parse(turtle);
const quadsOfJsonLd = async (text: string): Promise<Quad[]> => quadsOfTurtle(String(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })));
const lines = (quads: readonly Quad[]): readonly string[] =>
  [...new Set(quads.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.termType === 'Literal' ? `${object.value}@${object.language}^${object.datatype.value}` : object.value}`))].sort();

test('Turtle and JSON-LD say the same', async () => {
  const [turtle, json] = await Promise.all([textAt('/catalogo.ttl').then(quadsOfTurtle), textAt('/catalogo.jsonld').then(quadsOfJsonLd)]);
  assert.ok(turtle.length > 3_000);
  assert.deepEqual(lines(json), lines(turtle));
});

test('every published procedure is a public service', async () => {
  const services = quadsOfTurtle(await textAt('/catalogo.ttl')).filter(({ object }) => object.value === 'http://purl.org/vocab/cpsv#PublicService');
  assert.equal(services.length, 73);
});

// The published test material is not part of the project: where it is not there, the test is left out by name.
if (existsSync(shapes)) {
  test('the catalogue is clean against the shapes of CPSV-AP 3.2', async () => {
    const validator = new Validator(new Store(quadsOfTurtle(readFileSync(shapes, 'utf8'))));
    const sound = await validator.validate(new Store(quadsOfTurtle(await textAt('/catalogo.ttl'))));
    assert.deepEqual(sound.results.map((one) => [one.focusNode?.value, one.path?.value, one.message.map((message) => message.value).join()].join(' ')), []);
    // The shapes do find what is wrong: a service without its authority.
    const broken = quadsOfTurtle(await textAt('/catalogo.ttl')).filter(({ predicate }) => !predicate.value.endsWith('hasCompetentAuthority'));
    assert.equal((await validator.validate(new Store(broken))).conforms, false);
  });
} else test('not run: shapes of CPSV-AP 3.2 (set VENTANILLA_STANDARDS)', () => undefined);

test('the export in the shape of the State’s portal has its members, one record a line', async () => {
  const records = (await textAt('/catalogo.gobbo.jsonl')).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.equal(records.length, 73);
  const fields = ['id', 'estado', 'fechaActualización', 'nombre', 'slug', 'sigla', 'descripcion', 'marcoLegal', 'palabrasClave', 'like', 'dislike', 'esPresencial', 'esVirtual', 'entidad', 'resultado', 'enlaces', 'categorias', 'eventosVida', 'herramientas', 'documentos', 'modalidades', 'ubicaciones'];
  for (const record of records) assert.deepEqual(Object.keys(record), fields);
  const copies = records.find((one) => one['id'] === '1002') ?? assert.fail();
  assert.equal(copies['fechaActualización'], '22/10/2025');
  assert.deepEqual((copies['modalidades'] as { tipo: string; publico: { costos: unknown[]; duracion: string; nombrePublicoObjetivo: string }[] }[]).map(({ tipo, publico }) => [tipo, publico[0]?.costos, publico[0]?.duracion, publico[0]?.nombrePublicoObjetivo]),
    [['VIRTUAL', [{ conceptoPago: 'Copia simple', costo: '1.00', moneda: 'UFV' }], '10', 'Todos (Cualquier persona solicitante)']]);
});

test('one procedure for machines is the same service', async () => {
  const one = lines(await quadsOfJsonLd(await textAt('/tramites/registro-sanitario.jsonld')));
  const whole = new Set(lines(quadsOfTurtle(await textAt('/catalogo.ttl'))));
  assert.deepEqual(one.filter((line) => !whole.has(line)), []);
  assert.ok(one.length > 40);
});

test('the sitemap names every procedure, and robots.txt names the sitemap', async () => {
  const addresses = [...(await textAt('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  assert.equal(addresses.length, 75);
  assert.ok(addresses.every((address) => URL.canParse(address ?? '') && address?.startsWith(site)));
  assert.match(await textAt('/robots.txt'), /Sitemap: http:\/\/127\.0\.0\.1:3000\/sitemap\.xml/);
});

test('the API lists, pages, filters and gives one procedure', async () => {
  type List = { total: number; next?: string; hits: { slug: string }[] };
  const first = JSON.parse(await textAt('/api/v1/tramites?limite=50')) as List;
  const second = JSON.parse(await textAt(`/api/v1/tramites?limite=50&desde=${first.next}`)) as List;
  assert.deepEqual([first.total, first.hits.length, second.hits.length, second.next], [73, 50, 23, undefined]);
  assert.equal((JSON.parse(await textAt('/api/v1/tramites?entidad=seprec')) as List).total, 4);
  assert.equal((JSON.parse(await textAt('/api/v1/tramites/copias-simples')) as { procedure: { id: string } }).procedure.id, 'aduana-nacional/copias-simples');
  assert.ok((JSON.parse(await textAt('/api/v1/entidades')) as { entities: unknown[] }).entities.length > 40);
});
