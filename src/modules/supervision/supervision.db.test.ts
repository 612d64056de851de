import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { documentsModule } from '#modules/documents/index.ts';
import { demoEntityId, demoOfficerId, seedDemo } from '#modules/identity/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { silentLog } from '#kernel/log.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { somePdf } from '#support/files.ts';
import { documentFaults } from '#support/markup.ts';
import { supervisionModule } from './index.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-control-')), { documents } = documentsModule({ config: { dataFolder, environment: { CLAMD: 'no' } }, log: silentLog });
const given = { documents, planTerms: () => Promise.resolve([]) }, routes = supervisionModule({ demo: true, ...given }).routes ?? [];
let fresh: FreshDatabase, clock = new Date('2026-11-20T10:00:00-04:00');
const person = (username: string, entity: Parameters<typeof demoEntityId>[0], ...roles: readonly Exclude<Role, 'public'>[]): Person => ({ id: demoOfficerId(username), kind: 'officer', name: username, roles, entityId: demoEntityId(entity), units: [] });
const lourdes = person('examen.contraloria', 'contraloria', 'examiner'), alejandra = person('gobierno.migracion', 'migracion', 'egov_head', 'designer'), ivan = person('mae.migracion', 'migracion', 'authority');
const auditor = person('auditoria', 'migracion', 'auditor'), stranger = person('gobierno.gad', 'gobierno-departamental', 'egov_head');

before(async () => { fresh = await freshDatabase(); await seedDemo(fresh.db); });
after(async () => { await fresh.close(); rmSync(dataFolder, { recursive: true }); });

