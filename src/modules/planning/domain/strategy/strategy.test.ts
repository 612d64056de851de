import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { strategyGuide } from '../../content/strategy-guide.ts';
import { defaultParameters } from '../burden/parameters.ts';
import { defaultWeights } from '../ranking/criteria.ts';
import { adviceOn } from './advice.ts';
import { burdenChange } from './burden-change.ts';
import { differencesOf } from './compare.ts';
import type { Projections, Solution, StrategyContent } from './content.ts';
import { strategyText } from './document/strategy-text.ts';
import { frozenOf } from './frozen.ts';
import { headingOf, sectionsOf } from './guide.ts';
import { planState } from './plan-state.ts';
import { blocksOf, cleaned, itemsOf } from './plain-text.ts';
import { inStrips } from './strips.ts';
import { stageFaults, type Stage } from './stages.ts';
import { threadsOf, type Note } from './threads.ts';
import { changesOf, differ } from './words.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const cost = { visits: 3, hours: 2, copies: 4, applicantMinor: 6_650, entityHours: 1 };

const solution = (more: Partial<Solution> = {}): Solution => ({
  procedureId: 'e/copias', slug: 'copias', name: 'Copias simples', answers: {}, place: 1, survey: [['Propósito', 'Dar copias.'], ['Costo', '']], requirements: [{ name: 'Cédula de identidad', issuer: 'SEGIP', held: 'SEGIP' }, { name: 'Nota', issuer: '' }],
  norms: [{ norm: 'Ley N.º 1990', article: '12' }], burden: { before: cost, after: { ...cost, visits: 0, hours: 0, copies: 0, applicantMinor: 0 }, assumption: 'Se supone algo.', isDeclared: true, isFeeKnown: true, timesAYear: 1_000, missing: ['Una copia'] },
  flow: { origin: 'published', version: 2, pictures: [{ svg: '<svg/>', alt: 'Pasos' }], actors: [{ name: 'Quien solicita', does: ['Pagar'] }, { name: 'Archivo', does: ['Buscar'] }], tools: [{ name: 'Pago en línea', why: 'Sin ir al banco.', where: ['Pagar'], mentions: 'pag[oau]' }] },
  stages: [{ number: 1, name: 'Simplificar', actor: 'Sistemas', start: day('2027-01-10'), end: day('2027-02-10'), after: undefined }], ...more,
});

const content = (texts: Readonly<Record<string, string>>, solutions: readonly Solution[] = [solution()], more: Partial<Projections> = {}): StrategyContent => ({
  title: 'Estrategia', from: day('2027-01-01'), until: day('2027-12-31'), texts,
  projections: {
    day: day('2026-11-20'), entity: { key: 'e', name: 'Entidad', acronym: 'E' }, inventory: { all: 1, lines: [{ procedureId: 'e/copias', name: 'Copias simples', answers: { solicitudes_anio: 1_000 } }] },
    order: { day: day('2026-11-01'), sha256: 'abcdef0123456789', weights: defaultWeights, lines: [{ procedureId: 'e/copias', name: 'Copias simples', place: 1, score: 50, why: [{ key: 'volumen', points: 50, figure: 1_000 }] }] },
    norms: strategyGuide.norms, plans: [], solutions, ...more,
  },
});
const sectionsFor = (it: StrategyContent) => sectionsOf(strategyGuide, it.projections.solutions);
const codesIn = (it: StrategyContent, section: string): readonly string[] => adviceOn(it, sectionsFor(it)).filter((one) => one.section === section).map(({ code }) => code);

