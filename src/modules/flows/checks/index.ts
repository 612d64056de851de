import type { Note } from '../bpmn/node.ts';
import type { Flow } from '../domain/types.ts';
import { checkExpressions } from './expressions.ts';
import { checkGateways } from './gateways.ts';
import { checkLinks } from './links.ts';
import { checkPaths } from './paths.ts';
import { checkScopes } from './scopes.ts';
import { checkSound } from './sound.ts';

/** Everything that is looked at when a flow is compiled, in the order in which a designer would mend it. */
export const checks: readonly ((flow: Flow, note: Note) => void)[] = [checkScopes, checkPaths, checkGateways, checkLinks, checkExpressions, checkSound];
