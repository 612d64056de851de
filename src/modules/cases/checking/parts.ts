import { parseResources } from '#modules/appointments/index.ts';
import { parseProcedure, type Procedure, type ProcedureFiles } from '#modules/catalog/index.ts';
import { compileDecisions, compileFlow, type Decisions, type Flow } from '#modules/flows/index.ts';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { parseMessages, type Messages } from '#modules/notifications/index.ts';
import type { Checked, Fault } from '#kernel/faults.ts';
import { parseScenarios } from '../rehearsal/parse.ts';
import type { Scenario } from '../rehearsal/scenario.ts';

/** What a folder says, file by file; a file that is absent or broken has no part. */
export type Parts = {
  readonly procedure: Procedure | undefined;
  readonly form: Form | undefined;
  readonly flow: Flow | undefined;
  readonly decisions: Decisions | undefined;
  readonly messages: Messages | undefined;
  /** Keys of what can be booked. */
  readonly resources: readonly string[] | undefined;
  readonly scenarios: readonly Scenario[] | undefined;
  readonly files: ProcedureFiles;
};

/** Has every file read by its own module. */
export async function readParts(files: ProcedureFiles): Promise<{ readonly parts: Parts; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const read = async <Value>(name: string, parse: (text: string, file: string) => Checked<Value> | Promise<Checked<Value>>): Promise<Value | undefined> => {
    const text = files[name];
    if (text === undefined) return undefined;
    const checked = await parse(text, name);
    faults.push(...checked.faults);
    return checked.value;
  };
  const [procedure, form, flow, decisions] = [await read('procedure.yaml', parseProcedure), await read('form.yaml', parseForm), await read('flow.bpmn', compileFlow), await read('decisions.dmn', compileDecisions)];
  const names = form && flow ? [...applicantFields(form), ...resultNames(flow)] : undefined;
  const messages = await read('messages.yaml', (text, file) => parseMessages(text, file, names));
  const resources = (await read('resources.yaml', parseResources))?.map(({ key }) => key);
  return { parts: { procedure, form, flow, decisions, messages, resources, scenarios: await read('scenarios.yaml', parseScenarios), files }, faults };
}

/** Ids of what applicants answer: the names that expressions of the flow see. */
export const applicantFields = (form: Form): readonly string[] =>
  form.pages.filter((page) => !page.officerOnly).flatMap((page) => page.fields).filter((field) => !field.behaviour.asksNothing).map((field) => field.id);

/** Names under which elements of the flow leave their results. */
export const resultNames = (flow: Flow): readonly string[] => Object.values(flow.elements).map(({ id, attributes }) => attributes.result ?? id);
