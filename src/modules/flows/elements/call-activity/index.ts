import { openScope } from '../../domain/fire.ts';
import { enter, halt } from '../../domain/moves.ts';
import type { Leaf, Run } from '../../domain/run.ts';
import { elementOf, findToken, putToken } from '../../domain/tokens.ts';
import type { Token } from '../../domain/types.ts';
import { keep, resultName } from '../../domain/variables.ts';
import { textOf } from '../../bpmn/node.ts';

/** Most calls inside calls. */
const callDepthMax = 20;

/** Runs another flow; it sees the variables of this one, keeps its own, and leaves them as the result. */
export const callActivity = {
  kind: 'callActivity', bpmn: 'bpmn:CallActivity', name: 'Llamada a otro flujo', does: 'Ejecuta otro flujo y guarda lo que este calculó.',
  attributes: ['result'], activity: true,
  read: (node, note) => {
    const called = textOf(node, 'calledElement');
    if (called === undefined) note({ code: 'missing_called', id: String(node.get('id')), reason: 'La llamada no dice a qué flujo llama.', mend: 'Escriba el id del flujo en calledElement.' });
    return called === undefined ? {} : { called };
  },
  enter: (run, token, element) => {
    const flow = run.environment.flows?.[element.called ?? ''];
    if (!flow) return halt(run, token, `No se encuentra el flujo «${element.called ?? ''}» al que llama este paso.`);
    if (depth(run, token) >= callDepthMax) return halt(run, token, `Hay más de ${callDepthMax} llamadas una dentro de otra.`);
    const scope = putToken(run, { ...token, local: token.local ?? {} });
    const reason = openScope(run, scope);
    if (reason !== undefined) return halt(run, token, reason);
    const [start] = (flow.starts[''] ?? []).filter((id) => flow.elements[id]?.trigger === undefined);
    if (start === undefined) return halt(run, token, `El flujo «${flow.id}» no tiene un evento de inicio simple.`);
    enter(run, start, scope.id);
  },
  finish: (run, token, element) => {
    const { local, ...plain } = token;
    putToken(run, plain);
    keep(run, plain, resultName(element), local ?? {});
  },
} as const satisfies Leaf;

function depth(run: Run, token: Token): number {
  const scope = token.inside === undefined ? undefined : findToken(run, token.inside);
  if (!scope) return 0;
  return depth(run, scope) + (elementOf(run, scope).kind === 'callActivity' ? 1 : 0);
}
