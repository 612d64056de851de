import type { Note } from '../bpmn/node.ts';
import type { Flow, FlowElement } from '../domain/types.ts';

/** Every link has its other half in the same process or sub-process. */
export function checkLinks(flow: Flow, note: Note): void {
  const links = Object.values(flow.elements).filter(({ trigger }) => trigger?.kind === 'link');
  for (const link of links) {
    const halves = links.filter((other) => isOther(link, other));
    const wanted = link.kind === 'throwEvent' ? halves.length === 1 : halves.length > 0;
    if (!wanted) note({ code: 'broken_link', id: link.id, reason: link.kind === 'throwEvent' ? 'El enlace no lleva a ninguna parte, o lleva a varias.' : 'Ningún enlace llega a este.', mend: 'Ponga un enlace que salta y uno solo que recibe, con el mismo nombre y en el mismo proceso.' });
  }
}

const isOther = (one: FlowElement, other: FlowElement): boolean =>
  one.kind !== other.kind && one.inside === other.inside && one.trigger?.kind === 'link' && other.trigger?.kind === 'link' && one.trigger.name === other.trigger.name;
