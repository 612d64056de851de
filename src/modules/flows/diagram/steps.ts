import { html, type Html } from '#kernel/html/html.ts';
import type { Leaf } from '../domain/run.ts';
import type { Flow, FlowElement, Progress, SequenceFlow } from '../domain/types.ts';
import { leaves } from '../elements/index.ts';

/** One step of a flow in words. */
export type FlowStep = {
  /** Counts from 1, in the order in which a case meets them. */
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** What kind of step it is, in Spanish. */
  readonly kind: string;
  readonly unit?: string;
  /** Number of the step that contains it. */
  readonly inside?: number;
  readonly next: readonly NextStep[];
};

/** Where a step leads, and when: absent means always. */
export type NextStep = { readonly to: number; readonly name: string; readonly when?: string };

/** The steps of a flow in the order in which a case meets them; ways back lead to a lower number. */
export function flowSteps(flow: Flow): readonly FlowStep[] {
  const ordered = order(flow);
  const numbers = new Map(ordered.map((id, index) => [id, index + 1]));
  return ordered.flatMap((id) => flow.elements[id] ?? []).map((element) => toStep(flow, element, numbers));
}

/** The flow as an ordered list, for whoever can't see the diagram: each step with its kind, its unit, where it leads, and whether it is done. */
export function stepList(flow: Flow, { done = [], current = [] }: Progress = {}, sayUnit = (unit: string): string => unit): Html {
  const state = (id: string): Html | '' => (current.includes(id) ? html` <strong class="flow-state">(ahora)</strong>` : done.includes(id) ? html` <span class="flow-state">(hecho)</span>` : '');
  return html`<ol class="flow-steps">${flowSteps(flow).map((step) => html`<li class="flow-step"${current.includes(step.id) ? html` aria-current="step"` : ''}><span class="flow-step-name">${step.name}</span>${state(step.id)}. ${sayKind(step, sayUnit)}${sayNext(step)}</li>`)}</ol>`;
}

function sayKind({ kind, unit, inside }: FlowStep, sayUnit: (unit: string) => string): string {
  const where = inside === undefined ? '' : ` Dentro del paso ${inside}.`;
  return unit === undefined ? `${kind}.${where}` : `${kind}: ${sayUnit(unit)}.${where}`;
}

function sayNext({ next }: FlowStep): string {
  if (next.length === 0) return '';
  const ways = next.map(({ to, name, when }) => `${when === undefined ? '' : `${when}, `}paso ${to} (${name})`);
  return ` Sigue: ${ways.join('; ')}.`;
}

function toStep(flow: Flow, element: FlowElement, numbers: ReadonlyMap<string, number>): FlowStep {
  const leaf: Leaf = leaves[element.kind];
  const inside = element.inside === undefined ? undefined : numbers.get(element.inside);
  const unit = element.attributes['unit'];
  return {
    number: numbers.get(element.id) ?? 0, id: element.id, name: element.name ?? leaf.name, kind: leaf.name,
    ...(unit === undefined ? {} : { unit }), ...(inside === undefined ? {} : { inside }), next: nextOf(flow, element, numbers),
  };
}

function nextOf(flow: Flow, element: FlowElement, numbers: ReadonlyMap<string, number>): readonly NextStep[] {
  const ways = element.outgoing.flatMap((id) => flow.flows[id] ?? []).map((way) => ({ id: way.to, when: sayWhen(way, element) }));
  const events = (element.boundary ?? []).map((id) => ({ id, when: 'si ocurre antes' }));
  const inner = (flow.starts[element.id] ?? []).map((id) => ({ id, when: 'adentro' }));
  return [...inner, ...ways, ...events].flatMap(({ id, when }) => {
    const [to, name] = [numbers.get(id), flow.elements[id]?.name ?? leaves[flow.elements[id]?.kind ?? 'task'].name];
    return to === undefined ? [] : [{ to, name, ...(when === undefined ? {} : { when }) }];
  });
}

function sayWhen({ id, name, condition }: SequenceFlow, from: FlowElement): string | undefined {
  if (name !== undefined) return `si «${name}»`;
  if (id === from.default) return 'en otro caso';
  return condition === undefined ? undefined : `si ${condition}`;
}

/** Depth first, later ways before earlier ones, read backwards: every step comes after all that lead to it, but for ways back. */
function order(flow: Flow): readonly string[] {
  const seen = new Set<string>();
  const reversed: string[] = [];
  const visit = (id: string): void => {
    const element = flow.elements[id];
    if (!element || seen.has(id)) return;
    seen.add(id);
    for (const next of followers(flow, element).toReversed()) visit(next);
    reversed.push(id);
  };
  const roots = [...(flow.starts[''] ?? []), ...Object.keys(flow.elements)];
  for (const id of roots.toReversed()) if (flow.elements[id]?.incoming.length === 0 && flow.elements[id]?.attachedTo === undefined && flow.elements[id]?.inside === undefined) visit(id);
  for (const id of roots) visit(id);
  return reversed.toReversed();
}

const followers = (flow: Flow, element: FlowElement): readonly string[] => [
  ...(flow.starts[element.id] ?? []), ...(flow.eventSubProcesses[element.id] ?? []),
  ...element.outgoing.flatMap((id) => flow.flows[id]?.to ?? []), ...(element.boundary ?? []),
];
