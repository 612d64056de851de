import type { FlowElement } from '#modules/flows/index.ts';
import { locateIn } from '#modules/flows/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { observing } from '../domain/officer-answers.ts';
import { rehearsedServices } from '../services/rehearsed.ts';
import type { Parts } from './parts.ts';

type Problem = { readonly code: string; readonly reason: string; readonly mend: string; readonly severity?: Fault['severity'] };
// A part that is broken or absent has its own fault; what mentions it is then not judged.
type Row = (element: FlowElement, parts: Parts) => Problem | false | undefined;

const list = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
const oneOf = (names: readonly string[], where: string): string => (names.length === 0 ? `Agréguelo a ${where}.` : `Use uno de estos: ${names.join(', ')}.`);

/** What the elements of a flow say with `v:` attributes about other files, a row each. */
const rows: readonly Row[] = [
  ({ attributes }, { procedure }) => {
    const { tariff } = attributes, known = [...new Set(procedure?.fees.map(({ id }) => id))];
    return procedure && tariff !== undefined && !tariff.startsWith('=') && !known.includes(tariff) && { code: 'unknown_tariff', reason: `Se menciona el arancel «${tariff}», que no está en procedure.yaml.`, mend: oneOf(known, '«fees» de procedure.yaml') };
  },
  ({ attributes }) => {
    const service = rehearsedServices.find(({ name }) => name === attributes.service);
    const missing = service?.needs.filter((name) => attributes[name] === undefined) ?? [];
    return missing.length > 0 && { code: 'missing_parameter', reason: `El servicio «${service?.name ?? ''}» necesita ${missing.map((name) => `v:${name}`).join(', ')}.`, mend: 'Agréguelo al elemento.' };
  },
  ({ attributes }, { form }) => {
    const pages = form?.pages.filter((page) => page.officerOnly).map(({ id }) => id) ?? [];
    const unknown = list(attributes.form).find((id) => !pages.includes(id));
    return form && unknown !== undefined && { code: 'unknown_page', reason: `v:form menciona «${unknown}», que no es una página de funcionarios de form.yaml.`, mend: pages.length === 0 ? 'Agregue la página a form.yaml con «officerOnly: true».' : `Use una de estas: ${pages.join(', ')}.` };
  },
  ({ attributes }) => {
    const unknown = list(attributes.formFor).find((outcome) => !list(attributes.outcomes).includes(outcome));
    return unknown !== undefined && { code: 'unknown_outcome', reason: `v:formFor menciona «${unknown}», que no es un resultado de la tarea.`, mend: `Use uno de estos: ${list(attributes.outcomes).join(', ')}.` };
  },
  ({ attributes, kind }) => kind === 'userTask' && attributes.outcomes === undefined && { code: 'missing_outcomes', reason: 'La tarea no dice qué resultados puede tener, y así nadie podría terminarla.', mend: 'Agregue v:outcomes, por ejemplo v:outcomes="informar".' },
  ({ attributes }, { resources, files }) => attributes.resource !== undefined && (resources ? !resources.includes(attributes.resource) : files['resources.yaml'] === undefined) && { code: 'unknown_resource', reason: `Se menciona «${attributes.resource}», que no está en resources.yaml.`, mend: oneOf(resources ?? [], 'resources.yaml') },
  ({ attributes, trigger }) => trigger?.kind === 'message' && trigger.name === 'appointment' && attributes.resource === undefined && { code: 'missing_resource', reason: 'La espera de una cita no dice qué se reserva.', mend: 'Agregue v:resource con una clave de resources.yaml.' },
  ({ attributes }) => attributes.months !== undefined && !attributes.months.startsWith('=') && !/^[1-9]\d{0,2}$/.test(attributes.months) && { code: 'bad_months', reason: `v:months="${attributes.months}" no es una cantidad de meses.`, mend: 'Escriba un número entero, por ejemplo v:months="24".' },
  ({ attributes, kind }, { flow }) => kind === 'userTask' && list(attributes.outcomes).some(observing) && !Object.values(flow?.elements ?? {}).some(({ trigger }) => trigger?.kind === 'message' && trigger.name === 'correction')
    && { code: 'no_correction', reason: 'La tarea puede observar y el flujo no espera ninguna corrección.', mend: 'Agregue una espera con v:waits="correction".' },
];

/** Every mention of another file that leads nowhere, at the element that makes it. */
export function checkAttributes(parts: Parts): readonly Fault[] {
  const { flow, files } = parts;
  const locate = locateIn(files['flow.bpmn'] ?? '');
  const found = (element: FlowElement): readonly Fault[] => rows.flatMap((row) => row(element, parts) || []).map(({ code, reason, mend, severity = 'error' }) => (
    { file: 'flow.bpmn', ...locate(element.id), code: `flow.${code}`, reason: `${element.id}: ${reason}`, mend, severity }));
  return Object.values(flow?.elements ?? {}).flatMap(found);
}
