import type { Block } from '#modules/office/index.ts';
import { sayDay } from '#kernel/clock.ts';
import { criteria } from '../../ranking/criteria.ts';
import type { Projections, Solution } from '../content.ts';
import type { ShownPart } from '../guide.ts';
import { numberIn } from '../../inventory/declared.ts';
import { figureOf, figureOr, fine, note, pending, sayOr, whole } from './say.ts';
import { designOf } from './design.ts';

/** What the program puts into a section: the tables, pictures and lists that the data of the entity say. */
export type Part = (projections: Projections, solution: Solution | undefined) => readonly Block[];

const ofSolution = (part: (solution: Solution, projections: Projections) => readonly Block[]): Part => (projections, solution) => (solution === undefined ? [] : part(solution, projections));
const inventorySource = ({ day }: Projections): string => `inventario de trámites de la entidad al ${sayDay(day)}`;

/** Every part that a section of the guide may show, under the name that the guide gives it. */
export const parts: Readonly<Record<ShownPart, Part>> = {
  plan: ({ plans, day }) => (plans.length === 0 ? [] : [{ kind: 'table', caption: 'Planes de gobierno electrónico de la entidad', head: ['Plan', 'Periodo', 'Estado'], rows: plans.map(({ title, years, state }) => [title, years, state]), source: `registro de planes al ${sayDay(day)}` }]),
  inventario: inventory,
  priorizacion: priorities,
  ficha: ofSolution(({ name, survey }, projections) => [{ kind: 'table', caption: `Ficha de ${name}`, head: ['Dato', 'Lo declarado'], rows: survey.map(([label, value]) => [label, sayOr(value)]), source: inventorySource(projections) }]),
  lejania: distance,
  soluciones: chosen,
  normas: norms,
  diseno: ofSolution(designOf),
  cronograma: ({ schedule, solutions }) => (schedule === undefined ? [] : [figureOf(schedule, 'Cronograma de las soluciones', `etapas de ${solutions.length === 1 ? 'la solución' : `las ${solutions.length} soluciones`}`)]),
  etapas: ofSolution(stages),
};

function inventory(projections: Projections): readonly Block[] {
  const { all, lines } = projections.inventory;
  if (lines.length === 0) return [pending('El inventario de trámites de la entidad está vacío.')];
  return [
    { kind: 'table', caption: 'Trámites y servicios de la entidad', head: ['Trámite o servicio', 'Solicitudes al año', 'Promedio al día', 'Máximo en un día', 'Medios digitales'], numericColumns: [1, 2, 3], source: inventorySource(projections),
      rows: lines.map(({ name, answers }) => [name, ...(['solicitudes_anio', 'media_dia', 'maxima_dia'] as const).map((field) => figureOr(numberIn(answers, field))), digital[String(answers.digital)] ?? '—']) },
    ...(all > lines.length ? [note(`Se muestran los primeros ${whole.format(lines.length)} del orden de prioridad, de ${whole.format(all)} trámites.`)] : []),
  ];
}

const digital: Readonly<Record<string, string>> = { habitual: 'Sí', excepcional: 'Excepcional', no: 'No' };

const shownMax = 20;

function priorities({ order, points, effort, solutions }: Projections): readonly Block[] {
  const source = `orden de prioridad guardado el ${sayDay(order.day)}, huella ${order.sha256.slice(0, 12)}`, chosen = new Set(solutions.map(({ procedureId }) => procedureId));
  const weights = criteria.map(({ key, name }) => `${name} ${order.weights[key] ?? 0}`).join(', ');
  return [
    { kind: 'paragraph', text: `Los trámites se ordenaron por criterios con peso (${weights}). Lo que una norma impide hacer por medios digitales no tiene puesto. Los elegidos por la estrategia llevan un asterisco.` },
    { kind: 'table', caption: 'Orden de prioridad', head: ['Puesto', 'Trámite', 'Puntos', 'Lo que más pesa'], numericColumns: [0, 2], source,
      rows: order.lines.slice(0, shownMax).map(({ procedureId, name, place, score, why = [] }) => [place === null ? '—' : String(place), chosen.has(procedureId) ? `${name} *` : name, fine.format(score), because(why)]) },
    ...(points === undefined ? [] : [figureOf(points, 'Puntos de los primeros trámites', source)]),
    ...(effort === undefined ? [] : [figureOf(effort, 'Valor y esfuerzo de los primeros trámites', source)]),
  ];
}

