import { keysOf } from '#kernel/tables.ts';
import type { YamlValue } from '#kernel/yaml/index.ts';
import { readExpectation } from './parse-expectation.ts';
import type { Act, Step, Waiting } from './scenario.ts';
import { readMoment, readWritten } from './values.ts';
import { keyWords, readKeys } from './words.ts';

type Reader = (at: YamlValue) => Act | undefined;

/** What each word of a step reads. Those that need no detail may stand alone: `- pagar`. */
const acts = {
  apply: (at) => ({ kind: 'apply', answers: at.isMap ? readWritten(at) : {} }),
  correct: (at) => ({ kind: 'correct', answers: at.isMap ? readWritten(at) : {} }),
  pay: (at) => received('payment', at),
  book: (at) => received('appointment', at),
  attend: (at) => received('attendance', at),
  miss: (at) => received('absence', at),
  cancel_booking: (at) => received('cancellation', at),
  receive: (at) => ({ kind: 'receive', message: at.text() ?? '', facts: {} }),
  officer: readOfficer,
  withdraw: (at) => ({ kind: 'withdraw', reason: (at.isText && !isAlone(at) ? at.text() : undefined) ?? 'Ya no lo necesito.' }),
  wait: (at) => { const time = readWaiting(at); return time && { kind: 'wait', time }; },
} as const satisfies Partial<Record<keyof typeof keyWords, Reader>>;

/** Words of steps, in English. */
const actWords = keysOf(acts);

const isAlone = (at: YamlValue): boolean => actWords.some((word) => at.text() === word || at.text() === keyWords[word]);

const received = (message: string, at: YamlValue): Act => ({ kind: 'receive', message, facts: at.isMap ? readWritten(at) : {} });

/** Reads one step: one act, or none, and what must come of it. */
export function readStep(at: YamlValue): Step | undefined {
  if (at.isText) return readAlone(at);
  if (!at.isMap) return at.fault('step', 'Un paso dice qué se hace.', `Escriba uno de estos: ${spanish()}.`);
  const { expect, ...done } = readKeys(at, ['expect', ...actWords]);
  const [first, second] = actWords.flatMap((word) => (done[word] ? [[word, done[word]] as const] : []));
  if (second) second[1].faultOfName('two_acts', 'En un paso se hace una sola cosa.', 'Separe los pasos, cada uno con su guion.');
  if (!first && !expect) return at.fault('step', 'El paso no hace ni comprueba nada.', `Escriba uno de estos: ${spanish()}; o «resulta».`);
  return { at: at.place, act: first && acts[first[0]](first[1]), expect: expect && readExpectation(expect) };
}

function readAlone(at: YamlValue): Step | undefined {
  const text = at.text();
  const word = actWords.find((one) => one === text || keyWords[one] === text);
  if (word === undefined || word === 'officer' || word === 'wait' || word === 'receive') return at.fault('step', `«${text ?? ''}» no es un paso completo.`, `Escriba uno de estos: ${spanish()}.`);
  return { at: at.place, act: acts[word](at), expect: undefined };
}

const spanish = (): string => actWords.map((word) => keyWords[word]).join(', ');

function readOfficer(at: YamlValue): Act | undefined {
  const { unit, person, task, outcome, reason, observe, answers } = readKeys(at, ['unit', 'person', 'task', 'outcome', 'reason', 'observe', 'answers']);
  if (!unit || !outcome) return at.fault('officer', 'El paso de un servidor dice de qué unidad es y qué responde.', 'Escriba «unidad: …» y «respuesta: …».');
  return {
    kind: 'officer', unit: unit.text() ?? '', person: person?.text(), task: task?.text(), outcome: outcome.text() ?? '', reason: reason?.text() ?? '',
    observe: observe ? [...observe.members()].map(([field, why]) => ({ field, reason: why.text() ?? '' })) : [], answers: answers ? readWritten(answers) : {},
  };
}

const amountMax = 3_660;

function readWaiting(at: YamlValue): Waiting | undefined {
  const { business_days, days, hours, until } = readKeys(at, ['business_days', 'days', 'hours', 'until']);
  for (const [unit, value] of [['business_days', business_days], ['days', days], ['hours', hours]] as const) {
    const amount = value?.integer(0, amountMax);
    if (amount !== undefined) return { unit, amount };
  }
  if (until) { const to = readMoment(until); return to && { unit: 'until', to }; }
  return at.fault('wait', 'La espera no dice cuánto.', 'Escriba «dias_habiles: 10», «dias: 30», «horas: 4» o «hasta: 2026-03-20».');
}
