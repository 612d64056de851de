import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { readProcedureFolder, type ProcedureFolder } from '#modules/catalog/index.ts';
import { templateReader } from '#modules/certificates/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { checkFolder, isSound } from './check-folder.ts';

const readTemplate = templateReader();
const folders = new Map<string, ProcedureFolder>();
const wanted = { copias: 'aduana-nacional/copias-simples', libreta: 'migracion/libreta-de-tripulante-terrestre', registro: 'agemed/registro-sanitario' } as const;
type Which = keyof typeof wanted;

before(async () => {
  for (const [name, path] of Object.entries(wanted)) folders.set(name, await readProcedureFolder(fileURLToPath(new URL(`../../../../procedures/${path}`, import.meta.url))));
});

/** The folder with one text put in the place of another, or a file taken away. */
function changed(which: Which, file: string, from: string, to: string | undefined): ProcedureFolder {
  const folder = folders.get(which);
  invariant(folder, `${which} was read`);
  if (to === undefined) return { ...folder, files: Object.fromEntries(Object.entries(folder.files).filter(([name]) => name !== file)) };
  const text = folder.files[file] ?? '';
  invariant(text.includes(from) || from === '', `${file} says «${from}»`);
  return { ...folder, files: { ...folder.files, [file]: text.replace(from, to) } };
}

// One slip each, as designers make them: what is changed, and the fault that must be found, in which file and severity.
const slips: readonly (readonly [which: Which, file: string, from: string, to: string | undefined, code: string, at: string, severity?: 'warning'])[] = [
  ['copias', 'flow.bpmn', 'v:tariff="copia-simple"', 'v:tariff="copia"', 'flow.unknown_tariff', 'flow.bpmn'],
  ['copias', 'flow.bpmn', ' v:tariff="copia-simple"', '', 'flow.missing_parameter', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:service="charge"', 'v:service="chrage"', 'flow.unknown_service', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:term="pago"', 'v:term="cobro"', 'flow.unknown_term', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:message="observed"', 'v:message="observado"', 'flow.unknown_message', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:form="resultado"', 'v:form="documento"', 'flow.unknown_page', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:formFor="entregar"', 'v:formFor="emitir"', 'flow.unknown_outcome', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:unit="ventanilla" ', '', 'flow.missing_unit', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:unit="archivo"', 'v:unit="archvo"', 'flow.unknown_unit', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'admision.outcome = "admitir"', 'admision.outcome = "aceptar"', 'flow.unknown_outcome', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'admision.outcome = "admitir"', 'fojas > 3', 'flow.unknown_variable', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:waits="correction"', 'v:waits="respuesta"', 'flow.no_correction', 'flow.bpmn'],
  ['copias', 'flow.bpmn', 'v:event="payment_order"', '', 'procedure.unknown_event', 'procedure.yaml'],
  ['copias', 'procedure.yaml', 'countsFrom: admission', 'countsFrom: admision', 'procedure.unknown_event', 'procedure.yaml'],
  ['copias', 'procedure.yaml', 'suspendedBy: [ observation ]', 'suspendedBy: [ vacation ]', 'procedure.unknown_event', 'procedure.yaml'],
  ['copias', 'flow.bpmn', '<timerEventDefinition v:term="subsanacion"/>', '<timerEventDefinition v:term="pago"/>', 'procedure.idle_term', 'procedure.yaml', 'warning'],
  ['copias', 'procedure.yaml', 'slug: copias-simples', 'slug: copia-simple', 'procedure.id_mismatch', 'procedure.yaml'],
  ['copias', 'form.yaml', 'type: email', 'type: emial', 'form.unknown_word', 'form.yaml'],
  ['copias', 'form.yaml', 'showIf: calidad = "tercero"', 'showIf: caliad = "tercero"', 'form.unknown_field', 'form.yaml'],
  ['copias', 'certificate.typ', 'given.answers.calidad', 'given.answers.cualidad', 'certificate.template_failed', 'certificate.typ'],
  ['copias', 'certificate.typ', 'given.answers.calidad', 'given.answers.numero_documento', 'certificate.template_failed', 'certificate.typ'],
  ['copias', 'certificate.typ', '#import "/base.typ"', '#import "@preview/x:1.0.0"', 'certificate.template_failed', 'certificate.typ'],
  ['copias', 'certificate.typ', '', undefined, 'folder.no_certificate', 'flow.bpmn'],
  ['copias', 'flow.bpmn', '', undefined, 'folder.no_flow', 'form.yaml'],
  ['copias', 'form.yaml', '', undefined, 'folder.no_form', 'flow.bpmn'],
  ['copias', 'scenarios.yaml', '', undefined, 'folder.no_scenarios', 'flow.bpmn', 'warning'],
  ['copias', 'procedure.yaml', '', undefined, 'folder.no_procedure', 'procedure.yaml'],
  ['copias', 'messages.yaml', '{{tramite.numero}}', '{{tramite.numero', 'messages.placeholder', 'messages.yaml'],
  ['copias', 'scenarios.yaml', 'respuesta: admitir', 'repuesta: admitir', 'scenarios.unknown_key', 'scenarios.yaml'],
  ['copias', 'scenarios.yaml', 'estado: falta_pago', 'estado: pagando', 'scenarios.status', 'scenarios.yaml'],
  ['libreta', 'flow.bpmn', 'v:resource="emision-libretas"', 'v:resource="emision"', 'flow.unknown_resource', 'flow.bpmn'],
  ['libreta', 'flow.bpmn', ' v:resource="emision-libretas"', '', 'flow.missing_resource', 'flow.bpmn'],
  ['libreta', 'resources.yaml', '', undefined, 'flow.unknown_resource', 'flow.bpmn'],
  ['libreta', 'resources.yaml', 'capacity: 3', 'capacity: 0', 'resources.number', 'resources.yaml'],
  ['libreta', 'flow.bpmn', 'v:months="24"', 'v:months="dos años"', 'flow.bad_months', 'flow.bpmn'],
  ['registro', 'flow.bpmn', 'v:decision="dictamen"', 'v:decision="dictámenes"', 'flow.unknown_decision', 'flow.bpmn'],
  ['registro', 'decisions.dmn', 'name="laboratorio"', 'name="laboratorios"', 'decisions.unknown_input', 'decisions.dmn'],
  ['registro', 'flow.bpmn', 'v:fourEyesWith="evaluacion_2"', 'v:fourEyesWith="evaluacion_3"', 'flow.unknown_task', 'flow.bpmn'],
];