test('the sections are those of the guide, in its order and with its numbers', () => {
  const shown = sectionsFor(content({}, [solution(), solution({ procedureId: 'e/b', slug: 'b', name: 'B' }), solution({ procedureId: 'e/c', slug: 'c', name: 'C' })])).map(headingOf);
  const numbered = shown.filter((one) => /^\d/.test(one));
  assert.deepEqual(numbered, [
    '1. Antecedentes', '2. Diagnóstico de la situación actual', '3. Estrategia de digitalización', '3.1. Base legal', '3.2. Objetivos', '3.2.1. Objetivo general', '3.2.2. Objetivos específicos', '3.3. Metodología',
    '3.3.1. Diseño de la solución 1: Copias simples', '3.3.2. Diseño de la solución 2: B', '3.3.3. Diseño de la solución 3: C', '4. Estrategia de implementación', '4.1. Solución 1: Copias simples', '4.2. Solución 2: B', '4.3. Solución 3: C',
    '5. Estrategia de difusión', '6. Estrategia de soporte', '7. Estrategia para mejora continua',
  ]);
  assert.deepEqual(shown.slice(-2), ['Referencias', 'Anexos']);
});

const long = ' Además se cuenta con todo el detalle que alguien de otra institución necesita para entenderlo.';
const advised: readonly (readonly [what: string, section: string, text: string, code: string, given: boolean])[] = [
  ['a step is no objective', 'objetivo-general', 'Implementar un sistema informático para los usuarios.', 'objetivo_es_paso', true],
  ['nor is it with capitals and accents', 'objetivo-general', 'DISEÑAR un portal', 'objetivo_es_paso', true],
  ['a change is one', 'objetivo-general', 'Reducir los viajes de quienes piden copias.', 'objetivo_es_paso', false],
  ['one that says what for', 'objetivo-general', 'Reducir los viajes de quienes piden copias.', 'objetivo_sin_para_que', false],
  ['one that says so with «para que»', 'objetivo-general', 'Un servicio digital para que la gente no viaje.', 'objetivo_sin_para_que', false],
  ['one that says neither', 'objetivo-general', 'Modernización institucional.', 'objetivo_sin_para_que', true],
  ['one that looks at nobody', 'objetivo-general', 'Mejorar la gestión documental.', 'objetivo_sin_usuarios', true],
  ['two general ones', 'objetivo-general', 'Reducir viajes.\nAhorrar tiempo a las personas.', 'general_son_varios', true],
  ['one specific one alone', 'objetivos-especificos', '- Reducir los viajes de las personas.', 'especificos_pocos', true],
  ['two of them', 'objetivos-especificos', '- Reducir los viajes.\n- Ahorrar copias a las personas.', 'especificos_pocos', false],
  ['background without the plan', 'antecedentes', `La entidad nació en 1990.${long}`, 'sin_pige', true],
  ['background with the plan', 'antecedentes', `La entidad tiene un PIGE en ejecución, y en la pandemia atendió por correo.${long}`, 'sin_pige', false],
  ['background without the pandemic', 'antecedentes', `La entidad tiene un PIGE.${long}`, 'sin_pandemia', true],
  ['two words', 'metodologia', 'Se hará.', 'seccion_corta', true],
  ['a mark that was forgotten', 'metodologia', `Se hará con XXXX.${long}`, 'marca_olvidada', true],
  ['telling nobody how', 'difusion-externa', `Se hará saber a todos.${long}`, 'difusion_sin_canal', true],
  ['telling by radio', 'difusion-externa', `Se hará saber por radio.${long}`, 'difusion_sin_canal', false],
  ['help without a way to ask for it', 'soporte', `Se ayudará a todos con mucho gusto.${long}`, 'soporte_sin_contacto', true],
  ['improving without measuring', 'mejora', `Se mejorará todo lo que se pueda.${long}`, 'mejora_sin_medida', true],
  ['improving every three months by survey', 'mejora', `Cada trimestre se hará una encuesta.${long}`, 'mejora_sin_periodo', false],
  ['a norm that is nowhere listed', 'soporte', `Según la Ley N.º 9999, por teléfono.${long}`, 'norma_sin_listar', true],
  ['a norm of everybody', 'soporte', `Según la Ley 1080, por teléfono.${long}`, 'norma_sin_listar', false],
  ['a norm of an entry', 'soporte', `Según la Ley N° 1990, por teléfono.${long}`, 'norma_sin_listar', false],
  ['a mark without a reference', 'soporte', `Por teléfono [1].${long}`, 'cita_sin_lista', true],
  ['a design without reasons', 'diseno.copias', `Se pone en marcha el pago.${long}`, 'diseno_sin_porque', true],
  ['a tool that nobody explains', 'diseno.copias', `Todo será distinto porque conviene.${long}`, 'herramienta_sin_explicar', true],
  ['a tool that is explained', 'diseno.copias', `Se paga en línea porque así nadie va al banco.${long}`, 'herramienta_sin_explicar', false],
  ['what the State has', 'diseno.copias', `Se paga en línea porque así nadie va al banco.${long}`, 'pide_lo_que_el_estado_tiene', true],
];
for (const [what, section, text, code, given] of advised) test(`advice: ${what}: ${given ? '' : 'not '}${code}`, () => assert.equal(codesIn(content({ [section]: text }), section).includes(code), given));

