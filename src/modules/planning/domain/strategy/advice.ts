import type { StrategyContent } from './content.ts';
import type { Section } from './guide.ts';
import { objectiveRules } from './rules/objectives.ts';
import { Read, type Advice } from './rules/rule.ts';
import { solutionRules } from './rules/solutions.ts';
import { sourceRules } from './rules/sources.ts';
import { textRules } from './rules/texts.ts';

export type { Advice } from './rules/rule.ts';

const rules = [...textRules, ...objectiveRules, ...solutionRules, ...sourceRules];

/** Everything that is missing in a strategy or could be said better, in the order of its sections. It advises: nothing of it keeps anybody from writing or freezing. */
export function adviceOn(content: StrategyContent, sections: readonly Section[]): readonly Advice[] {
  const read = new Read(content, sections), order = new Map(sections.map(({ id }, at) => [id, at]));
  const found = rules.flatMap(({ code, source, mend, finds }) => finds(read).map((one): Advice => ({ code, source, mend, ...one })));
  return found.sort((a, b) => (order.get(a.section) ?? 0) - (order.get(b.section) ?? 0));
}
