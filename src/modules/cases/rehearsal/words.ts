import type { YamlValue } from '#kernel/yaml/index.ts';
import type { CaseStatus } from '../domain/types.ts';

/** Every key of scenarios.yaml with its Spanish form: either may be written, not both. */
export const keyWords = {
  scenarios: 'ensayos', base: 'comun', name: 'nombre', start: 'inicio', applicant: 'solicitante', answers: 'respuestas', steps: 'pasos', expect: 'resulta',
  document: 'documento', email: 'correo', phone: 'celular', birthDate: 'fecha_nacimiento',
  apply: 'presentar', pay: 'pagar', book: 'reservar', attend: 'asistir', miss: 'faltar', cancel_booking: 'cancelar_cita', receive: 'recibir', officer: 'servidor', correct: 'corregir', withdraw: 'retirar', wait: 'esperar',
  unit: 'unidad', person: 'persona', task: 'tarea', outcome: 'respuesta', reason: 'motivo', observe: 'observar', message: 'aviso',
  business_days: 'dias_habiles', days: 'dias', hours: 'horas', until: 'hasta',
  status: 'estado', tasks: 'tareas', waits: 'espera', due: 'vence', terms: 'plazos', messages: 'avisos', charge: 'cobro', certificate: 'documento_emitido', refused: 'negado',
} as const;

/** A key of scenarios.yaml, in English. */
export type KeyWord = keyof typeof keyWords;

/** What each status is called in scenarios.yaml. */
export const statusWords = {
  awaiting_payment: 'falta_pago', awaiting_appointment: 'falta_cita', in_review: 'en_revision', observed: 'observado', granted: 'aprobado', refused: 'rechazado',
  referred: 'remitido', abandoned: 'archivado', withdrawn: 'retirado', closed: 'terminado',
} as const satisfies Record<CaseStatus, string>;

/** The members of a map under their English names, however they were written; any other key is a fault with the nearest known one. */
export function readKeys<Name extends KeyWord>(at: YamlValue, names: readonly Name[]): Partial<Record<Name, YamlValue>> {
  const spanish = names.map((name): string => keyWords[name]);
  const written: Partial<Record<string, YamlValue>> = at.object([...names, ...spanish]);
  const found: Partial<Record<Name, YamlValue>> = {};
  for (const name of names) {
    const [one, other] = [written[name], written[keyWords[name]]];
    if (one && other) other.faultOfName('twice', `«${name}» y «${keyWords[name]}» son lo mismo y están los dos.`, 'Deje uno solo.');
    const value = one ?? other;
    if (value) found[name] = value;
  }
  return found;
}
