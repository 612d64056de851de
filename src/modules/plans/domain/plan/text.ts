import type { Block, OfficeText } from '#modules/office/index.ts';
import type { Calendar } from '#modules/calendars/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import type { NationalPlan } from '../national/national-plan.ts';
import { pointsIn, rowsIn, ticked } from './content.ts';
import { stateNames, type PlanContent, type PlanHead } from './plan.ts';
import { planSections } from './sections.ts';
import { groupTable } from './tables.ts';

/** Whose plan it is, with the working days of the place where it works. */
export type PlanEntity = { readonly name: string; readonly calendar: Calendar };

/** The plan as it is printed, approved and published: every section in its order. `isPublic` leaves out the sections that the entity reserved. The same content gives the same text. */
export function planText(plan: PlanHead, content: PlanContent, frame: NationalPlan, entity: PlanEntity, { isPublic = false }: { readonly isPublic?: boolean } = {}): OfficeText {
  const hidden = isPublic ? ticked(content, 'reservadas') : [];
  return {
    title: plan.title, subtitle: `Plan institucional de gobierno electrónico ${plan.fromYear}-${plan.toYear}`, entity: entity.name, day: localDateOf(plan.registeredAt ?? plan.updatedAt), ...(plan.code === null ? {} : { code: plan.code }),
    cover: [['Versión', String(plan.version)], ['Estado', stateNames[plan.state]], ['Se enmarca en', frame.title], ...(plan.isExample ? [['Ejemplo', 'Se empezó con un plan de ejemplo.'] as const] : [])],
    contents: true, blocks: planSections.filter(({ key }) => key !== 'reserva').flatMap((section, at): Block[] => [{ kind: 'heading', level: 1, text: `${at + 1}. ${section.title}` }, ...(hidden.includes(section.key) ? [reserved] : bodyOf(section.key, content))]),
  };
}

const reserved: Block = { kind: 'paragraph', tone: 'note', text: 'La entidad reservó esta sección.' };

function bodyOf(key: string, content: PlanContent): readonly Block[] {
  const blocks = planForm.pages.find(({ id }) => id === key)?.fields.flatMap(({ id, label, fields }) => (fields ? groupBlocks(id, sayText(label), content) : pointBlocks(id, sayText(label), content))) ?? [];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', tone: 'pending', text: 'Por escribir.' }];
}

function groupBlocks(group: string, label: string, content: PlanContent): readonly Block[] {
  if (rowsIn(content, group).length === 0) return [];
  const { head, rows, numericColumns } = groupTable(content, group);
  return [{ kind: 'table', caption: label, head, rows, numericColumns }];
}

function pointBlocks(field: string, label: string, content: PlanContent): readonly Block[] {
  const points = pointsIn(content, field);
  if (points.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: label }, ...(points.length === 1 ? [{ kind: 'paragraph', text: points[0] ?? '' } as const] : [{ kind: 'list', items: points } as const])];
}
