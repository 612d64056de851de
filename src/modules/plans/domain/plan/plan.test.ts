import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shippedCalendar } from '#modules/calendars/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import { canonicalContent } from './content.ts';
import type { PlanContent, PlanHead } from './plan.ts';
import { missingSections, planSections } from './sections.ts';
import { fieldOf } from './tables.ts';
import { planText } from './text.ts';

const head: PlanHead = {
  entityId: '0' as PlanHead['entityId'], id: '0' as PlanHead['id'], version: 1, title: 'Plan', fromYear: 2025, toYear: 2028, state: 'draft', revision: 1, isExample: false, createdAt: new Date(0), updatedAt: new Date(0), updatedBy: null,
  code: null, sha256: null, registeredAt: null, conformedAt: null, approvedAt: null, authorityApprovedAt: null, inForceAt: null, publishedAt: null, confidential: false, replacedAt: null,
};
const entity = { name: 'Aduana Nacional', calendar: shippedCalendar({}, 2025, 2028) };
const some: PlanContent = { mision: 'Servir mejor.', vision: 'Sin filas.', fortalezas: 'Una red propia\nGente que sabe', reservadas: ['presupuesto'], fases: [{ codigo: 'F1', nombre: 'Fase I', monto: 3_538_789_216 }] };

test('the same content has one canonical text, in whatever order it was written', () => {
  fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (content) => {
    assert.equal(canonicalContent(Object.fromEntries(Object.entries(content).reverse())), canonicalContent(content));
  }));
  assert.notEqual(canonicalContent(some), canonicalContent({ ...some, mision: 'Otra.' }));
});

test('an empty plan lacks every section that is needed, and a section counts once all of it is there', () => {
  assert.deepEqual(missingSections({}).map(({ key }) => key), planSections.filter(({ required }) => required).map(({ key }) => key));
  const without = (content: PlanContent): readonly string[] => missingSections(content).map(({ key }) => key);
  assert.ok(without({ mision: 'Una.' }).includes('mision'));
  assert.ok(!without(some).includes('mision'));
});

test('the form offers exactly the goals and lines of the national plan', () => {
  const options = (group: string, field: string): readonly string[] => { const schema = fieldOf(group)?.fields?.find(({ id }) => id === field)?.behaviour.schema; return (schema?.enum ?? []) as readonly string[]; };
  assert.deepEqual(options('contribuciones', 'meta'), nationalPlan.goals.map(({ code }) => code));
  assert.deepEqual(options('proyectos', 'linea'), nationalPlan.lines.map(({ number }) => String(number)));
  assert.deepEqual(planForm.pages.map(({ id }) => id), planSections.map(({ key }) => key));
});

test('the text of a plan has all its sections, and the public one leaves out what is reserved', () => {
  const said = (isPublic: boolean): string => JSON.stringify(planText(head, some, nationalPlan, entity, { isPublic }));
  for (const { title, key } of planSections) assert.equal(said(false).includes(`. ${title}"`), key !== 'reserva', key);
  assert.match(said(false), /Fase I.*35\.387\.892,16/);
  assert.doesNotMatch(said(true), /35\.387\.892/);
  assert.match(said(true), /La entidad reservó esta sección/);
});
