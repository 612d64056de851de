import { tag } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import { isMeasured, type Dimension, type Indicator, type Mode, type PlanOfIndicators } from '../../domain/indicator.ts';
import type { PeriodKind } from '../../domain/period.ts';
import { sayFigure } from '../words.ts';

const fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** A number without its unit; a dash where there is none. */
export const sayNumber = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : fine.format(value));

const modes = { computed: ['Lo cuenta el sistema', 'Lo contará el sistema', 'teal'], partial: ['El sistema cuenta una parte', 'El sistema contará una parte', 'blue'], reported: ['Lo cuenta el sistema', 'Lo declara quien responde por la meta', 'grey'] } as const satisfies Record<Mode, readonly [string, string, string]>;

/** Where the figures come from, or will, in a few words. */
export const modeTag = (indicator: Pick<Indicator, 'mode' | 'numerator'>): Html => tag({ text: modes[indicator.mode][isMeasured(indicator) ? 0 : 1], colour: modes[indicator.mode][2] });

/** What is not computed by the program yet. */
export const unmeasuredTag = tag({ text: 'Todavía no se mide', colour: 'yellow' });

/** The heading over each plan's indicators, and what they are. */
export const planWords: Readonly<Record<PlanOfIndicators, { readonly name: string; readonly about: string; readonly caption: string }>> = {
  nacional: { name: 'Metas del plan nacional', caption: 'Meta del plan nacional', about: 'Plan de Implementación de Gobierno Electrónico 2025-2028.' },
  oruro: { name: 'Indicadores del plan de la Gobernación de Oruro', caption: 'Indicador del plan de la Gobernación de Oruro', about: 'Los nombres son los del plan, que no da fórmula, línea base ni meta; la forma de calcularlos es una propuesta.' },
  servicio: { name: 'Cómo funciona el servicio', caption: 'Medición del servicio', about: 'Lo que nota quien hace un trámite, y cómo planifican las entidades. Nadie les ha fijado una meta.' },
};

const frequencies: Readonly<Record<PeriodKind, string>> = { day: 'Cada día', week: 'Cada semana', month: 'Cada mes', year: 'Cada año' };

/** How often a figure is looked at. */
export const sayFrequency = ({ frequency }: Indicator): string => frequencies[frequency];

const dimensionNames: Readonly<Record<Dimension, string>> = { entity: 'entidad', department: 'departamento', procedure: 'trámite' };

/** By what a figure can be taken apart. */
export const sayDimensions = ({ dimensions }: Indicator): string => (dimensions.length === 0 ? 'No se separa' : `Por ${dimensions.map((one) => dimensionNames[one]).join(', ')}`);

/** What is aimed at, as a value; absent where the goal has none, or its text is not known as a whole. */
export const sayGoal = ({ goal, unit }: Indicator): string | undefined => (goal?.value === undefined || goal.state === 'unconfirmed' || unit === 'existencia' ? undefined : `${sayFigure({ unit }, goal.value)}${goal.year === undefined ? '' : ` hasta ${goal.year}`}`);