test('specific objectives hang from the general one', () => {
  const of = (specific: string) => codesIn(content({ 'objetivo-general': 'Reducir los viajes de las personas que piden copias.', 'objetivos-especificos': specific }), 'objetivos-especificos');
  assert.ok(!of('Evitar viajes innecesarios.\nAcortar la espera de las copias para las personas.').includes('especifico_suelto'));
  assert.ok(of('Evitar viajes innecesarios.\nGarantizar energía solar.').includes('especifico_suelto'));
  assert.ok(of('Reducir los viajes de las personas que piden copias.\nOtro viaje menos.').includes('especifico_repite'));
});

const solutions: readonly (readonly [what: string, more: Partial<Solution>, section: string, code: string])[] = [
  ['no stages', { stages: [] }, 'puesta-en-marcha.copias', 'sin_etapas'], ['a norm to be changed and no stage for it', { answers: { impedimento: 'requiere_norma' } }, 'puesta-en-marcha.copias', 'norma_por_cambiar'],
  ['far down in the order', { place: 40 }, 'analisis.copias', 'elegido_lejos'], ['no norm', { norms: [] }, 'diseno.copias', 'sin_base_legal'], ['the law forbids it', { answers: { impedimento: 'impedido' } }, 'diseno.copias', 'elegido_impedido'],
  ['a guess of the program', { burden: { ...solution().burden, isDeclared: false } }, 'diseno.copias', 'sin_estimacion'],
];
for (const [what, more, section, code] of solutions) test(`advice on a solution: ${what}`, () => { assert.ok(codesIn(content({}, [solution(more)]), section).includes(code)); assert.ok(!codesIn(content({}), section).includes(code)); });

test('a solution without a diagram, and a strategy without solutions or with an old order, are told', () => {
  const { flow: _flow, ...bare } = solution();
  assert.ok(codesIn(content({}, [bare]), 'diseno.copias').includes('sin_diagrama'));
  assert.ok(codesIn(content({}, []), 'estrategia').includes('sin_soluciones'));
  assert.ok(codesIn(content({}, [solution()], { day: day('2027-11-20') }), 'diagnostico').includes('orden_viejo'));
});

test('every piece of advice says where, why and what to do, and names a section that is there', () => {
  const it = content({ 'objetivo-general': 'Implementar.' }, [solution({ stages: [] })]), ids = new Set(sectionsFor(it).map(({ id }) => id));
  for (const { section, reason, mend, source } of adviceOn(it, sectionsFor(it))) assert.ok(ids.has(section) && reason.length > 10 && mend.length > 10 && source !== '', reason);
});

