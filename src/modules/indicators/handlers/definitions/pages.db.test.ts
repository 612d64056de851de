import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { loadCatalog } from '#modules/catalog/index.ts';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import { officerRoles, type Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { root } from '#support/source/index.ts';
import { observeCases, observeThings } from '../../actions/observe.ts';
import { keepCounting } from '../../actions/keep-counting.ts';
import { indicatorsModule } from '../../index.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
let fresh: FreshDatabase, routes: NonNullable<ReturnType<typeof indicatorsModule>['routes']>;
const open = '00000000-0000-7000-8000-00000000000a', hidden = '00000000-0000-7000-8000-00000000000b';

before(async () => {
  fresh = await freshDatabase();
  const module = indicatorsModule({ db: fresh.db, clock: fixedClock(now), log: silentLog, plan: { title: '', fromYear: 2025, toYear: 2028, axes: [], lines: [] } });
  routes = module.routes ?? [];
  await seedDemo(fresh.db);
  await loadCatalog(fresh.db, `${root}/procedures`, now);
  await module.start?.();
  // Before the first look, so that both are found among what was there before.
  for (const [id, confidential] of [[open, false], [hidden, true]] as const) {
    await fresh.db.rows(`
      insert into cases.case (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, seq, head, state, answers, submitted_at, updated_at, closed_at)
      values ($1, $2::uuid, $2::text, 'aduana-nacional/copias-simples', 1, 's', 'T', $2::uuid, '{"name":"Rosa Mamani"}', $3, 'granted', 1, '', '{"terms":[]}', '{}', '2026-11-02 10:00-04', now(), '2026-11-05 10:00-04')`, [demoEntityId('aduana-nacional'), id, confidential]);
  }
  for (let tries = 0; tries < 2_000; tries++) {
    await keepCounting(fresh.db, now);
    if ((await fresh.db.rows(`select 1 from indicators.cursor where source = 'cases' and looked_at is null`)).length > 0) break;
    await wait(5);
  }
  await observeCases(fresh.db, now);
  await observeThings(fresh.db, now);
});
after(() => fresh.close());

const officer = (entity: Parameters<typeof demoEntityId>[0], ...roles: Person['roles']): Person => ({ id: newId(), kind: 'officer', name: 'Paola Andrade', roles, entityId: demoEntityId(entity), units: [] });
const ask = (address: string, person?: Person) => call(routes, `GET ${address}`, { db: fresh.db, now, ...(person && { person }) });
const words = async (address: string, person?: Person): Promise<string> => String(pageOf(await ask(address, person)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the list says what each indicator comes to, and of what nobody can count yet that it is not measured', async () => {
  const list = await words('/tablero/indicadores');
  assert.match(list, /6\.2 Entidades que publican sus trámites [\d,]+ % 90 % hasta 2028 Lo cuenta el sistema/);
  assert.match(list, /5\.1 Incidentes informáticos atendidos Todavía no se mide 100 % hasta 2028/);
  assert.match(list, /14\.1 Entidades con canales de participación Todavía no se mide Por confirmar/);
  assert.match(list, /S-2 Solicitudes concluidas 2 solicitudes Sin meta/);
});

test('the page of an indicator opens its formula, its parts, its list and each entity', async () => {
  const page = await words('/tablero/indicadores/6.2');
  assert.match(page, /Meta: El 90% de las entidades del nivel central/);
  assert.match(page, /«Entidades con por lo menos un trámite publicado y vigente» ÷ «Entidades de la lista que usan esta instalación» × 100.*entidades_que_publican dividido entre entidades_obligadas/);
  assert.match(page, /Lista 1\..*Por confirmar/);
  assert.match(page, /Aduana Nacional 100 % 1 1/);
  assert.match(page, /Contraloría General del Estado 0 % 0 1/);
  assert.match(page, /Huella SHA-256 (?:[0-9a-f]{8} ){8}/);
  assert.match(page, /Calculado con lo ocurrido hasta el 23 de noviembre de 2026, 10:00/);
  assert.match(await words('/tablero/indicadores/6.2?entidad=aduana-nacional'), /De Aduana Nacional\..*100 % en la entidad, 2026/);
});

test('what has nothing to divide by has no basis and never 0 %, and what is not measured says what is missing', async () => {
  assert.match(await words('/tablero/indicadores/3.1'), /Sin base en el país, 2026.*no es cero/);
  assert.match(await words('/tablero/indicadores/11.2'), /Todavía no se mide Falta: La plataforma de reclamos\. Nadie lo ha declarado todavía/);
});

test('every part of every measured indicator opens', async () => {
  const addresses = new Set<string>();
  for (const [, code = ''] of String(pageOf(await ask('/tablero/indicadores')).main).matchAll(/href="\/tablero\/indicadores\/([^"]+)"/g)) {
    for (const [, rows = ''] of String(pageOf(await ask(`/tablero/indicadores/${code}`)).main).matchAll(/href="(\/tablero\/indicadores\/[^"]+\/filas\/[^"]+)"/g)) addresses.add(rows);
  }
  assert.ok(addresses.size > 20, `${addresses.size} parts`);
  for (const address of addresses) for (const person of [undefined, officer('aduana-nacional', 'egov_head')]) assert.match(await words(address, person), /Por entidad/);
});

