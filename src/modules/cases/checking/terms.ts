import type { Flow } from '#modules/flows/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { readYaml } from '#kernel/yaml/index.ts';
import { observing } from '../domain/officer-answers.ts';
import type { Parts } from './parts.ts';

/** Everything that happens for the law when this flow runs: terms may count from these, and stop at them. */
function eventsOf(flow: Flow): ReadonlySet<string> {
  const elements = Object.values(flow.elements);
  const awaited = elements.flatMap(({ trigger }) => (trigger?.kind === 'message' ? [trigger.name] : []));
  const observes = elements.some(({ kind, attributes }) => kind === 'userTask' && (attributes.outcomes ?? '').split(',').some((outcome) => observing(outcome.trim())));
  return new Set(['submission', ...awaited, ...(observes ? ['observation'] : []), ...elements.flatMap(({ attributes }) => attributes.event ?? [])]);
}

/** Every term counts from something that happens, and what binds the applicant has a consequence. */
export function checkTerms({ flow, procedure, files }: Parts): readonly Fault[] {
  const { root, faults } = readYaml(files['procedure.yaml'] ?? '', 'procedure.yaml', 'procedure');
  const written = root?.members().get('terms');
  if (!flow || !procedure || !written?.isMap) return [];
  const events = eventsOf(flow), timed = timedTerms(flow);
  const mend = `Use uno de estos: ${[...events].join(', ')}; o ponga v:event en el paso que lo produce.`;
  for (const [name, at] of written.members()) {
    const term = procedure.terms[name];
    if (!term || !at.isMap) continue;
    const members = at.members();
    if (!events.has(term.countsFrom)) (members.get('countsFrom') ?? at).fault('unknown_event', `El plazo «${name}» se cuenta desde «${term.countsFrom}», que nunca ocurre en flow.bpmn.`, mend);
    const stranger = term.suspendedBy?.find((event) => !events.has(event));
    if (stranger !== undefined) (members.get('suspendedBy') ?? at).fault('unknown_event', `El plazo «${name}» se detiene con «${stranger}», que nunca ocurre en flow.bpmn.`, mend);
    if (term.binds === 'applicant' && !timed.has(name)) at.fault('idle_term', `Nada pasa cuando vence «${name}».`, 'Ponga un temporizador con v:term en el borde de la espera.', 'warning');
  }
  return faults;
}

const timedTerms = (flow: Flow): ReadonlySet<string> =>
  new Set(Object.values(flow.elements).flatMap(({ trigger }) => (trigger?.kind === 'timer' && 'term' in trigger.when ? [trigger.when.term] : [])));