const stage = (number: number, start: string, end: string, more: Partial<Stage> = {}): Stage => ({ number, name: `E${number}`, actor: 'Sistemas', start: day(start), end: day(end), after: undefined, ...more });
const stages: readonly (readonly [what: string, stages: readonly Stage[], reason: RegExp | undefined])[] = [
  ['in order', [stage(1, '2027-01-01', '2027-02-01'), stage(2, '2027-02-02', '2027-03-01', { after: 1 })], undefined],
  ['ends before it begins', [stage(1, '2027-02-01', '2027-01-01')], /termina antes de empezar/],
  ['out of the years', [stage(1, '2026-12-31', '2027-01-01')], /fuera del periodo/],
  ['begins too early', [stage(1, '2027-01-01', '2027-02-01'), stage(2, '2027-02-01', '2027-03-01', { after: 1 })], /antes de que termine la etapa 1/],
  ['waits for itself', [stage(1, '2027-01-01', '2027-02-01', { after: 1 })], /espera a una etapa que no existe/],
  ['is nobody\'s', [stage(1, '2027-01-01', '2027-02-01', { actor: ' ' })], /no dice quién/],
  ['has no end', [stage(1, '2027-01-01', '2027-02-01', { end: undefined })], /no tiene sus dos fechas/],
];
for (const [what, all, reason] of stages) test(`a stage that ${what}`, () => { const found = stageFaults(all, day('2027-01-01'), day('2027-12-31')).map((one) => one.reason).join(' '); if (reason) assert.match(found, reason); else assert.equal(found, ''); });

const words = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'ñandú', ' ', '\n', '.', '- '), fc.string({ maxLength: 5 })), { maxLength: 60 }).map((all) => all.join(''));
test('a difference gives back both texts, letter for letter, and neighbours are never of one kind', () => fc.assert(fc.property(words, words, (before, after) => {
  const changes = changesOf(before, after), only = (kind: 'gone' | 'new') => changes.filter((one) => one.kind === 'same' || one.kind === kind).map(({ text }) => text).join('');
  assert.equal(only('gone'), before);
  assert.equal(only('new'), after);
  for (const [at, { kind, text }] of changes.entries()) { assert.notEqual(text, ''); assert.notEqual(kind, changes[at + 1]?.kind); }
})));
test('a text does not differ from itself, and the other way round what was new is gone', () => fc.assert(fc.property(words, words, (before, after) => {
  assert.deepEqual(changesOf(before, before).filter(({ kind }) => kind !== 'same'), []);
  assert.equal(differ(before, before), false);
  const count = (changes: ReturnType<typeof changesOf>, kind: 'gone' | 'new') => changes.filter((one) => one.kind === kind).reduce((sum, { text }) => sum + text.length, 0);
  assert.equal(count(changesOf(before, after), 'gone') - count(changesOf(before, after), 'new'), before.length - after.length);
})));
test('one word is one difference', () => assert.deepEqual(changesOf('Se pide en papel, hoy.', 'Se pide en línea, hoy.'), [{ kind: 'same', text: 'Se pide en ' }, { kind: 'gone', text: 'papel' }, { kind: 'new', text: 'línea' }, { kind: 'same', text: ', hoy.' }]));
test('texts that are too long word by word are compared by lines', () => {
  const lines = (change: number) => Array.from({ length: 3_000 }, (_, n) => `Línea ${n} ${n % 1_000 === change ? 'cambia' : 'queda'}\n`).join('');
  const changes = changesOf(lines(1), lines(999));
  assert.ok(changes.length > 3 && changes.length < 40, String(changes.length));
});

test('a text is paragraphs and lists, and control characters do not stay', () => {
  assert.deepEqual(blocksOf('Uno.\n- a\n- b\n\nDos.'), [{ kind: 'paragraph', text: 'Uno.' }, { kind: 'list', items: ['a', 'b'] }, { kind: 'paragraph', text: 'Dos.' }]);
  assert.deepEqual(itemsOf('- a\n2) b\n[3] c\n\n'), ['a', 'b', 'c']);
  assert.equal(cleaned('a\r\nb\u0000 \n\n'), 'a\nb');
});

