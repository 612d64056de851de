import { readFileSync } from 'node:fs';
import { validateAnswers } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { recordOf } from '#kernel/json.ts';
import { readYaml } from '#kernel/yaml/index.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import { planForm } from '../plan/plan-form.ts';

/** A plan to begin with, and whose it is. */
export type PlanExample = { readonly title: string; readonly fromYear: number; readonly toYear: number; readonly source: string; readonly content: PlanContent };

/** The plan of electronic government of the department of Oruro, whole, as its document says it. The process does not start with one that the form would refuse. */
export const oruroExample: PlanExample = read('oruro.yaml');

function read(file: string): PlanExample {
  const { root, faults } = readYaml(readFileSync(new URL(file, import.meta.url), 'utf8'), file, 'plan_example'), known = root?.object(['title', 'fromYear', 'toYear', 'source', 'content']);
  const title = known?.title?.text(), fromYear = known?.fromYear?.integer(2000, 2100), toYear = known?.toYear?.integer(2000, 2100), source = known?.source?.text(), content: PlanContent = recordOf(known?.content?.plain());
  const problems = validateAnswers(planForm, content, { now: new Date(0) });
  invariant(faults.length === 0 && problems.length === 0 && title !== undefined && fromYear !== undefined && toYear !== undefined && source !== undefined, `the example of a plan is sound: ${JSON.stringify([...faults, ...problems])}`);
  return { title, fromYear, toYear, source, content };
}
