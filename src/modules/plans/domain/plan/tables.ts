import type { Field } from '#modules/forms/index.ts';
import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import { pointsIn, rowsIn, type Row } from './content.ts';
import type { PlanContent } from './plan.ts';

/** The rows of a group as a table that is read: only what helps to tell rows apart. */
export type GroupTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly numericColumns: readonly number[] };

// What is shown of each group, with the short name of its column.
const columns: Readonly<Record<string, readonly (readonly [field: string, head: string])[]>> = {
  cruces: [['tipo', 'Cruce'], ['puntos', 'Puntos'], ['que', 'Qué se hará'], ['objetivo', 'Objetivo']],
  instrumentos: [['nombre', 'Plan'], ['instrumento', 'Clase'], ['desde', 'Desde'], ['hasta', 'Hasta'], ['articulacion', 'Con qué se articula']],
  principios: [['nombre', 'Principio'], ['texto', 'Qué garantiza']],
  objetivos: [['codigo', 'Código'], ['nombre', 'Objetivo'], ['proposito', 'Propósito'], ['estrategias', 'Estrategias']],
  estrategias: [['nombre', 'Estrategia'], ['definicion', 'Qué significa']],
  habilitadores: [['nombre', 'Habilitador'], ['pilar', 'Pilar'], ['estado', 'Estado'], ['norma', 'Norma'], ['nota', 'Nota']],
  contribuciones: [['meta', 'Meta nacional'], ['como', 'Con qué'], ['unidad', 'Unidad'], ['valor_2025', '2025'], ['valor_2026', '2026'], ['valor_2027', '2027'], ['valor_2028', '2028']],
  indicadores: [['codigo', 'Código'], ['nombre', 'Indicador'], ['unidad', 'Unidad'], ['linea_base', 'Partida'], ['meta', 'Meta'], ['anio', 'Año']],
  proyectos: [['codigo', 'Código'], ['nombre', 'Proyecto'], ['linea', 'Línea nacional'], ['fase', 'Fase'], ['responsable', 'Responsable']],
  tareas: [['codigo', 'Código'], ['nombre', 'Tarea'], ['proyecto', 'Proyecto'], ['duracion', 'Duración'], ['unidad', 'En'], ['depende', 'Depende de'], ['responsable', 'Responsable']],
  fases: [['codigo', 'Código'], ['nombre', 'Fase'], ['monto', 'Presupuesto'], ['peso', 'Peso']],
  partidas: [['codigo', 'Código'], ['fase', 'Fase'], ['area', 'Área'], ['detalle', 'En qué'], ['fuente', 'De dónde'], ['monto', 'Monto']],
  responsables: [['cargo', 'Cargo o unidad'], ['papel', 'Papel'], ['funcion', 'Qué le toca']],
  riesgos: [['riesgo', 'Qué puede pasar'], ['probabilidad', 'Probable'], ['impacto', 'Daño'], ['respuesta', 'Qué se hará'], ['responsable', 'Quién lo vigila']],
};

const figures = new Set(['integer', 'decimal', 'money']);

/** The field of the plan's form with this id. */
export const fieldOf = (id: string): Field | undefined => planForm.pages.flatMap(({ fields }) => fields).find((field) => field.id === id);

/** The table of a group: one line for each of its rows, in their order. */
export function groupTable(content: PlanContent, group: string): GroupTable {
  const shown = columns[group] ?? [], fields = fieldOf(group)?.fields ?? [], field = (id: string) => fields.find((one) => one.id === id);
  return {
    head: shown.map(([, head]) => head), rows: rowsIn(content, group).map((row) => shown.map(([id]) => saidIn(row, field(id)))),
    numericColumns: shown.flatMap(([id], at) => (figures.has(field(id)?.type ?? '') ? [at] : [])),
  };
}

/** What a row says under a field, in words; a dash where it says nothing. */
export function saidIn(row: Row, field: Field | undefined): string {
  const value = field && row[field.id];
  const said = field === undefined || value === undefined || value === null ? [] : field.behaviour.say(value);
  return said.length === 0 ? '—' : said.join(', ');
}

// The points of the four quadrants carry the numbers by which they are crossed.
const quadrants = new Map([['fortalezas', 'F'], ['oportunidades', 'O'], ['debilidades', 'D'], ['amenazas', 'A']]);

/** Whether a text has one point in each line, rather than paragraphs. */
export const isPoints = ({ id, hint }: Field): boolean => quadrants.has(id) || /por línea/.test(hint ? sayText(hint) : '');

/** What is written under a field, line by line; the points of a quadrant with their numbers. */
export function linesIn(content: PlanContent, field: Field): readonly string[] {
  const value = content[field.id], letter = quadrants.get(field.id);
  if (value === undefined) return [];
  if (typeof value !== 'string') return field.behaviour.say(value);
  return pointsIn(content, field.id).map((point, at) => (letter === undefined ? point : `${letter}${at + 1}. ${point}`));
}