test('what nobody wrote says so, and nothing is made up', () => {
  const it = content({}, [solution({ stages: [], norms: [] })]), { blocks } = strategyText(it, sectionsFor(it), { kind: 'draft' });
  const pending = blocks.filter((block) => block.kind === 'paragraph' && block.tone === 'pending').length, needed = sectionsFor(it).filter(({ kind, isOptional }) => kind !== 'heading' && !isOptional).length;
  assert.equal(pending, needed + 1, 'every needed section, and the stages');
  assert.ok(blocks.some((block) => block.kind === 'table' && block.rows.flat().includes('Por completar')));
  assert.ok(!blocks.some((block) => block.kind === 'heading' && block.text.startsWith('Difusión de')), 'what is optional and empty does not appear');
});

test('a document says what was written and what the data say, each table and figure with its source', () => {
  const it = content({ 'objetivo-general': 'Reducir viajes.', referencias: '- Uno\n- Dos', 'difusion-tramite.copias': 'Por radio.' }), text = strategyText(it, sectionsFor(it), { kind: 'version', number: 3 }), said = JSON.stringify(text);
  assert.match(said, /Reducir viajes.*Difusión de Copias simples.*Por radio/);
  assert.match(said, /versión 3/i);
  assert.match(said, /El Estado ya lo tiene: SEGIP/);
  assert.match(said, /la gente dejaría de hacer 3\.000 viajes, pasaría 2\.000 horas menos en oficinas y ahorraría Bs\s66\.500,00\. Los montos no cuentan.*: una copia\./);
  for (const block of text.blocks) if (block.kind === 'table' || block.kind === 'figure') assert.ok((block.source ?? '') !== '', block.caption);
  const levels = text.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  for (const [at, level] of levels.entries()) assert.ok(level <= (levels[at - 1] ?? 0) + 1, 'no level is left out');
});

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom('- uno', 'Ley N.º 1080', '[3]', 'Implementar', '', '??', '1. dos', '«»', 'pago'), { maxLength: 6 }).map((lines) => lines.join('\n'))).map(cleaned);
test('whatever people write stands in the document, and advice never fails on it', () => fc.assert(fc.property(fc.array(anyText, { minLength: 30, maxLength: 30 }), (texts) => {
  const empty = content({}), sections = sectionsFor(empty), it = content(Object.fromEntries(sections.map(({ id }, at) => [id, texts[at] ?? '']))), ids = new Set(sections.map(({ id }) => id));
  for (const { section } of adviceOn(it, sections)) assert.ok(ids.has(section));
  const said = strategyText(it, sections, { kind: 'draft' }).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [])).map(String);
  for (const { id, kind } of sections) for (const item of kind === 'heading' ? [] : itemsOf(it.texts[id] ?? '')) assert.ok(said.some((one) => one.includes(item)), item);
}), { numRuns: 40 }));

test('the plan of the entity is shown with its state, and then nobody has to be asked for it', () => {
  const plan = planState({ title: 'PIGE 2026-2028', state: 'in_force', fromYear: 2026, toYear: 2028 }), it = content({ antecedentes: `La entidad nació en 1990 y en la pandemia atendió por correo.${long}` }, [solution()], { plans: [plan] });
  assert.deepEqual(plan, { title: 'PIGE 2026-2028', state: 'En ejecución', years: '2026-2028' });
  assert.ok(!codesIn(it, 'antecedentes').includes('sin_pige'));
  assert.match(JSON.stringify(strategyText(it, sectionsFor(it), { kind: 'draft' })), /"PIGE 2026-2028","2026-2028","En ejecución"/);
  assert.equal(planState({ title: 'X', state: 'algo nuevo', fromYear: 2026, toYear: 2026 }).state, 'Sin estado conocido');
});

test('two states differ where somebody wrote or the data changed, and nowhere else', () => {
  const of = (it: StrategyContent, number: number) => frozenOf(it, sectionsFor(it), { kind: 'version', number }).text, before = content({ soporte: 'Por teléfono.' });
  assert.deepEqual(differencesOf(of(before, 1), of(before, 2)), []);
  const after = content({ soporte: 'Por correo.' }, [solution({ requirements: [] })]);
  assert.deepEqual(differencesOf(of(before, 1), of(after, 2)).map(({ heading }) => heading), ['3.3.1. Diseño de la solución 1: Copias simples', '6. Estrategia de soporte']);
});

