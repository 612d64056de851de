import { knowsMessage } from '#modules/notifications/index.ts';
import { checkProcedureFlow, type FlowElement } from '#modules/flows/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { rehearsedServices } from '../services/rehearsed.ts';
import { checkAttributes } from './attributes.ts';
import { checkDecisionInputs } from './decisions.ts';
import { applicantFields, type Parts } from './parts.ts';
import { checkTerms } from './terms.ts';

type Check = (parts: Parts) => readonly Fault[];

/** What must hold between the files of a folder, each of which is sound by itself. */
export const crossChecks: readonly Check[] = [checkFlow, checkAttributes, checkTerms, checkDecisionInputs, checkCompleteness];

function checkFlow({ flow, form, procedure, decisions, messages, files }: Parts): readonly Fault[] {
  if (!flow || !form || !procedure) return [];
  return checkProcedureFlow(flow, 'flow.bpmn', files['flow.bpmn'], {
    services: rehearsedServices.map(({ name }) => name), messages: messageKeys(flow.elements).filter((key) => knowsMessage(messages, key)),
    decisions: Object.keys(decisions?.decisions ?? {}), terms: Object.keys(procedure.terms), ...(procedure.units && { units: Object.keys(procedure.units) }), variables: applicantFields(form),
  });
}

const messageKeys = (elements: Readonly<Record<string, FlowElement>>): readonly string[] => Object.values(elements).flatMap(({ attributes }) => attributes.message ?? []);

/** A procedure that runs here has all that it takes, and rehearsals that prove it. */
function checkCompleteness({ files, flow }: Parts): readonly Fault[] {
  const has = (name: string): boolean => files[name] !== undefined;
  const missing = (file: string, code: string, reason: string, mend: string, severity: Fault['severity'] = 'error'): Fault => ({ file, line: 1, column: 1, code: `folder.${code}`, reason, mend, severity });
  const issues = Object.values(flow?.elements ?? {}).some(({ attributes }) => attributes.service === 'certificate');
  const found: readonly (Fault | false)[] = [
    has('form.yaml') && !has('flow.bpmn') && missing('form.yaml', 'no_flow', 'Hay un formulario y no hay flujo: el trámite no puede hacerse aquí.', 'Agregue flow.bpmn, o quite form.yaml.'),
    has('flow.bpmn') && !has('form.yaml') && missing('flow.bpmn', 'no_form', 'Hay un flujo y no hay formulario: el trámite no puede hacerse aquí.', 'Agregue form.yaml, o quite flow.bpmn.'),
    issues && !has('certificate.typ') && missing('flow.bpmn', 'no_certificate', 'El flujo emite un documento y no hay certificate.typ.', 'Agregue certificate.typ.'),
    flow !== undefined && !issues && has('certificate.typ') && missing('certificate.typ', 'unused_certificate', 'Hay un certificate.typ que ningún paso emite.', 'Agregue un paso con v:service="certificate", o quite el archivo.', 'warning'),
    has('flow.bpmn') && !has('scenarios.yaml') && missing('flow.bpmn', 'no_scenarios', 'El trámite no tiene ensayos: nadie sabe si sus caminos llegan a donde deben.', 'Agregue scenarios.yaml con un ensayo por camino.', 'warning'),
  ];
  return found.filter((fault) => fault !== false);
}
