import { recordOf } from '#kernel/json.ts';
import { statusLabel, statusName } from './status.ts';
import type { Definition, Fact } from './types.ts';

/** One line of the story of a case, in the words of whoever reads it. */
export type TimelineEntry = {
  readonly at: Date;
  readonly title: string;
  readonly body?: string;
  readonly by: string;
  /** `applicant`: somebody outside acted; `entity`: an officer; `system`: Ventanilla by itself. */
  readonly side: 'applicant' | 'entity' | 'system';
};

/** Who reads: an applicant sees no notes, no internal opinions and no holding of tasks. */
export type Reader = 'applicant' | 'officer';

type Telling = { readonly title: string; readonly body?: string };
type Teller = (definition: Definition, fact: Fact) => Telling;

// What is not in the diagram is a question that one unit put to another.
const name = (definition: Definition, element: unknown): string => definition.flow.elements[String(element)]?.name ?? 'Opinión';
const unit = ({ procedure: { units } }: Definition, key: unknown): string => units?.[String(key)] ?? String(key).replaceAll(/[_-]+/g, ' ').replace(/^./u, (first) => first.toLocaleUpperCase('es'));
const text = (value: unknown): { body?: string } => (typeof value === 'string' && value.trim() !== '' ? { body: value } : {});

/** How each fact is told; what an applicant must not see has only an officer's telling. */
const tellers: Readonly<Record<Fact['type'], { readonly officer: Teller; readonly applicant?: Teller }>> = {
  submitted: both((_d, { data }) => ({ title: 'Solicitud presentada', body: `Con el número ${String(data.number)}.` })),
  task_claimed: { officer: (d, { data }) => ({ title: `Tomó «${name(d, data.element)}»` }) },
  task_released: { officer: (d, { data }) => ({ title: `Liberó «${name(d, data.element)}»` }) },
  task_handed_over: { officer: (d, { data }) => ({ title: `Reasignó «${name(d, data.element)}»`, ...text(recordOf(data.to).name) }) },
  task_completed: both((d, { data }) => ({ title: `${name(d, data.element)}: ${sayOutcome(String(data.outcome))}`, ...text(data.reason) })),
  corrected: both(() => ({ title: 'Correcciones enviadas' })),
  opinion_requested: { officer: (d, { data }) => ({ title: `Pidió opinión a ${unit(d, data.unit)}`, ...text(data.question) }) },
  opinion_given: { officer: (d, { data }) => ({ title: `Opinión de ${unit(d, data.unit)}`, ...text(data.text) }) },
  note_added: { officer: (_d, { data }) => ({ title: 'Nota interna', ...text(data.text) }) },
  message_received: both((_d, { data }) => ({ title: received[String(data.name)] ?? 'Llegó lo que se esperaba' })),
  service_done: both((_d, { data }) => ({ title: served[String(data.service)] ?? 'Paso automático hecho' })),
  service_failed: both((_d, { data }) => ({ title: 'Un paso automático no se pudo hacer', ...text(data.reason) })),
  timer_fired: both(() => ({ title: 'Venció un plazo' })),
  withdrawn: both((_d, { data }) => ({ title: 'Solicitud retirada', ...text(data.reason) })),
  incident_retried: { officer: () => ({ title: 'Se reintentó un paso detenido' }) },
  term_recomputed: both(() => ({ title: 'Cambió la fecha del plazo', body: 'Por un cambio en el calendario de feriados.' })),
  certificate_revoked: both((_d, { data }) => ({ title: 'Documento revocado', ...text(data.reason) })),
};

function both(tell: Teller): { readonly officer: Teller; readonly applicant: Teller } { return { officer: tell, applicant: tell }; }

const received: Readonly<Record<string, string>> = {
  payment: 'Pago recibido', appointment: 'Cita reservada', attendance: 'Acudió a la cita', absence: 'No acudió a la cita', cancellation: 'Cita cancelada',
};
const served: Readonly<Record<string, string>> = { charge: 'Orden de pago emitida', certificate: 'Documento emitido y firmado' };

// Many entities have a unit called «Ventanilla», which has done none of this.
const machine = 'Sistema Ventanilla';

/** The story of a case, oldest first, ending with how it ended. */
export function timelineOf(definition: Definition, facts: readonly Fact[], reader: Reader): readonly TimelineEntry[] {
  const lines = facts.flatMap((fact) => entryOf(definition, fact, reader));
  const last = facts.findLast((fact) => fact.then.flow !== undefined && fact.then.flow.status !== 'running');
  return last?.then.status ? [...lines, { at: new Date(last.at), title: (reader === 'applicant' ? statusLabel : statusName)[last.then.status], by: machine, side: 'system' }] : lines;
}

function entryOf(definition: Definition, fact: Fact, reader: Reader): TimelineEntry[] {
  const tell = tellers[fact.type][reader];
  if (!tell) return [];
  const side = fact.by.kind === 'officer' ? 'entity' : fact.by.kind;
  // Applicants see the office, not the person: names of officers are in the file that they may ask for.
  const by = side === 'system' ? machine : reader === 'applicant' && side === 'entity' ? definition.entityName : fact.by.name;
  return [{ at: new Date(fact.at), by, side, ...tell(definition, fact) }];
}

// An outcome is often a verb, and read alone it sounds like an order to the reader: `observar` → «se decidió observar», `con_condiciones` → «con condiciones».
function sayOutcome(outcome: string): string {
  const words = outcome.replaceAll(/[_-]/g, ' ');
  return /^(?:no )?\p{L}+[aeií]r\b/u.test(words) ? `se decidió ${words}` : words;
}