const entry = { visitas: 3, horas_oficina: 2, gratuito: true, requisitos: [{ nombre: 'Cédula', copias: 2 }] };
const burdens: readonly (readonly [what: string, declared: Parameters<typeof burdenChange>[1], appointments: number, after: readonly [number | undefined, number | undefined, number | undefined], assumption: RegExp])[] = [
  ['all on line', {}, 0, [0, 0, 0], /todo se hace en línea/], ['one appointment', {}, 1, [1, 2, 0], /sólo se va a la cita/], ['what the entity says', { visitas: 2, supuesto: 'Con entrega a domicilio.' }, 0, [2, 0, 0], /a domicilio/],
];
for (const [what, declared, appointments, after, assumption] of burdens) {
  test(`the burden afterwards: ${what}`, () => {
    const found = burdenChange(entry, declared, appointments, defaultParameters);
    assert.deepEqual([found.after.visits, found.after.hours, found.after.copies], after);
    assert.match(found.assumption, assumption);
    assert.deepEqual([found.before.visits, found.before.hours, found.before.copies], [3, 2, 2]);
  });
}

test('a comment is open until it is settled, and open again where somebody says so', () => {
  const note = (id: string, thread: string, kind: Note['kind']): Note => ({ id, section: 's', thread, kind, body: '', at: new Date(0), name: 'X' });
  const open = (...notes: readonly Note[]) => threadsOf(notes).map(({ id, isOpen }) => [id, isOpen]);
  assert.deepEqual(open(note('a', 'a', 'comment'), note('b', 'b', 'comment'), note('c', 'a', 'resolved')), [['b', true], ['a', false]]);
  assert.deepEqual(open(note('a', 'a', 'comment'), note('c', 'a', 'resolved'), note('d', 'a', 'reopened')), [['a', true]]);
});

type Drawn = Parameters<typeof inStrips>[0];
const task = (id: string, x: number, y: number): Drawn['pages'][number]['shapes'][number] => ({ id, form: 'task', box: { x, y, width: 100, height: 80 } });
const drawingOf = (columns: number): Drawn => {
  const shapes = Array.from({ length: columns }, (_, n) => task(`t${n}`, n * 150, (n % 3) * 120));
  return { title: 'F', pages: [{ shapes, edges: shapes.slice(1).map(({ id, box }, n) => ({ id: `e${id}`, form: 'sequence' as const, name: id, points: [{ x: n * 150 + 100, y: 40 }, { x: box.x - 20, y: 40 }, { x: box.x - 20, y: box.y + 40 }, { x: box.x, y: box.y + 40 }] })) }] };
};

test('a narrow diagram stays as it is', () => { const drawing = drawingOf(8); assert.deepEqual(inStrips(drawing), [drawing]); });

test('a wide diagram is cut into parts that can be read: every shape stands whole in one of them, and no line is lost', () => fc.assert(fc.property(fc.integer({ min: 10, max: 60 }), (columns) => {
  const drawing = drawingOf(columns), parts = inStrips(drawing), shapes = parts.flatMap(({ pages }) => pages.flatMap((page) => page.shapes)), edges = parts.flatMap(({ pages }) => pages.flatMap((page) => page.edges));
  assert.deepEqual(shapes, drawing.pages[0]?.shapes);
  const length = (all: typeof edges) => all.reduce((sum, { points }) => sum + points.slice(1).reduce((far, { x, y }, at) => far + Math.hypot(x - (points[at]?.x ?? 0), y - (points[at]?.y ?? 0)), 0), 0);
  assert.ok(Math.abs(length(edges) - length([...(drawing.pages[0]?.edges ?? [])])) < 1);
  assert.equal(edges.filter(({ name }) => name !== undefined).length >= columns - 1, true);
  for (const { pages: [page] } of parts) { const xs = page?.shapes.map(({ box }) => box.x) ?? []; assert.ok(Math.max(...xs) + 100 - Math.min(...xs) <= 1_700); }
})));
