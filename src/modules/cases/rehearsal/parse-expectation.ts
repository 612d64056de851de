import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { YamlValue } from '#kernel/yaml/index.ts';
import { caseStatuses, type CaseStatus } from '../domain/types.ts';
import type { Expectation } from './scenario.ts';
import { readKeys, statusWords } from './words.ts';

const none = 'ninguno';

/** Reads what must hold after a step. */
export function readExpectation(at: YamlValue): Expectation {
  const { status, tasks, waits, due, terms, messages, charge, certificate, refused } = readKeys(at, ['status', 'tasks', 'waits', 'due', 'terms', 'messages', 'charge', 'certificate', 'refused']);
  const read = {
    status: status && readStatus(status), tasks: tasks && texts(tasks), waits: waits && texts(waits), due: due && readDay(due), messages: messages && texts(messages),
    terms: terms && Object.fromEntries([...terms.members()].flatMap(([name, value]) => { const day = readDay(value); return day === undefined ? [] : [[name, day]]; })),
    chargeMinor: charge && centavos(charge), certificate: certificate && readCertificate(certificate), refused: refused?.text(),
  };
  return { at: at.place, ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) };
}

const texts = (at: YamlValue): readonly string[] => at.items().flatMap((item) => item.text() ?? []);

function readStatus(at: YamlValue): CaseStatus | undefined {
  const text = at.text();
  return caseStatuses.find((status) => status === text || statusWords[status] === text)
    ?? at.fault('status', `«${text ?? ''}» no es un estado.`, `Use uno de estos: ${Object.values(statusWords).join(', ')}.`);
}

function readDay(at: YamlValue): LocalDate | null | undefined {
  const text = at.isNothing ? none : at.text();
  if (text === none || text === undefined) return text === none ? null : undefined;
  return parseLocalDate(text) ?? at.fault('day', `«${text}» no es un día.`, `Escriba año-mes-día, por ejemplo 2026-03-16, o «${none}».`);
}

function centavos(at: YamlValue): number | undefined {
  const amount = at.number();
  return amount === undefined ? undefined : Math.round(amount * 100);
}

function readCertificate(at: YamlValue): Expectation['certificate'] {
  if (at.isBoolean) return { issued: at.boolean() === true };
  const day = readDay(at);
  return day === undefined || day === null ? { issued: false } : { issued: true, validUntil: day };
}
