import { plain } from '../../inventory/declared.ts';
import { sectionId } from '../guide.ts';
import { stageFaults } from '../stages.ts';
import type { Solution } from '../content.ts';
import type { Found, Read, Rule } from './rule.ts';

const about = (key: string, it: Read, finds: (solution: Solution) => readonly string[] | string | undefined): readonly Found[] =>
  it.solutions.flatMap((solution) => [finds(solution) ?? []].flat().map((reason) => ({ section: sectionId(key, solution.slug), reason: `${solution.name}: ${reason}` })));

const staleDays = 180, dayMillis = 86_400_000;

/** What the guide asks of the chosen procedures and of the design and the execution of each solution (sections 2, 3.3 and 4). */
export const solutionRules: readonly Rule[] = [
  { code: 'sin_soluciones', source: 'sección 3.3', mend: 'Elija qué trámites toma la estrategia.', finds: (it) => (it.solutions.length === 0 ? [{ section: 'estrategia', reason: 'La estrategia no ha elegido ningún trámite.' }] : []) },
  { code: 'orden_viejo', source: 'sección 2', mend: 'Guarde un orden nuevo en la priorización y elíjalo en los datos de la estrategia.', finds: (it) => { const { day, order } = it.content.projections; return Date.parse(day) - Date.parse(order.day) > staleDays * dayMillis ? [{ section: 'diagnostico', reason: 'El orden de prioridad se guardó hace más de seis meses.' }] : []; } },
  { code: 'elegido_lejos', source: 'sección 2', mend: 'Explique en el diagnóstico por qué se eligió antes que otros, o cámbielo.', finds: (it) => about('analisis', it, ({ place }) => (place !== null && place > Math.max(10, it.solutions.length * 3) ? `está en el puesto ${place} del orden.` : undefined)) },
  { code: 'elegido_impedido', source: 'sección 3.1', mend: 'Empiece por cambiar la norma, o elija otro trámite.', finds: (it) => about('diseno', it, ({ answers }) => (answers.impedimento === 'impedido' ? 'su ficha dice que una norma impide hacerlo por medios digitales.' : undefined)) },
  { code: 'norma_por_cambiar', source: 'sección 4', mend: 'Agregue una etapa para la norma, con quién la aprueba.', finds: (it) => about('puesta-en-marcha', it, ({ answers, stages }) => (answers.impedimento === 'requiere_norma' && stages.length > 0 && !stages.some(({ name }) => /norma|reglament|resolucion|decreto|aproba/.test(plain(name))) ? 'hay que cambiar una norma y ninguna etapa lo prevé.' : undefined)) },
  { code: 'sin_diagrama', source: 'sección 3.3', mend: 'Complete la ficha del trámite: de ella sale el borrador con su diagrama.', finds: (it) => about('diseno', it, ({ flow }) => (flow === undefined ? 'no tiene un diagrama que se pueda ejecutar.' : undefined)) },
  { code: 'sin_actores', source: 'sección 3.3', mend: 'Diga en el diagrama qué unidad hace cada tarea.', finds: (it) => about('diseno', it, ({ flow }) => (flow !== undefined && flow.actors.filter(({ name }) => !name.startsWith('El sistema')).length < 2 ? 'el diagrama no dice quién atiende cada parte.' : undefined)) },
  { code: 'herramienta_sin_explicar', source: 'sección 3.3', mend: 'Diga en qué parte del trámite se usa y por qué.', finds: (it) => about('diseno', it, ({ flow, slug }) => { const text = plain(it.text('diseno', slug)); return text === '' ? [] : (flow?.tools ?? []).filter(({ mentions }) => !new RegExp(mentions).test(text)).map(({ name }) => `el diseño no explica para qué usa «${name}».`); }) },
  { code: 'diseno_sin_porque', source: 'sección 3.3', mend: 'Agregue la razón: qué dificultad del diagnóstico resuelve.', finds: (it) => about('diseno', it, ({ slug }) => { const text = plain(it.text('diseno', slug)); return text !== '' && !/porque|por eso|debido|ya que|para que|asi |evita|ahorra|reduce|permite/.test(text) ? 'el diseño no dice por qué.' : undefined; }) },
  { code: 'sin_etapas', source: 'sección 4', mend: 'Llene sus etapas, con fechas y actores.', finds: (it) => about('puesta-en-marcha', it, ({ stages }) => (stages.length === 0 ? 'no tiene etapas.' : undefined)) },
  { code: 'etapa_por_corregir', source: 'sección 4', mend: 'Corríjala en «Etapas y carga».', finds: (it) => about('puesta-en-marcha', it, ({ stages }) => stageFaults(stages, it.content.from, it.content.until).map(({ reason, mend }) => `${reason} ${mend}`)) },
  { code: 'sin_estimacion', source: 'sección 2', mend: 'Estime cuánto costará a la gente cuando funcione, en «Etapas y carga».', finds: (it) => about('diseno', it, ({ burden }) => (burden.isDeclared ? undefined : 'la carga de después es una suposición del programa.')) },
  { code: 'pide_lo_que_el_estado_tiene', source: 'sección 3.3', mend: 'Explique en el diseño cómo dejará de pedirse, o por qué se seguirá pidiendo.', finds: (it) => about('diseno', it, ({ requirements, slug }) => { const held = requirements.filter((one) => one.held !== undefined).length; return held > 0 && it.has('diseno', slug) && !/interoperab|dejara? de pedir|ya no se pide|consulta en linea|una sola vez/.test(plain(it.text('diseno', slug))) ? `pide ${held === 1 ? 'un documento' : `${held} documentos`} que el Estado ya tiene, y el diseño no lo menciona.` : undefined; }) },
];
