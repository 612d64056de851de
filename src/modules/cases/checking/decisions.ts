import type { Fault } from '#kernel/faults.ts';
import { applicantFields, resultNames, type Parts } from './parts.ts';

const everyCase = ['solicitante', 'tramite', 'hoy', 'ahora'];

/** What decisions are given exists under that name: an answer of the form, the result of a step, or what every case has. */
export function checkDecisionInputs({ decisions, form, flow, files }: Parts): readonly Fault[] {
  if (!decisions || !form || !flow) return [];
  const known = new Set([...everyCase, ...applicantFields(form), ...resultNames(flow)]);
  return decisions.inputs.filter(({ name }) => !known.has(name)).map(({ name }): Fault => ({
    file: 'decisions.dmn', ...placeOf(files['decisions.dmn'] ?? '', name), code: 'decisions.unknown_input', severity: 'error',
    reason: `La entrada «${name}» no es un campo del formulario ni el resultado de un paso.`, mend: 'Dé a la entrada el id de un campo, o el nombre del resultado de una tarea.',
  }));
}

/** Where an input is declared: moddle knows it by its id, and faults speak of its name. */
function placeOf(xml: string, name: string): Pick<Fault, 'line' | 'column'> {
  const before = xml.slice(0, Math.max(0, xml.indexOf(`name="${name}"`)));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
