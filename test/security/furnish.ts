import { openDatabase } from '#kernel/db/index.ts';
import { apply, awaitCharge, awaitTask, booklet, foundDocument, pay, press, resolve, startDraft, until, uploadLetter } from '#support/procedure-steps.ts';
import { officer, type Caller } from '#support/people.ts';
import type { RunningVentanilla } from '#support/ventanilla.ts';
import { startStrategy } from './furnish-strategy.ts';
import type { Real } from './garbage.ts';

/** A site with something of everything in it. */
export type Furnished = { readonly real: Real };

/** Makes a draft, and cases that wait for payment, in an officer's hands, to be corrected, granted and with an appointment; and knows their ids. */
export async function furnish(site: RunningVentanilla, applicant: Caller, desk: Caller): Promise<Furnished> {
  const [draft, unpaid, reviewed, granted] = [await startDraft(applicant), await apply(applicant, 'a'), await apply(applicant, 'b'), await apply(applicant, 'c')];
  await uploadLetter(applicant, draft, 'd');
  const observed = await apply(applicant, 'e'), booked = await apply(applicant, 'f', booklet);
  await resolve(await officer(site.url, 'ventanilla.migracion'), booked, 'cumple');
  for (const id of [reviewed, granted, observed, booked]) await pay(applicant, id);
  await book(applicant, booked);
  await resolve(desk, observed, 'observar', { 'tarea-observar': 'carta', 'tarea-observar-carta': 'No se lee.' });
  await resolve(desk, granted, 'admitir');
  await resolve(await officer(site.url, 'archivo.aduana'), granted, 'entregar', foundDocument);
  const task = await awaitTask(desk, reviewed), charge = await awaitCharge(applicant, unpaid);
  await press(desk, `/escritorio/tramites/${reviewed}/tareas/${task}/toma`);
  const strategy = await startStrategy(site.url);
  const known = await idsOf(site.ownerUrl, granted), base = { copias: ['copias-simples', 'libreta-de-tripulante-terrestre'], pages: ['solicitante', 'documento', 'respaldos', 'demanda', 'requisitos', 'datos', 'aspectos', 'criterios', 'etapas', 'carga'], days: ['2026-12-01', '2027-01-04'] };
  const byName: Readonly<Record<string, readonly string[]>> = {
    slug: base.copias, page: base.pages, day: base.days, key: [task], charge: [charge], provider: ['ppe'], file: known.files, certificate: known.certificates, code: known.codes, codigo: known.codes, name: [],
    section: ['proyectos', 'foda', 'presupuesto', 'diagnostico', 'antecedentes', 'objetivo-general', 'diseno.copias-simples'], number: ['1'], group: ['tareas', 'cruces', 'partidas'], row: ['1', 'nueva'], entity: ['aduana-nacional'], version: ['1'], format: ['odt', 'csv'], n: ['1', '10'],
  };
  const ofFigures: Readonly<Record<string, readonly string[]>> = { code: ['6.2', 'S-2'], operand: ['entidades_que_publican', 'solicitudes_concluidas'], entity: ['pais', 'aduana-nacional'], format: ['csv'] };
  const real: Real = ({ path }, name) => (path.startsWith('/tablero/indicadores/') ? ofFigures[name] : undefined) ?? byName[name] ?? ids.find(([start]) => path.startsWith(start))?.[1]({ draft, own: [unpaid, reviewed, granted, observed, booked], reviewed, granted, strategy, ...known }) ?? [];
  return { real };
}

/** Starts a programme of ninety days with a key result, and knows their ids. */
export async function furnishProgramme(site: RunningVentanilla, designer: Caller, { real }: Furnished): Promise<Furnished> {
  await press(designer, '/plan/noventa-dias/nuevo', { nombre: 'Programa de prueba', 'inicio-day': '1', 'inicio-month': '12', 'inicio-year': '2026' });
  const db = openDatabase(site.ownerUrl);
  try {
    const [programme] = await db.rows<{ id: string }>('select id from planning.programme'), path = `/plan/noventa-dias/${programme?.id}`;
    await press(designer, `${path}/resultados/nuevo`, { objetivo: 'Atender en línea', nombre: 'Trámites en línea', unidad: 'trámites', desde: '0', meta: '5', cadencia: 'semanal' });
    const [result] = await db.rows<{ id: string }>('select id from planning.programme_result');
    const names: Readonly<Record<string, readonly string[]>> = { id: [programme?.id ?? ''], result: [result?.id ?? ''], number: ['1', '10'], part: ['estructura', 'actividades', 'presupuesto'], formato: ['odt'] };
    return { real: (route, name) => (route.path.startsWith('/plan/noventa-dias/') ? names[name] ?? [] : real(route, name)) };
  } finally { await db.close(); }
}

