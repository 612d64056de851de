import { parseDepartment, shippedCalendar } from '#modules/calendars/index.ts';
import { namedId, type EntityId } from '#kernel/ids.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Parts } from '../checking/parts.ts';
import { compileDefinition } from '../definitions.ts';
import { rehearsedServices } from '../services/rehearsed.ts';
import { rehearse, type Rehearsed } from './rehearse.ts';

/** How the rehearsals of a folder went, and the elements of its flow that none of them reached. */
export type FolderRehearsal = { readonly rehearsed: readonly Rehearsed[]; readonly unreached: readonly string[] };

const yearsAhead = 6;

/** Plays the scenarios of a folder that has been checked, with the calendar that comes with the program. Nothing to play gives no rehearsal. */
export async function rehearseFolder({ procedure, form, flow, scenarios, files }: Parts): Promise<FolderRehearsal> {
  if (!procedure || !form || !flow || !scenarios) return { rehearsed: [], unreached: [] };
  const { entity } = procedure;
  const definition = await compileDefinition({ procedure, files, version: 1, procedureId: procedure.id }, { id: nobody, key: entity.key, name: entity.name, department: undefined });
  const years = scenarios.map(({ start }) => Number(localDateOf(start).slice(0, 4)));
  const department = parseDepartment(definition.department);
  const calendar = shippedCalendar(department === undefined ? {} : { department }, Math.min(...years), Math.max(...years) + yearsAhead);
  const rehearsed = rehearse(definition, scenarios, { calendar, services: rehearsedServices });
  const reached = new Set(rehearsed.flatMap((one) => [...one.reached]));
  return { rehearsed, unreached: Object.keys(flow.elements).filter((id) => !reached.has(id)) };
}

// A rehearsal has no entity in the database.
const nobody: EntityId = namedId('ensayo:entidad');
