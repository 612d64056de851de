import { isRecord } from '#kernel/json.ts';
import type { Case, Definition } from './types.ts';

/**
 * Why the case was decided as it was: the reason of the last task that was answered. Where a second person had to agree (`v:fourEyesWith`) the
 * reason of the first stands before it, because «de acuerdo» alone explains nothing. `null` where nobody gave any.
 */
export function decisionReason({ flow }: Pick<Definition, 'flow'>, { state }: Pick<Case, 'state'>): string | null {
  const answered = Object.values(flow.elements).flatMap((element) => {
    const result = state.flow.variables[element.attributes.result ?? element.id];
    return isRecord(result) && 'outcome' in result ? [{ id: element.id, seconds: element.attributes.fourEyesWith, at: String(result.fecha), reason: result.reason }] : [];
  });
  const last = answered.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  const first = answered.find(({ id }) => id === last?.seconds);
  const reasons = [first?.reason, last?.reason].flatMap((reason) => (typeof reason === 'string' && reason.trim() !== '' ? [sentence(reason.trim())] : []));
  return reasons.length === 0 ? null : [...new Set(reasons)].join(' ');
}

const sentence = (text: string): string => (/[.!?…:;]$/.test(text) ? text : `${text}.`);
