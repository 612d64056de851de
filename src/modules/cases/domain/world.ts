import type { Calendar } from '#modules/calendars/index.ts';
import type { Variables } from '#modules/flows/index.ts';
import { formVariables } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Case, Definition } from './types.ts';

/** What a decision may know besides the case: the time, and which days are worked where the entity is. */
export type World = { readonly now: Date; readonly calendar: Calendar };

/** What expressions of the procedure see: the answers under their ids, `solicitante`, `tramite` and `hoy`. */
export function variablesOf(definition: Definition, current: Pick<Case, 'answers' | 'applicant' | 'number' | 'submittedAt'>, now: Date): Variables {
  const { applicant } = current;
  return {
    ...formVariables(definition.form, current.answers, { now }),
    solicitante: {
      nombre: applicant.name, tipo_documento: applicant.documentType ?? null, numero_documento: applicant.documentNumber ?? null,
      fecha_nacimiento: applicant.birthDate ?? null, correo: applicant.email ?? null, celular: applicant.phone ?? null,
    },
    tramite: { numero: current.number, nombre: definition.name, entidad: definition.entityName, fecha: localDateOf(current.submittedAt) },
    hoy: localDateOf(now),
  };
}
