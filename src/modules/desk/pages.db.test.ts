import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { actAsOfficer, openCase } from '#modules/cases/index.ts';
import { filesOf } from '#modules/documents/index.ts';
import type { Person } from '#kernel/access.ts';
import { auditOf } from '#kernel/audit/index.ts';
import type { Answer, FormBody, PageContent } from '#kernel/http/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { call, pageOf, type Asked } from '#support/calls.ts';
import { claimedCase, issueFor, makeConfidentialCase, makeDesk, openTaskOf, type Desk } from '#support/desk.ts';
import { somePdf, somePng } from '#support/files.ts';
import { markupFaults } from '#support/markup.ts';
import { makeCase } from '#support/procedure.ts';

let desk: Desk;
before(async () => { desk = await makeDesk(); });
after(() => desk.close());

const ask = (request: string, person: Person, more: Partial<Asked> = {}): Promise<Answer> => call(desk.routes, request, { db: desk.db, now: desk.now, person, ...more });
const show = async (path: string, person: Person): Promise<PageContent> => pageOf(await ask(`GET ${path}`, person));
const textOf = (content: PageContent): string => String(content.main);
const send = (path: string, person: Person, form: FormBody) => ask(`POST ${path}`, person, { form });
const taskPath = (id: CaseId, task: string) => `/escritorio/tramites/${id}/tareas/${task}`;

async function taken(): Promise<{ id: CaseId; task: string; path: string }> {
  const id = await makeConfidentialCase(desk, somePdf()), { watcher } = desk.people, task = await openTaskOf(desk.db, id, watcher);
  await actAsOfficer(desk.db, id, watcher, { type: 'claim', task }, desk.now);
  return { id, task, path: `${taskPath(id, task)}/resolucion` };
}

test('every page of the desk is well-formed and says nothing of the program', async () => {
  const { clerk, chief, watcher, auditor } = desk.people, { id, task } = await claimedCase(desk, clerk), confidential = await taken(), issued = await makeCase(desk.db, desk.people.applicant, desk.now);
  const certificate = await issueFor(desk, issued);
  await send(`${taskPath(id, task)}/consulta`, clerk, { unidad: 'jefatura', pregunta: '¿Procede?' });
  await actAsOfficer(desk.db, id, chief, { type: 'claim', task: 'o1' }, desk.now);
  const pages: readonly [path: string, person: Person][] = [
    ['/escritorio', clerk], ['/escritorio?bandeja=sin-asignar', clerk], ['/escritorio?bandeja=todas&vencidas=1', clerk], ['/escritorio', chief], ['/escritorio/busqueda?numero=nada', clerk],
    ['/escritorio/equipo', chief], ['/escritorio/equipo?unidad=ventanilla', chief], ['/escritorio/tramites', auditor], ['/escritorio/tramites?estado=in_review', clerk], ['/escritorio/tramites?estado=refused', clerk],
    [`/escritorio/tramites/${id}`, clerk], [`/escritorio/tramites/${id}`, auditor], [`/escritorio/tramites/${issued}`, chief], [`/escritorio/tramites/${confidential.id}`, watcher],
    [`/escritorio/tramites/${id}/hoja-de-ruta`, clerk], [`/escritorio/tramites/${confidential.id}/hoja-de-ruta`, watcher], [`${taskPath(id, task)}/resolucion`, clerk], [confidential.path, watcher],
    [`${taskPath(id, task)}/reasignacion`, clerk], [`${taskPath(id, task)}/consulta`, clerk], [`${taskPath(id, 'o1')}/opinion`, chief],
    [`/escritorio/tramites/${issued}/certificados/${certificate.id}/revocacion`, chief],
  ];
  for (const [path, person] of pages) assert.deepEqual(await markupFaults(await show(path, person)), [], path);
});

test('what an officer wrote is there again with the sentence beside it, and nothing was done', async () => {
  const { clerk } = desk.people, { id, task } = await claimedCase(desk, clerk), path = `${taskPath(id, task)}/resolucion`;
  const answer = await send(path, clerk, { llave: 'clave-primera', 'tarea-respuesta': 'observar', 'tarea-motivo': 'Revise <b>todo</b>', 'tarea-observar': ['superficie'], 'tarea-observar-superficie': ' ' });
  const text = textOf(pageOf(answer));
  assert.equal(answer.status, 422);
  assert.match(text, /Escriba qué se debe corregir en «Superficie[^»]*»/);
  assert.match(text, /Revise &lt;b&gt;todo&lt;\/b&gt;/);
  assert.match(text, /value="clave-primera"/);
  assert.match(text, /value="superficie" checked/);
  assert.deepEqual(await markupFaults(pageOf(answer)), []);
  assert.equal((await openCase(desk.db, id, clerk)).current.state.status, 'in_review');
});