type Form = Readonly<Record<string, string | readonly string[]>>;
const ask = (request: string, who: Person, form: Form = {}) => call(routes, request, { db: fresh.db, now: clock, person: who, form });
const shown = async (request: string, who: Person, form: Form = {}): Promise<string> => String(pageOf(await ask(request, who, form)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const goesTo = async (request: string, who: Person, form: Form = {}): Promise<string> => { const { body } = await ask(request, who, form); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere: ${body.kind === 'page' ? String(body.page.main) : ''}`); };
const refuses = (request: string, who: Person, code: string, form: Form = {}) => assert.rejects(ask(request, who, form), (caught) => isRefusal(caught, `supervision.${code}`), `${request} must refuse with ${code}`);

const data = { entidad: demoEntityId('migracion'), referencia: 'Prueba', tipo: 'supervision', objetivo: 'Saber si funciona.', objeto: 'Lo que hace.', informe_numero: 'X-1', 'fecha_emision-day': '1', 'fecha_emision-month': '11', 'fecha_emision-year': '2026' };
let examination = '';
const idOf = async (code: string): Promise<string> => (await fresh.db.rows<{ id: string }>('select id from supervision.part where code = $1 and examination_id = $2', [code, examination.split('/').at(-1) ?? '']))[0]?.id ?? assert.fail(code);

test('an examination begins with the usual aspects, and refuses what is not whole', async () => {
  assert.match(await shown('POST /control/examenes/nuevo', lourdes, { ...data, entidad: '', referencia: '' }), /Elija la entidad que se examina.*la referencia/);
  assert.match(await shown('POST /control/examenes/nuevo', lourdes, { ...data, entidad: demoEntityId('contraloria') }), /Elija la entidad/, 'nobody examines their own');
  examination = await goesTo('POST /control/examenes/nuevo', lourdes, data);
  assert.match(await shown(`GET ${examination}`, lourdes), /Planificación institucional.*Herramientas de gobierno electrónico/);
});

test('requests count their term by themselves; what was not delivered is said', async () => {
  assert.match(await shown(`POST ${examination}/partes/pedido`, lourdes, { resultado: 'pendiente' }), /qué se pide/);
  await ask(`POST ${examination}/partes/pedido`, lourdes, { documento: 'El PISI', 'fecha-day': '3', 'fecha-month': '11', 'fecha-year': '2026', dias: '5', resultado: 'pendiente' });
  const page = await shown(`GET ${examination}`, lourdes);
  assert.match(page, /P1 El PISI 3 de noviembre de 2026 10 de noviembre de 2026 Vencido Cómo se cuenta este plazo/);
  assert.match(page, /norma por confirmar/);
  await ask(`POST /control/partes/${await idOf('P1')}?revision=1`, lourdes, { documento: 'El PISI', resultado: 'no_entregada', efecto: 'No se supo si hay un plan.', mostrados: '@request,documento,fecha,dias,resultado,efecto' });
  assert.match(await shown(`GET ${examination}`, lourdes), /No se supo si hay un plan/);
});

test('findings and recommendations get their codes; both sides of their link are optional; one may stand inside another', async () => {
  for (const condicion of ['El plan venció.', 'La red funciona.']) await ask(`POST ${examination}/partes/hallazgo`, lourdes, { tipo: 'deficiencia', condicion, aspecto: 'Planificación institucional' });
  await ask(`POST ${examination}/partes/recomendacion`, lourdes, { texto: 'Ordenar', tipo: 'marco' });
  const padre = await idOf('R1');
  await ask(`POST ${examination}/partes/recomendacion`, lourdes, { texto: 'Actualizar el plan', tipo: 'planes', padre, hallazgos: ['H1', 'H99'] });
  await ask(`POST ${examination}/partes/recomendacion`, lourdes, { texto: 'Formalizar', tipo: 'procesos', padre });
  assert.match(await shown(`GET ${examination}`, lourdes), /R1 Ordenar Ningún hallazgo.*R1\.a Actualizar el plan H1 .*R1\.b Formalizar/);
  await refuses(`POST /control/partes/${await idOf('H1')}/retiro`, lourdes, 'finding_in_use');
  await refuses(`POST /control/partes/${padre}/retiro`, lourdes, 'has_children');
  assert.match((await ask(`POST /control/partes/${await idOf('H2')}/retiro`, lourdes)).notice ?? '', /Quitamos H2/);
});

test('what somebody else changed meanwhile is not written over', async () => {
  const part = `/control/partes/${await idOf('H1')}`, form = { tipo: 'deficiencia', condicion: 'El plan venció en 2020.' };
  await ask(`POST ${part}?revision=1`, lourdes, form);
  await refuses(`POST ${part}?revision=1`, lourdes, 'changed_meanwhile', form);
  for (const revision of ['99', '1e309', '-1', '99999999999', 'x']) await refuses(`POST ${examination}/datos/datos?revision=${revision}`, lourdes, 'changed_meanwhile', data);
});

test('nothing is there for the examined entity before it is notified, and nothing ever for others', async () => {
  const recommendation = `/control/recomendaciones/${await idOf('R1.a')}`;
  const hidden = async (who: Person) => {
    await refuses(`GET ${examination}`, who, 'examination_not_found');
    await refuses(`GET ${recommendation}`, who, 'recommendation_not_found');
    assert.doesNotMatch(await shown('GET /control/examenes', who), /X-1/);
    assert.doesNotMatch(await shown('GET /control/recomendaciones', who), /Actualizar el plan/);
    assert.match(await shown('GET /control', who), /no tiene recomendaciones/);
  };
  for (const who of [alejandra, ivan, auditor, stranger]) await hidden(who);
  await refuses(`POST ${examination}/notificacion`, lourdes, 'not_issued');
  await ask(`POST ${examination}/emision`, lourdes);
  for (const who of [alejandra, ivan, auditor, stranger]) await hidden(who);
  await refuses(`POST /control/partes/${await idOf('H1')}?revision=2`, lourdes, 'already_issued', { tipo: 'deficiencia', condicion: 'Otra cosa.' });
  await ask(`POST ${examination}/notificacion`, lourdes);
  await ask(`POST ${examination}/notificacion`, lourdes);
  await hidden(stranger);
  for (const who of [alejandra, ivan, auditor]) assert.match(await shown(`GET ${examination}`, who), /El plan venció en 2020/);
  assert.doesNotMatch(await shown(`GET ${examination}`, alejandra), /No se supo si hay un plan/, 'the work of the examiner stays theirs');
  const told = await fresh.db.rows<{ n: number }>(`select count(*)::int as n from notifications.notice where subject like 'Le notificaron%'`);
  assert.equal(told[0]?.n, 2, 'the head and the authority, once each');
});

// A form with a file, as a browser sends it.
const send = (request: string, who: Person, form: Readonly<Record<string, string>>, file?: { readonly name: string; readonly bytes: Buffer }) => call(routes, request, {
  db: fresh.db, now: clock, person: who, headers: { 'content-type': 'multipart/form-data; boundary=x' },
  parts: [...Object.entries(form).map(([name, value]) => ({ kind: 'field' as const, name, value })), ...(file ? [{ kind: 'file' as const, name: 'archivo', filename: file.name, mimetype: 'application/pdf', stream: Readable.from([file.bytes]) }] : [])],
});
const words = (answer: Awaited<ReturnType<typeof send>>): string => String(pageOf(answer).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const waiting = async () => (await fresh.db.rows<{ owner: string }>("select owner from documents.file where owner like 'draft:%'")).length;

// What is no PDF is refused; a file that came with a form to be put right waits; sent twice it is one; only who reads the recommendation downloads it.
async function progressWithFile(at: string): Promise<void> {
  const bytes = somePdf('Resolucion'), file = { name: 'ra-12.pdf', bytes }, form = { porcentaje: '50', ...evidence };
  assert.match(words(await send(`POST ${at}/avance`, alejandra, form, { name: 'ra-12.pdf', bytes: Buffer.from('MZ esto no es un PDF') })), /no es PDF, JPEG o PNG/);
  assert.match(words(await send(`POST ${at}/avance`, alejandra, { ...form, porcentaje: '150' }, file)), /ra-12\.pdf/);
  assert.match(words(await ask(`GET ${at}/avance`, alejandra)), /ra-12\.pdf/, 'it waits');
  assert.doesNotMatch(words(await ask(`GET ${at}/cumplimiento`, alejandra)), /ra-12/, 'in its own form');
  assert.equal(await waiting(), 1);
  await send(`POST ${at}/avance?visto=4`, alejandra, form);
  await send(`POST ${at}/avance?visto=4`, alejandra, form, file);
  assert.equal(await waiting(), 0, 'nothing is left of an act that is done');
  const page = String(pageOf(await ask(`GET ${at}`, lourdes)).main), [href = ''] = /\/control\/recomendaciones\/[^"]+\/archivos\/[^"]+/.exec(page) ?? [];
  assert.equal(page.split('/archivos/').length, 2, 'sent twice it is one');
  assert.ok(page.includes(createHash('sha256').update(bytes).digest('hex').slice(0, 12)));
  for (const who of [lourdes, alejandra, ivan, auditor]) {
    const { body, headers } = await ask(`GET ${href}`, who);
    assert.ok(body.kind === 'bytes');
    assert.deepEqual(Buffer.isBuffer(body.data) ? body.data : await buffer(body.data as Readable), bytes);
    assert.deepEqual([body.disposition, body.filename, headers?.['content-security-policy']], ['attachment', 'ra-12.pdf', "default-src 'none'; sandbox"]);
  }
  await refuses(`GET ${href}`, stranger, 'recommendation_not_found');
  await refuses(`GET ${at}/archivos/${at.split('/').at(-1) ?? ''}`, alejandra, 'file_not_found');
  await refuses(`GET ${at}/archivos/nada`, alejandra, 'file_not_found');
  await refuses(`GET ${href.replace(at.split('/').at(-1) ?? '', await idOf('R1.b'))}`, alejandra, 'file_not_found');
}

const plan = { 'acciones-filas': '1', 'acciones.0.actividad': 'Aprobar el plan', 'acciones.0.cantidad': '1', 'acciones.0.unidad': 'plan aprobado', 'acciones.0.responsable': 'Área de Sistemas', 'acciones.0.inicio-day': '1', 'acciones.0.inicio-month': '12', 'acciones.0.inicio-year': '2026', 'acciones.0.fin-day': '31', 'acciones.0.fin-month': '1', 'acciones.0.fin-year': '2027' };
const evidence = { texto: 'Se aprobó.', 'evidencias-filas': '1', 'evidencias.0.texto': 'RA 12/2026' };

test('a recommendation goes its way: answered, planned, under way, reported, verified, closed; and its parent with it', async () => {
  const at = `/control/recomendaciones/${await idOf('R1.a')}`, other = `/control/recomendaciones/${await idOf('R1.b')}`, parent = `/control/recomendaciones/${await idOf('R1')}`;
  await refuses(`POST ${at}/respuesta`, auditor, 'not_now', { decision: 'accepted', firmante: 'Auditor' });
  await refuses(`POST ${parent}/respuesta`, ivan, 'not_now', { decision: 'accepted', firmante: 'Director' });
  assert.match(await shown(`POST ${at}/respuesta`, ivan, { decision: 'not_accepted', firmante: 'Director', mostrados: '@answer,decision,fundamento,firmante' }), /Escriba el fundamento/);
  await ask(`POST ${at}/respuesta?visto=2`, ivan, { decision: 'accepted', firmante: 'Director' });
  await ask(`POST ${at}/respuesta?visto=2`, ivan, { decision: 'accepted', firmante: 'Director' });
  await refuses(`POST ${at}/respuesta?visto=2`, alejandra, 'changed_meanwhile', { decision: 'not_accepted', firmante: 'Jefa', fundamento: 'No.' });
  assert.match(await shown(`POST ${at}/plan`, alejandra, { ...plan, 'acciones.0.fin-year': '2025' }), /termina antes de empezar/);
  await ask(`POST ${at}/plan`, alejandra, plan);
  assert.match(await shown(`GET ${at}`, alejandra), /hasta el 31 de enero de 2027.*Aprobar el plan — 1 plan aprobado Área de Sistemas/);
  await progressWithFile(at);
  await refuses(`POST ${at}/verificacion`, lourdes, 'not_now', { resultado: 'closed_implemented', efectividad: 'efectiva', evidencia: 'Se leyó.' });
  await ask(`POST ${at}/cumplimiento`, alejandra, evidence);
  await ask(`POST ${at}/inicio-de-verificacion`, lourdes);
  await ask(`POST ${at}/verificacion`, lourdes, { resultado: 'partial', efectividad: 'parcial', evidencia: 'Falta publicarlo.', 'nuevo_plazo-day': '30', 'nuevo_plazo-month': '3', 'nuevo_plazo-year': '2027', mostrados: '@verify,resultado,efectividad,evidencia,archivo,informe,nuevo_plazo' });
  assert.match(await shown(`GET ${at}`, alejandra), /En marcha.*hasta el 30 de marzo de 2027/);
  await ask(`POST ${at}/cumplimiento`, alejandra, evidence);
  await ask(`POST ${at}/inicio-de-verificacion`, lourdes);
  await ask(`POST ${at}/verificacion`, lourdes, { resultado: 'closed_implemented', efectividad: 'efectiva', evidencia: 'Se leyó la gaceta.' });
  assert.match(await shown(`GET ${at}`, alejandra), /Cerrada: cumplida.*Se leyó la gaceta/);
  assert.match(await shown(`GET ${parent}`, lourdes), /Notificada .*Reúne a otras/);
  await ask(`POST ${other}/respuesta`, alejandra, { decision: 'not_accepted', fundamento: 'Ya existe.', firmante: 'Jefa', mostrados: '@answer,decision,fundamento,firmante' });
  await ask(`POST ${other}/insistencia`, lourdes, { fundamento: 'No se vio.' });
  await ask(`POST ${other}/cierre`, lourdes, { resultado: 'closed_not_applicable', fundamento: 'La unidad dejó de existir.' });
  assert.match(await shown(`GET ${parent}`, alejandra), /Cerrada: cumplida/);
  await refuses(`POST ${other}/respuesta`, alejandra, 'not_now', { decision: 'accepted', firmante: 'Jefa' });
});

test('facts are never changed, whoever tries', async () => {
  for (const sql of ['update supervision.fact set state = $1', 'delete from supervision.fact where state <> $1', 'update supervision.revision set revision = revision + length($1)']) await assert.rejects(fresh.db.rows(sql, ['x']));
});

test('the example pressed five times at once is one examination', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('POST /control/ejemplo', lourdes)));
  assert.equal(new Set(answers.map(({ body }) => (body.kind === 'redirect' ? body.to : ''))).size, 1);
});

test('the example loads whole, once, marked everywhere, and only in a demonstration', async () => {
  const at = await goesTo('POST /control/ejemplo', lourdes);
  assert.equal(await goesTo('POST /control/ejemplo', lourdes), at);
  const page = await shown(`GET ${at}`, lourdes);
  for (const code of [...Array.from({ length: 13 }, (_, n) => `H${n + 1}`), 'R1', 'R2', 'R3', 'R3.a', 'R3.b', 'R4', 'R5', 'P1']) assert.match(page, new RegExp(`(^|\\s)${code.replace('.', '\\.')}\\s`), code);
  assert.match(page, /Ejemplo.*Es un ejemplo de la demostración.*K3\/GP445\/S24-G1.*12 de diciembre de 2024/);
  assert.match(await shown('GET /control/examenes', lourdes), /K3\/GP445\/S24-G1 Ejemplo/);
  await assert.rejects(call(supervisionModule({ demo: false, ...given }).routes ?? [], 'POST /control/ejemplo', { db: fresh.db, now: clock, person: lourdes }), (caught) => isRefusal(caught, 'supervision.no_example'));
  examination = at;
});

test('the summary is a page and a file in each format, for whoever may read the examination', async () => {
  assert.match(await shown(`GET ${examination}/resumen`, lourdes), /Resumen ejecutivo.*Borrador.*R3\.b/);
  for (const [format, start] of [['odt', 'PK'], ['docx', 'PK'], ['pdf', '%PDF']] as const) {
    const { body } = await ask(`GET ${examination}/resumen/${format}`, lourdes);
    assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data) && body.data.subarray(0, start.length).toString() === start, format);
  }
  await refuses(`GET /control/recomendaciones/${await idOf('R1')}/archivos/x`, alejandra, 'recommendation_not_found');
  for (const path of ['resumen', 'resumen/odt']) await refuses(`GET ${examination}/${path}`, alejandra, 'examination_not_found');
  await assert.rejects(ask(`GET ${examination}/resumen/exe`, lourdes), (caught) => isRefusal(caught, 'office.no_such_format'));
});

test('overdue is computed as the days go by, filtered, counted and told in the sheet', async () => {
  await ask(`POST ${examination}/emision`, lourdes);
  await ask(`POST ${examination}/notificacion`, lourdes);
  assert.match(await shown('GET /control/recomendaciones?vencidas=si', alejandra), /Ninguna recomendación coincide/);
  clock = new Date('2026-12-20T10:00:00-04:00');
  const late = await shown('GET /control/recomendaciones?vencidas=si&turno=si', alejandra);
  assert.match(late, /R1, informe K3\/GP445\/S24-G1 Ejemplo.*Vencida Hace 30 días/);
  assert.doesNotMatch(late, /R3, informe/, 'what gathers others expects nothing by itself');
  assert.match(await shown('GET /control', lourdes), /6 vencidas 6 abiertas 14 % cumplidas/);
  const { body } = await ask('GET /control/archivo/csv', alejandra);
  assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data) && body.data.toString().includes('K3/GP445/S24-G1'));
});

test('terms are set with their norm; wrong ones are shown again', async () => {
  const terms = Object.fromEntries(['request', 'answer', 'plan', 'escalation', 'verification'].map((key) => [key, '7']));
  assert.match(await shown('POST /control/plazos', lourdes, { ...terms, plan: 'quince' }), /Registrar el plan de acción: escriba los días hábiles/);
  await ask('POST /control/plazos', lourdes, { ...terms, 'answer-norma': 'Reglamento 1' });
  assert.match(String(pageOf(await ask('GET /control/plazos', lourdes)).main), /value="Reglamento 1"/);
});

test('every page is well-formed', async () => {
  const recommendation = `/control/recomendaciones/${await idOf('R1')}`;
  const pages: readonly (readonly [string, Person])[] = [['/control', lourdes], ['/control', alejandra], ['/control/examenes', lourdes], ['/control/examenes/nuevo', lourdes], [examination, lourdes], [examination, alejandra], ['/control/recomendaciones', lourdes], [recommendation, alejandra], [`${recommendation}/respuesta`, alejandra], ['/control/plazos', lourdes]];
  for (const [path, who] of pages) assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${path}`, who)).main)}</main></body></html>`), [], path);
});
