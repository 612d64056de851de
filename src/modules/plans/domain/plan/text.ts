import type { Block, OfficeText } from '#modules/office/index.ts';
import type { Calendar } from '#modules/calendars/index.ts';
import type { Field } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import type { NationalPlan } from '../national/national-plan.ts';
import { scheduleChart } from '../schedule/chart.ts';
import { scheduleOf, scheduleTable } from '../schedule/of-plan.ts';
import type { ScheduledTask } from '../schedule/schedule.ts';
import { phasesOf, totalOf } from './budget.ts';
import { rowsIn, ticked } from './content.ts';
import { stateNames, type PlanContent, type PlanHead } from './plan.ts';
import { planSections } from './sections.ts';
import { groupTable, isPoints, linesIn } from './tables.ts';

/** Whose plan it is, with the working days of the place where it works. */
export type PlanEntity = { readonly name: string; readonly calendar: Calendar };

/** The plan as it is printed, approved and published: every section in its order. `isPublic` leaves out the sections that the entity reserved. The same content gives the same text. */
export function planText(plan: PlanHead, content: PlanContent, frame: NationalPlan, entity: PlanEntity, { isPublic = false }: { readonly isPublic?: boolean } = {}): OfficeText {
  const hidden = isPublic ? ticked(content, 'reservadas') : [];
  return {
    title: plan.title, subtitle: `Plan institucional de gobierno electrónico ${plan.fromYear}-${plan.toYear}`, entity: entity.name, day: localDateOf(plan.registeredAt ?? plan.updatedAt), ...(plan.code === null ? {} : { code: plan.code }),
    cover: [['Versión', String(plan.version)], ['Estado', stateNames[plan.state]], ...(plan.toYear >= frame.fromYear && plan.fromYear <= frame.toYear ? [['Se enmarca en', frame.title] as const] : []), ...(plan.isExample ? [['Ejemplo', 'Se empezó con un plan de ejemplo.'] as const] : [])],
    contents: true, blocks: planSections.filter(({ key }) => key !== 'reserva').flatMap((section, at): Block[] => [{ kind: 'heading', level: 1, text: `${at + 1}. ${section.title}` }, ...(hidden.includes(section.key) ? [reserved] : bodyOf(section.key, { plan, content, entity }))]),
  };
}

const reserved: Block = { kind: 'paragraph', tone: 'note', text: 'La entidad reservó esta sección.' };

type Shown = { readonly plan: PlanHead; readonly content: PlanContent; readonly entity: PlanEntity };

function bodyOf(key: string, shown: Shown): readonly Block[] {
  const blocks = planForm.pages.find(({ id }) => id === key)?.fields.flatMap((field) => (field.fields ? groupBlocks(field, shown) : textBlocks(field, shown.content))) ?? [];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', tone: 'pending', text: 'Falta escribir esta sección.' }];
}

function groupBlocks({ id, label }: Field, { plan, content, entity }: Shown): readonly Block[] {
  if (rowsIn(content, id).length === 0) return [];
  if (id === 'tareas') return scheduleBlocks(content, scheduleOf(plan, content, entity.calendar).tasks);
  if (id === 'fases') return budgetBlocks(content);
  return [{ kind: 'table', caption: sayText(label), ...groupTable(content, id) }];
}

function scheduleBlocks(content: PlanContent, tasks: readonly ScheduledTask[]): readonly Block[] {
  const { svg, title, alt } = scheduleChart(content, tasks);
  return [...(tasks.length === 0 ? [] : [{ kind: 'figure', svg, caption: title, alt } as const]), { kind: 'table', caption: 'Fechas de las tareas, en días hábiles', ...scheduleTable(tasks) }];
}

function budgetBlocks(content: PlanContent): readonly Block[] {
  const phases = phasesOf(content, []), { head, rows, numericColumns } = groupTable(content, 'fases');
  return [{ kind: 'table', caption: 'Fases', head, numericColumns, rows: [...rows, ['', 'Total', sayMoney(bob(totalOf(phases))), '']] }];
}

function textBlocks(field: Field, content: PlanContent): readonly Block[] {
  const lines = linesIn(content, field);
  if (lines.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: sayText(field.label) }, ...(isPoints(field) ? [{ kind: 'list', items: lines } as const] : lines.map((text): Block => ({ kind: 'paragraph', text })))];
}