const wrong: readonly [what: string, form: FormBody, sentence: RegExp][] = [
  ['nothing', {}, /Elija una respuesta/],
  ['an answer that is none', { 'tarea-respuesta': 'volar' }, /Elija una respuesta/],
  ['a refusal without a reason', { 'tarea-respuesta': 'rechazar' }, /Escriba el motivo/],
  ['an observation of nothing', { 'tarea-respuesta': 'observar', 'tarea-motivo': 'x' }, /Señale al menos un dato/],
  ['an observation of an unknown field', { 'tarea-respuesta': 'observar', 'tarea-motivo': 'x', 'tarea-observar': 'inventado', 'tarea-observar-inventado': 'x' }, /no existe en este formulario/],
];
for (const [what, form, sentence] of wrong) {
  test(`${what} is answered with a sentence and 422`, async () => {
    const { clerk } = desk.people, { id, task } = await claimedCase(desk, clerk);
    const answer = await send(`${taskPath(id, task)}/resolucion`, clerk, form);
    assert.equal(answer.status, 422);
    assert.match(textOf(pageOf(answer)), sentence);
  });
}

test('an observation reaches the applicant with its fields, and the entity’s clock stands still', async () => {
  const { clerk } = desk.people, { id, task } = await claimedCase(desk, clerk);
  const answer = await send(`${taskPath(id, task)}/resolucion`, clerk, { 'tarea-respuesta': 'observar', 'tarea-motivo': '', 'tarea-observar': 'superficie', 'tarea-observar-superficie': 'No coincide con el plano.' });
  assert.equal(answer.status, 303);
  const { current } = await openCase(desk.db, id, clerk);
  assert.deepEqual(current.state.observation?.fields, [{ field: 'superficie', reason: 'No coincide con el plano.' }]);
  assert.equal(current.due, null);
  assert.match(textOf(await show(`/escritorio/tramites/${id}`, clerk)), /No coincide con el plano/);
});

test('a decision is asked twice: the first time says what will happen and does nothing, changing goes back with everything', async () => {
  const { id, task, path } = await taken(), { watcher } = desk.people, form = { llave: 'clave-decision', 'tarea-respuesta': 'admitir', 'tarea-motivo': 'Hay indicios.', registro: 'R-7' };
  const asked = await send(path, watcher, form);
  const text = textOf(pageOf(asked));
  assert.equal(asked.status, 200);
  assert.match(text, /¿Confirma «Admitir»\?/);
  assert.match(text, /El trámite termina: aprobado/);
  assert.match(text, /R-7/);
  assert.deepEqual(await markupFaults(pageOf(asked)), []);
  assert.equal(await openTaskOf(desk.db, id, watcher), task);
  const back = textOf(pageOf(await send(path, watcher, { ...form, 'tarea-cambiar': 'si' })));
  assert.match(back, /value="admitir" checked/);
  assert.match(back, /Hay indicios\./);
  for (let press = 0; press < 2; press++) assert.equal((await send(path, watcher, { ...form, 'tarea-confirmada': 'si' })).status, 303);
  const { current } = await openCase(desk.db, id, watcher);
  assert.deepEqual([current.state.status, current.answers.registro], ['granted', 'R-7']);
});

test('the officer’s own fields are asked only for the answers that need them', async () => {
  const { path } = await taken(), { watcher } = desk.people;
  const needed = await send(path, watcher, { 'tarea-respuesta': 'admitir', 'tarea-motivo': 'x', registro: '' });
  assert.deepEqual([needed.status, /Escriba el registro/.test(textOf(pageOf(needed)))], [422, true]);
  assert.equal((await send(path, watcher, { 'tarea-respuesta': 'no_corresponde', 'tarea-motivo': 'x', registro: '' })).status, 200);
});

test('a file that the officer attaches waits in the task’s draft and joins the case with the answer', async () => {
  const { id, task, path } = await taken(), { watcher, entityId } = desk.people;
  const field = (name: string, value: string) => ({ kind: 'field', name, value }) as const;
  const file = { kind: 'file', name: 'informe', filename: 'informe.pdf', mimetype: 'application/pdf', stream: Readable.from([somePdf('Informe')]) } as const;
  const texts = { llave: 'clave-con-archivo', 'tarea-respuesta': 'admitir', 'tarea-motivo': 'Va el informe.', registro: 'R-8' };
  const asked = await ask(`POST ${path}?llave=clave-con-archivo`, watcher, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, parts: [...Object.entries(texts).map(([name, value]) => field(name, value)), file] });
  assert.match(textOf(pageOf(asked)), /informe\.pdf/);
  assert.equal((await filesOf(desk.db, entityId, `draft:${id}-${task}`)).length, 1);
  assert.equal((await send(path, watcher, { ...texts, 'tarea-confirmada': 'si' })).status, 303);
  assert.deepEqual((await filesOf(desk.db, entityId, `case:${id}`)).map(({ fieldId }) => fieldId).sort(), ['informe', 'prueba']);
});

