import type { FlowElement, TimerWhen, Trigger } from '../domain/types.ts';
import { timerWhen } from '../domain/timer-when.ts';
import { idOf, nodeOf, nodesOf, textOf, type Node, type Note } from './node.ts';
import { computedTime, timeProblem } from './time.ts';

/** Name of the message that a node sends or waits for: our attribute, or the name of the message it refers to. */
export function messageName(node: Node, attribute: 'message' | 'waits', definition: Node = node): string | undefined {
  const message = nodeOf(definition, 'messageRef');
  return textOf(node, `v:${attribute}`) ?? (message && (textOf(message, 'name') ?? idOf(message)));
}

/** What an event waits for or throws, when that is one of the kinds allowed in its place. */
export function triggerOf(node: Node, note: Note, allowed: readonly Trigger['kind'][], needed?: 'needed'): Pick<FlowElement, 'trigger'> {
  const definitions = [...nodesOf(node, 'eventDefinitions'), ...nodesOf(node, 'eventDefinitionRef')];
  const [definition] = definitions;
  const id = idOf(node);
  if (definitions.length > 1) {
    note({ code: 'unsupported_element', id, reason: 'El evento tiene varias definiciones a la vez.', mend: 'Deje una sola, o use varios eventos.' });
    return {};
  }
  if (!definition) {
    if (needed) note({ code: 'missing_trigger', id, reason: 'El evento no dice qué espera.', mend: 'Déle un plazo, un mensaje, una señal u otra definición.' });
    return {};
  }
  const kind = kinds[definition.$type];
  if (!kind || !allowed.includes(kind)) {
    note({ code: 'unsupported_element', id, reason: `Un evento de tipo «${definition.$type.replace('bpmn:', '')}» no se ejecuta en este lugar.`, mend: `Use uno de estos: ${allowed.join(', ')}.` });
    return {};
  }
  const trigger = readers[kind](definition, node, note);
  return trigger ? { trigger } : {};
}

const kinds: Readonly<Record<string, Trigger['kind']>> = {
  'bpmn:TimerEventDefinition': 'timer', 'bpmn:MessageEventDefinition': 'message', 'bpmn:SignalEventDefinition': 'signal', 'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation', 'bpmn:LinkEventDefinition': 'link', 'bpmn:TerminateEventDefinition': 'terminate',
};

type Reader = (definition: Node, event: Node, note: Note) => Trigger | undefined;

const readers: Readonly<Record<Trigger['kind'], Reader>> = {
  timer: readTimer,
  message: (definition, event, note) => named('message', messageName(event, event.$type.includes('Throw') || event.$type.includes('End') ? 'message' : 'waits', definition), event, note),
  signal: (definition, event, note) => named('signal', refName(definition, 'signalRef'), event, note),
  link: (definition, event, note) => named('link', textOf(definition, 'name'), event, note),
  error: (definition) => coded('error', refCode(definition, 'errorRef', 'errorCode')),
  escalation: (definition) => coded('escalation', refCode(definition, 'escalationRef', 'escalationCode')),
  terminate: () => ({ kind: 'terminate' }),
};

function named(kind: 'message' | 'signal' | 'link', name: string | undefined, event: Node, note: Note): Trigger | undefined {
  if (name !== undefined) return { kind, name };
  const word = { message: 'el mensaje', signal: 'la señal', link: 'el enlace' }[kind];
  note({ code: 'missing_name', id: idOf(event), reason: `El evento no dice cuál es ${word}.`, mend: `Escriba el nombre de ${word}.` });
  return undefined;
}

const coded = (kind: 'error' | 'escalation', code: string | undefined): Trigger => (code === undefined ? { kind } : { kind, code });

function refName(definition: Node, property: string): string | undefined {
  const target = nodeOf(definition, property);
  return target && (textOf(target, 'name') ?? idOf(target));
}

function refCode(definition: Node, property: string, code: string): string | undefined {
  const target = nodeOf(definition, property);
  return target && (textOf(target, code) ?? textOf(target, 'name') ?? idOf(target));
}

const timed: readonly (readonly [property: string, kind: 'duration' | 'date' | 'cycle'])[] = [['timeDuration', 'duration'], ['timeDate', 'date'], ['timeCycle', 'cycle']];

function readTimer(definition: Node, event: Node, note: Note): Trigger | undefined {
  const id = idOf(event);
  const term = textOf(definition, 'v:term') ?? textOf(event, 'v:term');
  const found: TimerWhen[] = term === undefined ? [] : [{ term }];
  let computed = false;
  for (const [property, kind] of timed) {
    const written = nodeOf(definition, property) && textOf(nodeOf(definition, property) ?? definition, 'body');
    if (written === undefined) continue;
    const expression = computedTime(written);
    const problem = expression === undefined ? timeProblem(kind, written) : undefined;
    if (problem !== undefined) note({ code: 'wrong_time', id, reason: `«${written}» ${problem}`, mend: 'Use ISO 8601: P5D (5 días), PT2H (2 horas), 2026-12-31T18:00:00-04:00, R3/P1D (3 veces, cada día); o una expresión que empiece con «=».' });
    computed ||= expression !== undefined;
    found.push(timerWhen(kind, expression ?? written));
  }
  const [when] = found;
  if (!when || found.length > 1) {
    note({ code: 'wrong_time', id, reason: when ? 'El evento dice más de un tiempo.' : 'El evento no dice qué tiempo espera.', mend: 'Escriba uno: timeDuration, timeDate, timeCycle, o v:term con un plazo de procedure.yaml.' });
    return undefined;
  }
  return computed ? { kind: 'timer', when, computed: true } : { kind: 'timer', when };
}