for (const [which, file, from, to, code, at, severity = 'error'] of slips) {
  test(`${which}/${file}: ${to === undefined ? 'without it' : `«${from}» → «${to}»`} is ${code}`, async () => {
    const checked = await checkFolder(changed(which, file, from, to), readTemplate);
    const found = checked.faults.filter((fault) => fault.code === code);
    assert.ok(found.length > 0, JSON.stringify(checked.faults, undefined, 1));
    assert.deepEqual([found[0]?.file, found[0]?.severity], [`${wanted[which]}/${at}`, severity]);
    assert.ok((found[0]?.line ?? 0) >= 1 && found.every(({ reason, mend }) => reason !== '' && mend !== ''));
    assert.equal(isSound(checked), severity === 'warning');
  });
}

test('a fault is found on its own line', async () => {
  const { faults } = await checkFolder(changed('copias', 'flow.bpmn', 'v:tariff="copia-simple"', 'v:tariff="copia"'), readTemplate);
  const line = (folders.get('copias')?.files['flow.bpmn'] ?? '').split('\n').findIndex((text) => text.includes('v:tariff')) + 1;
  assert.deepEqual(faults.map((fault) => fault.line), [line]);
});

test('a folder somewhere else is told so', async () => {
  const { faults } = await checkFolder({ ...changed('copias', 'procedure.yaml', 'x', 'x'), path: 'aduana-nacional/copias' }, readTemplate);
  assert.deepEqual(faults.map(({ code }) => code), ['procedure.misplaced']);
});

test('a procedure that only informs needs nothing but its card', async () => {
  const folder = folders.get('libreta');
  const card = (folder?.files['procedure.yaml'] ?? '');
  assert.deepEqual((await checkFolder({ path: wanted.libreta, files: { 'procedure.yaml': card } }, readTemplate)).faults, []);
});
