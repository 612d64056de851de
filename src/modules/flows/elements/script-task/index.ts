import { done, halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { compute, keep, resultName } from '../../domain/variables.ts';
import { expressionOf } from '../../bpmn/node.ts';

/** Computes a value with FEEL and keeps it under a name. */
export const scriptTask = {
  kind: 'scriptTask', bpmn: 'bpmn:ScriptTask', name: 'Cálculo', does: 'Calcula un valor con FEEL y lo guarda con un nombre.',
  attributes: ['result'], activity: true,
  read: (node, note) => {
    const script = expressionOf(node, 'script');
    if (script === undefined) note({ code: 'missing_script', id: String(node.get('id')), reason: 'El cálculo está vacío.', mend: 'Escriba una expresión FEEL dentro de <script>.' });
    return script === undefined ? {} : { script };
  },
  enter: (run, token, element) => {
    const { value, reason } = compute(run, token, element.script ?? '');
    if (reason !== undefined) return halt(run, token, reason);
    keep(run, token, resultName(element), value);
    done(run, token);
  },
} as const satisfies Leaf;