async function book(applicant: Caller, id: string): Promise<void> {
  const found = async (path: string, pattern: RegExp): Promise<string> => (await until(async () => pattern.exec((await applicant.send({ path })).text)?.[1])) ?? '';
  const path = `/mis-tramites/${id}/cita/dias/${await found(`/mis-tramites/${id}/cita/dias`, /cita\/dias\/(\d{4}-\d\d-\d\d)/)}`;
  await press(applicant, path, { start: await found(path, /name="start" type="radio" value="([^"]+)"/), key: 'una-llave-de-prueba' });
}

type Known = { readonly files: string[]; readonly certificates: string[]; readonly codes: string[]; readonly officers: string[]; readonly notices: string[]; readonly transactions: string[]; readonly appointments: string[]; readonly failures: string[]; readonly letters: string[]; readonly plans: string[]; readonly planDocuments: string[]; readonly control: Control };
type Control = Readonly<Record<'examinations' | 'parts' | 'recommendations' | 'results' | 'entities', string[]>>;
type Places = Known & { readonly draft: string; readonly own: readonly string[]; readonly reviewed: string; readonly granted: string; readonly strategy: string };

// Which ids `:id` stands for, by the beginning of the address.
const ids: readonly (readonly [start: string, of: (places: Places) => readonly string[]])[] = [
  ['/plan/estrategia/', ({ strategy }) => [strategy]], ['/solicitudes/', ({ draft }) => [draft]], ['/mis-tramites/', ({ own }) => own], ['/escritorio/agenda/', ({ appointments }) => appointments], ['/escritorio/tramites/', ({ reviewed, granted }) => [reviewed, granted]],
  ['/api/v1/tramites-en-curso/', ({ reviewed, granted }) => [reviewed, granted]], ['/administracion/personas/', ({ officers }) => officers], ['/administracion/estado/mensajes/', ({ failures }) => failures], ['/administracion/estado/correos/', ({ letters }) => letters], ['/buzon/', ({ notices }) => notices], ['/plan/pige/', ({ plans }) => plans], ['/plan/documentos/', ({ planDocuments }) => planDocuments], ['/simulador/', ({ transactions }) => transactions],
  ['/control/examenes/', ({ control }) => control.examinations], ['/control/partes/', ({ control }) => control.parts], ['/control/recomendaciones/', ({ control }) => control.recommendations], ['/control/comprobaciones/entidad/', ({ control }) => control.entities], ['/control/comprobaciones/resultado/', ({ control }) => control.results],
];

const planContent = JSON.stringify({ proyectos: [{ codigo: 'P1', nombre: 'Uno' }], tareas: [{ codigo: 'T1', proyecto: 'P1', nombre: 'Medir', duracion: 5, unidad: 'dias', depende: 'T1' }], fases: [{ codigo: 'F1', nombre: 'Fase', monto: 100 }], partidas: [{ codigo: 'A', fase: 'F1', area: 'personal', detalle: 'x', monto: 5 }] });

async function idsOf(ownerUrl: string, granted: string): Promise<Known> {
  const db = openDatabase(ownerUrl), list = async (sql: string): Promise<string[]> => (await db.rows<{ id: string }>(sql)).map(({ id }) => id);
  try {
    await until(async () => (await list(`select id from certificates.certificate where case_id = '${granted}'`))[0]);
    return {
      files: await list('select id from documents.file'), certificates: await list('select id from certificates.certificate'), codes: await list('select code as id from certificates.certificate'),
      officers: await list(`select person_id as id from identity.officer where username in ('ventanilla.gad', 'inspeccion.gad')`), notices: await list('select id from notifications.notice'), transactions: await list('select id from payments.simulated_transaction'), appointments: await list('select id from appointments.appointment'),
      control: {
        examinations: await list('select id from supervision.examination'), parts: await list('select id from supervision.part'), recommendations: await list(`select id from supervision.part where kind = 'recommendation'`),
        results: await list('select id from supervision.result limit 20'), entities: await list(`select id from identity.entity where key <> 'contraloria'`),
      },
      failures: await list(`insert into kernel.outbox_failed (id, topic, key, payload, attempts, created_at) values (7001, 'prueba', 'prueba', '{}', 12, now()) returning id::text`),
      letters: await list(`update notifications.delivery set sent_at = null, given_up_at = now(), problem = 'No salió.' where id in (select id from notifications.delivery order by id limit 2) returning id`),
      plans: await list(`insert into plans.plan (entity_id, id, version, title, from_year, to_year, revision, content, created_at, updated_at, published_at) select id, gen_random_uuid(), 1, 'Plan', 2025, 2028, 1, '${planContent}', now(), now(), now() from identity.entity where key = 'aduana-nacional' returning id`),
      planDocuments: await list(`insert into plans.document (entity_id, id, kind, title, reference, units, revision, updated_at) select id, gen_random_uuid(), 'mof', 'Manual', '', '[]', 1, now() from identity.entity where key = 'aduana-nacional' returning id`),
    };
  } finally { await db.close(); }
}
