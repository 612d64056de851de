import { decide } from '../../dmn/decide.ts';
import { done, halt } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';
import { keep, resultName, visible } from '../../domain/variables.ts';

/** Asks a decision of decisions.dmn and keeps its answer under a name. */
export const businessRuleTask = {
  kind: 'businessRuleTask', bpmn: 'bpmn:BusinessRuleTask', name: 'Regla de decisión', does: 'Consulta una tabla de decisions.dmn y guarda la respuesta.',
  attributes: ['decision', 'result'], activity: true,
  read: (node, note) => {
    if (!node.get('v:decision')) note({ code: 'missing_decision', id: String(node.get('id')), reason: 'La regla no dice qué decisión consulta.', mend: 'Agregue v:decision con el id de una decisión de decisions.dmn.' });
    return {};
  },
  enter: (run, token, element) => {
    const { value, reason } = decide(run.environment.decisions, element.attributes['decision'] ?? '', visible(run, token));
    if (reason !== undefined) return halt(run, token, reason);
    keep(run, token, resultName(element), value);
    done(run, token);
  },
} as const satisfies Leaf;
