import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import { rowsIn, textIn } from './content.ts';
import type { PlanContent } from './plan.ts';

/** A section of a plan: what it is called, whether a plan may be registered without it, and whether something stands in it. */
export type PlanSection = { readonly key: string; readonly title: string; readonly required: boolean; readonly isFilled: (content: PlanContent) => boolean };

type Need = (content: PlanContent) => boolean;
const text = (field: string): Need => (content) => textIn(content, field) !== '';
const any = (...some: readonly Need[]): Need => (content) => some.some((need) => need(content));
const rows = (group: string): Need => (content) => rowsIn(content, group).length > 0;

/**
 * What each section needs to count as written. What is asked of every plan follows the steps of the national plan (cap. VI) and the plan of Oruro; the minimum contents
 * that the agency approves by administrative resolution are to be confirmed with it.
 */
const needs: Readonly<Record<string, { readonly required: boolean; readonly all: readonly Need[] }>> = {
  diagnostico: { required: true, all: [any(text('diagnostico'), text('factores_internos'))] },
  foda: { required: true, all: [text('fortalezas'), text('oportunidades'), text('debilidades'), text('amenazas')] },
  alineacion: { required: true, all: [rows('instrumentos')] },
  mision: { required: true, all: [text('mision'), text('vision')] },
  principios: { required: false, all: [rows('principios')] },
  objetivos: { required: true, all: [rows('objetivos')] },
  estrategias: { required: false, all: [rows('estrategias')] },
  pilares: { required: false, all: [rows('habilitadores')] },
  contribuciones: { required: true, all: [rows('contribuciones')] },
  indicadores: { required: true, all: [rows('indicadores')] },
  proyectos: { required: true, all: [rows('proyectos'), rows('tareas')] },
  presupuesto: { required: true, all: [rows('fases')] },
  responsables: { required: true, all: [rows('responsables')] },
  riesgos: { required: true, all: [rows('riesgos')] },
  reserva: { required: false, all: [(content) => content.reservadas !== undefined] },
};

/** The sections of a plan in their order. */
export const planSections: readonly PlanSection[] = planForm.pages.map(({ id, title }) => {
  const { required, all } = needs[id] ?? { required: false, all: [] };
  return { key: id, title: sayText(title), required, isFilled: (content) => all.every((need) => need(content)) };
});

/** The sections that a plan can't be registered without and that have nothing yet. */
export const missingSections = (content: PlanContent): readonly PlanSection[] => planSections.filter(({ required, isFilled }) => required && !isFilled(content));
