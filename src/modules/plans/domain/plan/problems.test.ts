import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shippedCalendar } from '#modules/calendars/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import type { PlanContent } from './plan.ts';
import { problemsOf } from './problems.ts';

const plan = { fromYear: 2025, toYear: 2028 }, calendar = shippedCalendar({ department: 'LP' }, 2025, 2028);
const project = { codigo: 'P1', nombre: 'Uno' }, task = (codigo: string, more: object = {}) => ({ codigo, proyecto: 'P1', nombre: codigo, duracion: 5, unidad: 'dias', ...more });
const pei = (desde: number, hasta: number) => ({ instrumentos: [{ instrumento: 'pei', nombre: 'PEI', desde, hasta }] });

const rows: readonly (readonly [what: string, content: PlanContent, says: readonly RegExp[]])[] = [
  ['an empty plan', {}, []],
  ['a plan that rests on one in force all along', pei(2021, 2030), []],
  ['a plan that rests on one that has expired', pei(2016, 2020), [/de 2016 a 2020: en ningún año/]],
  ['a plan that rests on one that ends before', pei(2021, 2026), [/rige hasta 2026 y este plan llega hasta 2028/]],
  ['a plan that rests on one that begins later', pei(2026, 2030), [/rige desde 2026 y este plan empieza en 2025/]],
  ['a plan of a year, which is never as long', { instrumentos: [{ instrumento: 'poa', nombre: 'POA 2026', desde: 2026, hasta: 2026 }] }, []],
  ['years that are turned round', pei(2028, 2025), [/termina antes de empezar/]],
  ['a crossing that names what is not there', { fortalezas: 'Una', oportunidades: 'Otra', cruces: [{ tipo: 'FO', puntos: 'F1, O2', que: 'x', objetivo: 'GC' }] }, [/nombra «O2»/, /objetivo «GC», que no está/]],
  ['a crossing of other quadrants', { fortalezas: 'Una', debilidades: 'Otra', cruces: [{ tipo: 'FO', puntos: 'F1, D1', que: 'x' }] }, [/es FO y nombra puntos de otro cuadro/]],
  ['a code that two rows have', { objetivos: [{ codigo: 'GC', nombre: 'A', proposito: 'b' }, { codigo: 'GC', nombre: 'C', proposito: 'd' }] }, [/El código «GC» ya lo tiene otra fila/]],
  ['a contribution without a value', { contribuciones: [{ meta: '6.1', como: 'x', unidad: '%' }] }, [/no compromete ningún valor/]],
  ['a contribution of more than all', { contribuciones: [{ meta: '6.1', como: 'x', unidad: '%', valor_2026: 120 }] }, [/pasa de 100 %/]],
  ['a contribution to a goal that is to be confirmed', { contribuciones: [{ meta: '14.1', como: 'x', unidad: 'canales', valor_2026: 1 }] }, [/14\.1 del plan nacional está por confirmar/]],
  ['an indicator without a beginning', { indicadores: [{ codigo: 'GC-1', nombre: 'x', meta: 5 }] }, [/Un indicador no tiene valor de partida/]],
  ['a project of a phase that is not there', { proyectos: [{ ...project, fase: 'F9' }] }, [/fase «F9», que no está en el presupuesto/]],
  ['a task of no project', { tareas: [task('T1', { proyecto: 'P7' })] }, [/proyecto «P7», que no está/]],
  ['a task that waits for what is not there', { proyectos: [project], tareas: [task('T1', { depende: 'T9' })] }, [/T1 depende de «T9», que no está/]],
  ['a dependency that nobody understands', { proyectos: [project], tareas: [task('T1', { depende: 'cuando se pueda' })] }, [/No se entiende de qué depende la tarea T1/]],
  ['tasks in a circle', { proyectos: [project], tareas: [task('T1', { depende: 'T2' }), task('T2', { depende: 'T1' })] }, [/se esperan unas a otras y no se pueden programar: T1, T2/]],
  ['a schedule that outlasts the plan', { proyectos: [project], tareas: [task('T1', { duracion: 55, unidad: 'meses' })] }, [/llega hasta 2029 y el plan termina en 2028/]],
  ['a schedule of centuries', { proyectos: [project], tareas: Array.from({ length: 10 }, (_, n) => task(`T${n}`, { duracion: 1500, depende: n === 0 ? '' : `T${n - 1}` })) }, [/pasa de cuarenta años/]],
  ['lines that do not sum to their phase', { fases: [{ codigo: 'F1', nombre: 'Fase I', monto: 10_000 }], partidas: [{ codigo: 'A', fase: 'F1', area: 'personal', detalle: 'x', monto: 15_000 }] }, [/«Fase I» no suman su presupuesto: pasan Bs\s50,00/]],
  ['lines that sum to their phase', { fases: [{ codigo: 'F1', nombre: 'Fase I', monto: 15_000 }], partidas: [{ codigo: 'A', fase: 'F1', area: 'personal', detalle: 'x', monto: 15_000 }] }, []],
  ['a line of no phase', { partidas: [{ codigo: 'A', fase: 'F3', area: 'personal', detalle: 'x', monto: 1 }] }, [/fase «F3», que no está/]],
];

for (const [what, content, says] of rows) test(`${what}: ${says.length === 0 ? 'nothing is said' : `${says.length} said`}`, () => {
  const found = problemsOf({ plan, content, frame: nationalPlan, calendar }).map(({ text }) => text);
  assert.equal(found.length, says.length, found.join('\n'));
  for (const [at, one] of says.entries()) assert.match(found[at] ?? '', one);
});
