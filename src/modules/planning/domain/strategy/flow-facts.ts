import type { Flow, FlowElement } from '#modules/flows/index.ts';
import type { Actor, Tool } from './content.ts';

type Kind = readonly [name: string, why: string, mentions: string, uses: (element: FlowElement) => boolean];

const has = (name: string, value: string) => ({ attributes }: FlowElement): boolean => attributes[name] === value;

// Which steps of a flow are which tool, and why it is there. The words find the tool in what people write.
const kinds: readonly Kind[] = [
  ['Ciudadanía Digital', 'La persona se identifica y presenta su solicitud desde donde esté.', 'ciudadania digital|identidad digital|identifica', ({ kind, inside }) => kind === 'startEvent' && inside === undefined],
  ['Pago en línea', 'Se paga sin ir al banco, y la confirmación llega sola al trámite.', 'pag[oau]|pasarela', (it) => has('service', 'charge')(it) || has('waits', 'payment')(it)],
  ['Cita programada', 'Quien tiene que ir sabe el día y la hora, y no hace fila.', 'cita|agenda|turno', has('waits', 'appointment')],
  ['Subsanación en línea', 'Lo observado se corrige sin empezar de nuevo.', 'subsan|correg|correcc|observ', has('waits', 'correction')],
  ['Notificaciones electrónicas', 'La persona sabe cómo va su trámite sin preguntar.', 'notific|aviso|avisa|correo|mensaje', ({ kind }) => kind === 'sendTask'],
  ['Reglas de decisión', 'La regla es la misma para todos y se explica.', 'regla|tabla de decision|automatic', ({ kind }) => kind === 'businessRuleTask'],
  ['Documento con sello digital', 'Cualquiera comprueba con un código QR que el documento es auténtico.', 'certificad|documento|sello|firma|qr', has('service', 'certificate')],
];

/** The tools of electronic government that a flow really uses, with the steps that use them (guide, section 3.3). */
export function toolsOf(flow: Flow): readonly Tool[] {
  const elements = Object.values(flow.elements);
  return kinds.flatMap(([name, why, mentions, uses]) => {
    const where = unique(elements.filter(uses).map(nameOf));
    return where.length === 0 ? [] : [{ name, why, where, mentions }];
  });
}

/** How many times a flow makes somebody come: its appointments. */
export const visitsOf = (flow: Flow): number => Object.values(flow.elements).filter(has('waits', 'appointment')).length;

const applicantWaits = new Set(['payment', 'correction', 'appointment', 'attendance']);

/** Who takes part, and in which steps: the applicant, the units of the entity in the order of the flow, and what the system does by itself. */
export function actorsOf(flow: Flow, sayUnit: (unit: string) => string): readonly Actor[] {
  const actors = new Map<string, string[]>();
  const add = (actor: string, element: FlowElement): void => { const does = actors.get(actor) ?? []; does.push(nameOf(element)); actors.set(actor, does); };
  for (const element of Object.values(flow.elements)) {
    const { kind, inside, attributes: { unit, waits } } = element;
    if (unit !== undefined) add(sayUnit(unit), element);
    else if ((kind === 'startEvent' && inside === undefined) || (waits !== undefined && applicantWaits.has(waits))) add(applicant, element);
    else if (kind === 'serviceTask' || kind === 'sendTask' || kind === 'businessRuleTask') add(system, element);
  }
  return [...actors].map(([name, does]) => ({ name, does: unique(does) })).sort((a, b) => rankOf(a.name) - rankOf(b.name));
}

const applicant = 'Quien solicita', system = 'El sistema, sin que nadie intervenga';
const rankOf = (name: string): number => (name === applicant ? 0 : name === system ? 2 : 1);

const nameOf = ({ name, id }: FlowElement): string => name ?? id;
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
