import { statusName, type Decided } from '#modules/cases/index.ts';
import type { OpenCase } from '../officer.ts';

/** What will happen once the officer confirms, sentence by sentence, from what the act would come to. */
export function foreseenSentences({ definition, sayUnit }: OpenCase, { fact: { then }, follows }: Decided): readonly string[] {
  const called = follows.filter((follow) => follow.kind === 'service').map(({ service, element }) => serviceSentence[service] ?? `Se hará solo el paso «${definition.flow.elements[element]?.name ?? element}».`);
  const told = follows.some((follow) => follow.kind === 'message' && follow.to === 'applicant') ? ['Se avisa a quien solicita, en su buzón y por correo.'] : [];
  const opened = (then.opened ?? []).map((task) => `Sigue la tarea «${task.name}», de la unidad ${sayUnit(task.unit)}.`);
  const waits = (then.waits ?? []).map((wait) => waitSentence[wait.for]).filter((sentence) => sentence !== undefined);
  const ended = then.flow !== undefined && then.flow.status !== 'running' && then.status ? [`El trámite termina: ${statusName[then.status].toLowerCase()}.`] : [];
  return [...called, ...told, ...opened, ...waits, ...ended];
}

const serviceSentence: Readonly<Record<string, string>> = { certificate: 'Se emite y se sella el documento de salida.', charge: 'Se emite una orden de pago.' };

const waitSentence: Readonly<Record<string, string>> = {
  correction: 'Quien solicita tiene que corregir lo señalado. Mientras tanto, el plazo de la entidad se detiene.',
  payment: 'Se espera el pago de quien solicita.', appointment: 'Se espera que quien solicita elija una cita.',
};
