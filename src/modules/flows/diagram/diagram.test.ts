import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { flowDiagram, flowSteps, readDrawing, stepList, type Drawing } from '../index.ts';
import { bpmn, soundFlow, ways } from '../test-support/play.ts';
import { standardsFolder } from '../test-support/standards.ts';
import { childrenOf, parseXml, type XmlNode } from '../test-support/xml.ts';

const folder = join(standardsFolder, 'bpmn-interchange');

if (!existsSync(folder)) test('the published BPMN interchange models', { skip: `${folder} is not here` });
else for (const name of readdirSync(folder).filter((file) => file.endsWith('.bpmn'))) {
  test(`${name} opens, keeps every id, and is drawn`, async () => {
    const xml = readFileSync(join(folder, name), 'utf8');
    const drawing = await drawingOf(xml);
    const drawn = new Set(drawing.pages.flatMap(({ shapes, edges }) => [...shapes, ...edges]).map(({ id }) => id));
    const wanted = [...xml.matchAll(/<(?:\w+:)?BPMN(?:Shape|Edge)\b[^>]*\sbpmnElement="([^"]+)"/g)].map(([, id]) => (id ?? '').replace(/^.*:/, ''));
    assert.ok(wanted.length > 0);
    assert.deepEqual(wanted.filter((id) => !drawn.has(id)), []);
    wellFormed(flowDiagram(drawing, { done: wanted.slice(0, 2), current: wanted.slice(2, 3) }).toString());
  });
}

async function drawingOf(xml: string): Promise<Drawing> {
  const { value, faults } = await readDrawing(xml, 'flow.bpmn');
  assert.ok(value, JSON.stringify(faults));
  return value;
}

/** The SVG is a single image for a screen reader, has no NaN and nothing that a strict content policy forbids. */
function wellFormed(svg: string): XmlNode {
  const root = parseXml(svg);
  assert.equal(root.name, 'svg');
  assert.equal(root.attributes['role'], 'img');
  for (const id of (root.attributes['aria-labelledby'] ?? '').split(' ')) assert.ok(svg.includes(`id="${id}"`));
  assert.doesNotMatch(svg, /NaN|undefined|Infinity|\sstyle=|<style|<script|\son\w+=/);
  for (const [, x, y] of svg.matchAll(/ (?:x|cx)="([^"]*)" (?:y|cy)="([^"]*)"/g)) assert.ok(Number.isFinite(Number(x)) && Number.isFinite(Number(y)));
  assert.equal((svg.match(/<g\b/g) ?? []).length, (svg.match(/<\/g>/g) ?? []).length);
  return root;
}

const elements = `<startEvent id="s" name="Inicio"/><userTask id="a" name="Revisar &lt;todo&gt;" v:unit="legal" v:outcomes="si, no"/>
<boundaryEvent id="t" name="Venció" attachedToRef="a"><timerEventDefinition v:term="plazo"/></boundaryEvent>
<exclusiveGateway id="x" name="¿Está completa?" default="x_b"/><subProcess id="b" name="Preparar"><startEvent id="i"/><task id="j"/>${ways('i>j')}</subProcess>
<endEvent id="e" name="Fin"/><endEvent id="f" name="Archivada"/>${ways('s>a; a>x; x>a: a.outcome = "no"; x>b; b>e; t>f')}`;

test('a file without coordinates is laid out without overlaps', async () => {
  const drawing = await drawingOf(bpmn(elements));
  const [page] = drawing.pages;
  assert.deepEqual(new Set(page?.shapes.map(({ id }) => id)), new Set(['s', 'a', 't', 'x', 'b', 'i', 'j', 'e', 'f']));
  assert.equal(page?.edges.length, 7);
  const outer = (page?.shapes ?? []).filter(({ id }) => !['t', 'i', 'j'].includes(id));
  for (const [index, { box }] of outer.entries()) for (const { box: other, id } of outer.slice(index + 1)) {
    assert.ok(box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y, `${id} overlaps`);
  }
  for (const { points } of page?.edges ?? []) for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    assert.ok(!before || Math.abs(before.x - point.x) < 0.01 || Math.abs(before.y - point.y) < 0.01, 'lines follow the axes');
  }
  wellFormed(flowDiagram(drawing).toString());
});

test('the diagram says what is done and where the case is, not by colour alone', async () => {
  const svg = flowDiagram(await drawingOf(bpmn(elements)), { done: ['s'], current: ['a'] }, { title: 'Mi trámite', idPrefix: 'x1' }).toString();
  const root = wellFormed(svg);
  assert.equal(childrenOf(root, 'title')[0]?.text, 'Mi trámite');
  assert.equal(childrenOf(root, 'desc')[0]?.text, 'Diagrama de flujo con 3 actividades. Hecho: Inicio. Ahora: Revisar <todo>.');
  assert.match(svg, /flow-current" data-element="a"/);
  assert.match(svg, /flow-done" data-element="s"/);
  assert.equal((svg.match(/class="flow-sign"/g) ?? []).length, 2);
});

test('the same flow as steps', async () => {
  const flow = await soundFlow(elements);
  const steps = flowSteps(flow);
  assert.deepEqual(steps.map(({ number, id }) => `${number} ${id}`), ['1 s', '2 a', '3 x', '4 b', '5 i', '6 j', '7 e', '8 t', '9 f']);
  assert.deepEqual(steps[2]?.next, [{ to: 2, name: 'Revisar <todo>', when: 'si a.outcome = "no"' }, { to: 4, name: 'Preparar', when: 'en otro caso' }]);
  const list = stepList(flow, { done: ['s'], current: ['a'] }).toString();
  assert.match(list, /aria-current="step"><span class="flow-step-name">Revisar &lt;todo&gt;<\/span> <strong class="flow-state">\(ahora\)<\/strong>\. Tarea de un servidor: legal\. Sigue: paso 3/);
  assert.equal((list.match(/<li/g) ?? []).length, steps.length);
});

test('every element that a flow has is in its steps once', async () => {
  const flow = await soundFlow(elements);
  assert.deepEqual(flowSteps(flow).map(({ id }) => id).toSorted(), Object.keys(flow.elements).toSorted());
});
