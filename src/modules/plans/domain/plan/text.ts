import type { Block, OfficeText } from '#modules/office/index.ts';
import type { Calendar } from '#modules/calendars/index.ts';
import type { Field } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import type { NationalPlan } from '../national/national-plan.ts';
import { scheduleOf, scheduleTable } from '../schedule/of-plan.ts';
import { pointsIn, rowsIn, textIn, ticked } from './content.ts';
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
    contents: true, blocks: planSections.filter(({ key }) => key !== 'reserva').flatMap((section, at): Block[] => [{ kind: 'heading', level: 1, text: `${at + 1}. ${section.title}` }, ...(hidden.includes(section.key) ? [reserved] : bodyOf(section.key, { plan, content, entity }))]),
  };
}

const reserved: Block = { kind: 'paragraph', tone: 'note', text: 'La entidad reservó esta sección.' };

type Shown = { readonly plan: PlanHead; readonly content: PlanContent; readonly entity: PlanEntity };

function bodyOf(key: string, shown: Shown): readonly Block[] {
  const blocks = planForm.pages.find(({ id }) => id === key)?.fields.flatMap((field) => (field.fields ? groupBlocks(field, shown) : textBlocks(field, shown.content))) ?? [];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', tone: 'pending', text: 'Por escribir.' }];
}

function groupBlocks({ id, label }: Field, { plan, content, entity }: Shown): readonly Block[] {
  if (rowsIn(content, id).length === 0) return [];
  if (id === 'tareas') return [{ kind: 'table', caption: 'Cronograma en días hábiles', ...scheduleTable(scheduleOf(plan, content, entity.calendar).tasks) }];
  return [{ kind: 'table', caption: sayText(label), ...groupTable(content, id) }];
}

function textBlocks({ id, label, hint }: Field, content: PlanContent): readonly Block[] {
  const written = textIn(content, id);
  if (written === '') return [];
  const points = pointsIn(content, id), isList = /por línea|en su línea/.test(hint ? sayText(hint) : '') || quadrants.has(id);
  return [{ kind: 'heading', level: 2, text: sayText(label) }, ...(isList ? [{ kind: 'list', ...numbered(id, points) } as const] : points.map((text): Block => ({ kind: 'paragraph', text })))];
}

// The points of the four quadrants carry the numbers by which they are crossed.
const quadrants = new Map([['fortalezas', 'F'], ['oportunidades', 'O'], ['debilidades', 'D'], ['amenazas', 'A']]);
const numbered = (field: string, points: readonly string[]): { readonly items: readonly string[] } => ({ items: points.map((point, at) => (quadrants.has(field) ? `${quadrants.get(field)}${at + 1}. ${point}` : point)) });