const reasonsMax = 2;

function because(why: NonNullable<Projections['order']['lines'][number]['why']>): string {
  return [...why].sort((a, b) => b.points - a.points).slice(0, reasonsMax).flatMap(({ key, figure, points }) => {
    const criterion = criteria.find((one) => one.key === key);
    return criterion === undefined ? [] : [`${criterion.name}: ${fine.format(figure ?? 0)} ${criterion.unit} (${fine.format(points)})`];
  }).join('; ') || '—';
}

function distance(projections: Projections): readonly Block[] {
  if (projections.solutions.length === 0) return [];
  return [{ kind: 'table', caption: 'De dónde y cuándo se piden los trámites elegidos', head: ['Trámite', 'Solicitudes por semana', 'Del área rural o de otros departamentos', 'Época de mayor demanda'], numericColumns: [1, 2], source: inventorySource(projections),
    rows: projections.solutions.map(({ name, answers, survey }) => {
      const year = numberIn(answers, 'solicitudes_anio'), rural = numberIn(answers, 'rural');
      return [name, figureOr(year === undefined ? undefined : year / weeksAYear), figureOr(rural, ' %'), sayOr(survey.find(([label]) => label === 'Época de mayor demanda')?.[1] ?? '')];
    }) }];
}

const weeksAYear = 52;

function chosen({ solutions, day }: Projections): readonly Block[] {
  if (solutions.length === 0) return [pending('Faltan elegir los trámites que toma la estrategia.')];
  return [{ kind: 'table', caption: 'Soluciones de la estrategia', head: ['N.º', 'Trámite', 'Puesto', 'Herramientas de gobierno electrónico', 'Diseño'], numericColumns: [0, 2], source: `trámites publicados e inventario al ${sayDay(day)}`,
    rows: solutions.map(({ name, place, flow }, at) => [String(at + 1), name, place === null ? '—' : String(place), flow?.tools.map((tool) => tool.name).join(', ') || '—', flow === undefined ? 'Por completar' : flow.origin === 'published' ? 'Ya funciona en línea' : 'Borrador que se ejecuta']) }];
}

function norms(projections: Projections): readonly Block[] {
  const own = projections.solutions.flatMap((solution) => solution.norms.map(({ norm, article }) => [norm, article || '—', solution.name]));
  return [
    { kind: 'table', caption: 'Normas de cada trámite', head: ['Norma', 'Artículo', 'Trámite'], rows: own.length > 0 ? own : [['Por completar', '—', '—']], source: inventorySource(projections) },
    { kind: 'table', caption: 'Normas generales', head: ['Norma', 'Qué respalda'], rows: projections.norms.map(({ norm, supports }) => [norm, supports]), source: 'Gaceta Oficial de Bolivia; el artículo que aplica lo confirma la unidad jurídica' },
  ];
}

function stages({ name, stages: all, schedule }: Solution): readonly Block[] {
  if (all.length === 0) return [pending(`Faltan las etapas de ${name}.`)];
  return [
    { kind: 'table', caption: `Etapas de ${name}`, head: ['N.º', 'Etapa', 'Empieza', 'Termina', 'Quién la hace', 'Espera a'], numericColumns: [0],
      rows: all.map(({ number, name: stage, start, end, actor, after }) => [String(number), stage, start === undefined ? 'Por completar' : sayDay(start), end === undefined ? 'Por completar' : sayDay(end), sayOr(actor), after === undefined ? '—' : `Etapa ${after}`]), source: 'la entidad' },
    ...(schedule === undefined ? [] : [figureOf(schedule, `Cronograma de ${name}`, 'la entidad')]),
  ];
}
