import type { Answers } from '#modules/forms/index.ts';
import { burdenOf, missingIn, saysNothing, type Burden } from '../burden/burden.ts';
import type { Parameters } from '../burden/parameters.ts';
import { numberIn, rowsIn, textIn } from '../inventory/declared.ts';
import type { BurdenChange, Cost } from './content.ts';

/**
 * The burden of one request now and once the solution runs, by the same reckoning (Standard Cost Model). What the entity declares of the time after holds;
 * for the rest it is supposed that everything is done on line but for the appointments of the flow, and the assumption says so.
 */
export function burdenChange(entry: Answers, declared: Answers, appointments: number, parameters: Parameters): BurdenChange {
  const before = burdenOf(entry, parameters), keys = ['visitas', 'horas_oficina', 'copias', 'horas_entidad'] as const, isDeclared = keys.some((key) => numberIn(declared, key) !== undefined);
  const visits = numberIn(declared, 'visitas') ?? Math.min(appointments, before.visits ?? appointments), hours = numberIn(declared, 'horas_oficina') ?? (appointments === 0 ? 0 : before.hours);
  const after = burdenOf(afterwards(entry, { visits, hours, copies: numberIn(declared, 'copias') ?? 0, entityHours: numberIn(declared, 'horas_entidad') ?? before.entityHours }), parameters);
  return { before: costOf(before), after: costOf(after), isDeclared, isFeeKnown: before.isFree || numberIn(entry, 'costo') !== undefined, timesAYear: before.timesAYear, missing: missingIn(parameters), assumption: textIn(declared, 'supuesto') || (isDeclared ? ownGuess : supposed(appointments)) };
}

type Later = { readonly visits: number; readonly hours: number | undefined; readonly copies: number; readonly entityHours: number | undefined };

// The same requirements, but nobody prints them: the copies that are still asked stand in one row of their own.
const afterwards = ({ horas_oficina: _hours, horas_entidad: _work, ...entry }: Answers, { visits, hours, copies, entityHours }: Later): Answers => ({
  ...entry, visitas: visits, ...(hours === undefined ? {} : { horas_oficina: hours }), ...(entityHours === undefined ? {} : { horas_entidad: entityHours }),
  requisitos: [...rowsIn(entry, 'requisitos').map(({ copias: _copies, ...row }) => row), { nombre: 'Copias', copias: copies }],
});

const costOf = (burden: Burden): Cost => ({ visits: burden.visits, hours: burden.hours, copies: burden.copies, applicantMinor: saysNothing(burden) ? undefined : burden.applicantMinor, entityHours: burden.entityHours });

const ownGuess = 'Estimación de la entidad.';
const supposed = (appointments: number): string => (appointments === 0
  ? 'Se supone que todo se hace en línea: nadie viaja, espera en oficinas ni saca copias. La entidad todavía no lo ha estimado.'
  : `Se supone que sólo se va a ${appointments === 1 ? 'la cita' : `las ${appointments} citas`} del trámite, con el mismo tiempo en oficinas que hoy, y que nadie saca copias. La entidad todavía no lo ha estimado.`);
