import { expressionOf } from '../../bpmn/node.ts';
import { emptied, halt, join } from '../../domain/moves.ts';
import type { Leaf, Run } from '../../domain/run.ts';
import { addToken, removeToken, tell } from '../../domain/tokens.ts';
import type { Token } from '../../domain/types.ts';
import { holds } from '../../domain/variables.ts';
import { mayStillCome } from '../arrivals.ts';

/** Splits as the inclusive one; joins once its activation condition holds, and swallows what comes later until nothing more can come. */
export const complexGateway = {
  kind: 'complexGateway', bpmn: 'bpmn:ComplexGateway', name: 'Decisión compleja', does: 'Al juntarse, sigue en cuanto se cumple su condición (por ejemplo, dos de tres) y absorbe lo que llega después.',
  attributes: [], routing: 'holding',
  read: (node) => {
    const activation = expressionOf(node, 'activationCondition');
    return activation === undefined ? {} : { activation };
  },
  enter: (run, token, element) => {
    if (element.incoming.length < 2) return join(run, [token]);
    const here = run.tokens.filter(({ at, inside, incident }) => at === token.at && inside === token.inside && !incident);
    const fired = here.find((other) => other.fired);
    if (fired) return swallow(run, token);
    const { yes, reason } = holds(run, token, element.activation ?? `activationCount >= ${element.incoming.length}`, { activationCount: here.length });
    if (reason !== undefined) return halt(run, token, reason);
    if (yes) activate(run, token, here);
  },
  settle: (run, waiting, element, last) => {
    const fired = waiting.find((token) => token.fired);
    if (!fired || mayStillCome(run, waiting.filter((token) => token.fired), element, last)) return false;
    removeToken(run, fired.id);
    emptied(run, fired.inside);
    return true;
  },
} as const satisfies Leaf;

/** Lets one token go on for all that wait, and leaves a marker that swallows the late ones. */
function activate(run: Run, token: Token, waiting: readonly Token[]): void {
  const scope = token.inside === undefined ? {} : { inside: token.inside };
  addToken(run, { at: token.at, ...scope, fired: true });
  join(run, [...waiting.filter(({ id }) => id !== token.id), token]);
}

function swallow(run: Run, token: Token): void {
  tell(run, 'left', token);
  removeToken(run, token.id);
}