test('anybody sees which entities and procedures were counted', async () => {
  assert.match(await words('/tablero/indicadores/6.2/filas/entidades_que_publican'), /Uno por uno.*Aduana Nacional/);
  assert.match(String(pageOf(await ask('/tablero/indicadores/GC-1/filas/tramites_en_linea?entidad=aduana-nacional')).main), /href="\/tramites\/copias-simples"/);
});

const cases = '/tablero/indicadores/S-2/filas/solicitudes_concluidas';

test('single applications are seen by who plans or watches in their entity, and by nobody else; confidential ones by nobody here', async () => {
  const of = `${cases}?entidad=aduana-nacional`, sees = async (person?: Person) => String(pageOf(await ask(of, person)).main);
  for (const role of ['egov_head', 'authority', 'auditor', 'supervisor', 'designer'] as const) assert.match(await sees(officer('aduana-nacional', role)), new RegExp(`/escritorio/tramites/${open}`), role);
  const nobody = [undefined, officer('migracion', 'egov_head'), ...officerRoles.filter((role) => !['egov_head', 'authority', 'auditor', 'supervisor', 'designer'].includes(role)).map((role) => officer('aduana-nacional', role))];
  for (const person of nobody) assert.doesNotMatch(await sees(person), new RegExp(open), person?.roles.join());
  for (const person of [...nobody, officer('aduana-nacional', 'egov_head')]) assert.doesNotMatch(await sees(person), new RegExp(hidden));
  assert.match(await words(of), /2 solicitudes.*Aquí se muestran solo las cantidades/);
  assert.match(await words(cases, officer('aduana-nacional', 'egov_head')), /los de su entidad/);
});

test('a long list of rows is paged without a gap', async () => {
  const rows = async (address: string): Promise<{ found: string[]; next: string | undefined }> => {
    const main = String(pageOf(await ask(address)).main);
    return { found: [...main.matchAll(/href="\/tramites\/([^"]+)"/g)].map(([, slug = '']) => slug), next: /href="([^"]*despues=[^"]*)"/.exec(main)?.[1]?.replaceAll('&amp;', '&') };
  };
  await fresh.asOwner(`insert into catalog.procedure select 'aduana-nacional/x-' || n, 'x-' || n, 'aduana-nacional', 1, null from generate_series(1, 120) n;
    insert into catalog.procedure_version select 'aduana-nacional/x-' || n, 1, 'x', now(), false, jsonb_build_object('name', 'Trámite ' || n % 7), '{}' from generate_series(1, 120) n`);
  const found: string[] = [];
  for (let address: string | undefined = '/tablero/indicadores/S-6/filas/tramites_publicados?entidad=aduana-nacional'; address !== undefined;) {
    const one: Awaited<ReturnType<typeof rows>> = await rows(address);
    found.push(...one.found);
    address = one.next;
  }
  assert.deepEqual([found.length, new Set(found).size], [121, 121]);
});

test('the figures by month go out as sheets', async () => {
  const { body } = await ask('/tablero/indicadores/S-2/historia/aduana-nacional/csv');
  assert.ok(body.kind === 'bytes');
  assert.match(String(body.data), /2026-11.*noviembre de 2026.*2.*solicitudes/);
  await assert.rejects(ask('/tablero/indicadores/S-2/historia/pais/exe'), isRefusal);
});

const unknown = [
  ['/tablero/indicadores/99.9', 'indicator_not_found'], ['/tablero/indicadores/6.2?entidad=nadie', 'entity_unknown'], ['/tablero/indicadores/6.2?entidad=gobierno-departamental', 'entity_unknown'],
  ['/tablero/indicadores/6.2/filas/solicitudes_concluidas', 'operand_not_found'], ['/tablero/indicadores/6.2/historia/nadie/csv', 'entity_unknown'],
] as const;
for (const [address, code] of unknown) test(`${address} is refused: ${code}`, () => assert.rejects(ask(address), (caught) => isRefusal(caught, `indicators.${code}`)));

test('pages are well-formed', async () => {
  for (const address of ['/tablero/indicadores', '/tablero/indicadores/6.2', '/tablero/indicadores/S-4', '/tablero/indicadores/13.3.1', '/tablero/indicadores/GEE-2', cases]) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(address)).main)}</main></body></html>`), [], address);
  }
});
