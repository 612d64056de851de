import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFlow, readDrawing } from '#modules/flows/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { readTerms } from '../../domain/procedure/read-terms.ts';

const contentOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const bpmn = contentOf('pige.bpmn');
const [compiled, drawn, terms] = [await compileFlow(bpmn, 'pige.bpmn'), await readDrawing(bpmn, 'pige.bpmn'), readTerms(contentOf('terms.yaml'), 'terms.yaml')];
invariant(compiled.value && drawn.value && terms.value, `the procedure of plans is sound: ${JSON.stringify([compiled.faults, drawn.faults, terms.faults])}`);

/** The procedure of a plan, as its diagram and its terms say it (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.1). */
export const pigeProcedure: Procedure = { flow: compiled.value, terms: terms.value };

/** The same diagram, to be drawn. */
export const pigeDrawing = drawn.value;