test('turning a page of a file keeps what is being written', async () => {
  const { id, path } = await taken(), { watcher, entityId } = desk.people, [file] = await filesOf(desk.db, entityId, `case:${id}`);
  const answer = await send(path, watcher, { 'tarea-respuesta': 'admitir', 'tarea-motivo': 'A medio escribir', registro: 'R-9', ver: `${file?.id}:1` });
  const text = textOf(pageOf(answer));
  assert.equal(answer.status, 200);
  assert.match(text, /A medio escribir/);
  assert.match(text, /value="R-9"/);
  assert.match(text, /Página 1 de 1/);
});

test('files come as pictures drawn by us or as attachments, sandboxed, and never from another case', async () => {
  const { watcher, entityId } = desk.people, id = await makeConfidentialCase(desk, somePdf()), other = await makeConfidentialCase(desk, somePng(), 'foto.png');
  const [pdf] = await filesOf(desk.db, entityId, `case:${id}`), [png] = await filesOf(desk.db, entityId, `case:${other}`);
  const at = (one: CaseId, file: string | undefined, rest = '') => ask(`GET /escritorio/tramites/${one}/archivos/${file}${rest}`, watcher);
  for (const [answer, type, disposition] of [
    [await at(id, pdf?.id, '/vista?hoja=1'), 'image/png', 'inline'], [await at(other, png?.id, '/vista'), 'image/png', 'inline'], [await at(id, pdf?.id), 'application/pdf', 'attachment'],
  ] as const) {
    assert.deepEqual(answer.body.kind === 'bytes' && [answer.body.type, answer.body.disposition], [type, disposition]);
    assert.match(answer.headers?.['content-security-policy'] ?? '', /sandbox/);
  }
  await assert.rejects(at(id, png?.id), { code: 'desk.file_not_found' });
  await assert.rejects(at(id, 'nada'), { code: 'desk.file_not_found' });
});

test('whoever opens a case, a file or prints is written down where the applicant can see it', async () => {
  const id = await makeConfidentialCase(desk, somePdf()), { watcher, entityId } = desk.people, [file] = await filesOf(desk.db, entityId, `case:${id}`);
  await show(`/escritorio/tramites/${id}`, watcher);
  await ask(`GET /escritorio/tramites/${id}/archivos/${file?.id}/vista`, watcher);
  await show(`/escritorio/tramites/${id}/hoja-de-ruta`, watcher);
  await ask(`GET /api/v1/tramites-en-curso/${id}`, watcher);
  const rows = (await auditOf(desk.db, `case:${id}`)).filter(({ personId }) => personId === watcher.id).toReversed();
  assert.deepEqual(rows.map(({ action, role }) => [action, role]), [['case.read', 'officer'], ['case.file_read', 'officer'], ['case.print', 'officer'], ['case.read', 'officer']]);
});

test('the sheet numbers the leaves through: the form and its file, then each act', async () => {
  const { id, path } = await taken(), { watcher } = desk.people;
  await actAsOfficer(desk.db, id, watcher, { type: 'add_note', text: 'Cosa interna' }, desk.now);
  await send(path, watcher, { 'tarea-respuesta': 'admitir', 'tarea-motivo': 'Hay indicios.', registro: 'R-7', 'tarea-confirmada': 'si' });
  const text = textOf(await show(`/escritorio/tramites/${id}/hoja-de-ruta`, watcher));
  assert.ok(!text.includes('Cosa interna'));
  assert.match(textOf(await show(`/escritorio/tramites/${id}`, watcher)), /Sistema Ventanilla/, 'what the program did is not told as done by a unit of that name');
  const leaves = [...text.matchAll(/data-label="Fojas">([^<]*)</g)].map(([, said]) => said);
  assert.deepEqual(leaves, ['1 a 2', '—', '3']);
});

test('the API gives the queue and a case as its schemas say', async () => {
  const { clerk } = desk.people, { id, task } = await claimedCase(desk, clerk);
  const { Value } = await import('typebox/value');
  for (const [path, person] of [['/api/v1/escritorio/tareas?bandeja=mias', clerk], [`/api/v1/tramites-en-curso/${id}`, clerk]] as const) {
    const answer = await ask(`GET ${path}`, person), route = desk.routes.find((one) => new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] ?? '') && one.method === 'GET');
    assert.ok(answer.body.kind === 'json' && route?.options.api);
    const document: unknown = JSON.parse(JSON.stringify(answer.body.value));
    assert.deepEqual([...Value.Errors(route.options.api.response, document)].slice(0, 3), [], path);
    assert.ok(JSON.stringify(document).includes(task));
  }
  const read = await ask(`GET /api/v1/tramites-en-curso/${id}`, clerk);
  const { tareas } = (read.body.kind === 'json' ? read.body.value : {}) as { tareas: { puede: string[] }[] };
  assert.deepEqual(tareas.map(({ puede }) => puede), [['liberacion', 'resolucion', 'reasignacion', 'consulta']]);
});
