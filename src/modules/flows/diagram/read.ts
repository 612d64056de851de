import type { Checked } from '#kernel/faults.ts';
import { flagOf, idOf, nodeOf, nodesOf, textOf, type Node } from '../bpmn/node.ts';
import { readBpmn } from '../bpmn/read.ts';
import type { Box, Drawing, Edge, Point, Shape } from './drawing.ts';
import { isDefault } from './default.ts';
import { layOut } from './layout.ts';
import { lookOf } from './look.ts';

/**
 * Reads how a BPMN file is to be drawn, also with elements that aren't executed. A file without coordinates is laid out from left to
 * right. Has a value whenever the file can be read at all.
 */
export async function readDrawing(xml: string, file: string): Promise<Checked<Drawing>> {
  const { value, faults } = await readBpmn(xml, file);
  if (!value) return { value: undefined, faults };
  const drawn = nodesOf(value.root, 'diagrams').map(toPage).filter(({ shapes }) => shapes.length > 0);
  const pages = drawn.length > 0 ? drawn : nodesOf(value.root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process').map(layOut);
  return { value: { title: titleOf(value.root), pages }, faults };
}

function titleOf(root: Node): string {
  const parts = nodesOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process' || $type === 'bpmn:Collaboration');
  const named = [...parts, ...parts.flatMap((part) => nodesOf(part, 'participants')), root].map((node) => textOf(node, 'name'));
  return named.find((name) => name !== undefined) ?? 'Flujo del trámite';
}

function toPage(diagram: Node): Drawing['pages'][number] {
  const plane = nodeOf(diagram, 'plane');
  const parts = plane ? nodesOf(plane, 'planeElement') : [];
  const name = textOf(diagram, 'name');
  const shapes = parts.filter(({ $type }) => $type === 'bpmndi:BPMNShape').flatMap((part) => toShape(part) ?? []);
  const edges = parts.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').flatMap((part) => toEdge(part) ?? []);
  return { ...(name === undefined ? {} : { name }), shapes: shapes.toSorted((one, other) => depth(one) - depth(other)), edges };
}

/** What contains others is behind; boundary events are before everything. */
const depth = ({ form, ring, box }: Shape): number => {
  const layer = { pool: 0, lane: 1, group: 2, subProcess: 3 }[String(form)] ?? (ring ? 5 : 4);
  return layer * 1e9 - Math.min(box.width * box.height, 1e8);
};

function toShape(part: Node): Shape | undefined {
  const element = nodeOf(part, 'bpmnElement');
  const box = boxOf(nodeOf(part, 'bounds'));
  if (!element || !box) return undefined;
  const label = labelOf(part);
  const look = lookOf(element);
  const collapsed = look.form === 'subProcess' && flagOf(part, 'isExpanded') === false;
  const horizontal = (look.form === 'pool' || look.form === 'lane') && flagOf(part, 'isHorizontal') !== false;
  return { id: idOf(element), ...look, box, ...(label ? { label } : {}), ...(collapsed ? { collapsed: true } : {}), ...(horizontal ? { horizontal: true } : {}) };
}

function toEdge(part: Node): Edge | undefined {
  const element = nodeOf(part, 'bpmnElement');
  const points = nodesOf(part, 'waypoint').flatMap((point) => pointOf(point) ?? []);
  if (!element || points.length < 2) return undefined;
  const name = textOf(element, 'name');
  const label = labelOf(part);
  return { id: idOf(element), form: forms[element.$type] ?? 'association', points, ...(name === undefined ? {} : { name: name.replace(/\s+/g, ' ') }), ...(label ? { label: { x: label.x + label.width / 2, y: label.y + label.height / 2 } } : {}), ...(isDefault(element) ? { otherwise: true } : {}) };
}

const forms: Readonly<Record<string, Edge['form']>> = { 'bpmn:SequenceFlow': 'sequence', 'bpmn:MessageFlow': 'message' };

const labelOf = (part: Node): Box | undefined => {
  const label = nodeOf(part, 'label');
  return label && boxOf(nodeOf(label, 'bounds'));
};

function boxOf(bounds: Node | undefined): Box | undefined {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => bounds?.get(name));
  if (!isPlace(x) || !isPlace(y) || !isPlace(width) || !isPlace(height)) return undefined;
  return { x, y, width, height };
}

function pointOf(point: Node): Point | undefined {
  const [x, y] = [point.get('x'), point.get('y')];
  return isPlace(x) && isPlace(y) ? { x, y } : undefined;
}

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6;
