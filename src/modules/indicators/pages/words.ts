import { sayValue, type Value } from '#kernel/charts/index.ts';
import { tag } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import type { Measured } from '../domain/dashboard/frame.ts';
import { parsePeriod, sayPeriod } from '../domain/period.ts';

/** «62,5 %», «12 trámites», «Existe»; «Sin base» where there was nothing to divide by. */
export function sayFigure({ unit }: Pick<Measured, 'unit'>, value: Value): string {
  if (value === null) return 'Sin base';
  if (unit === 'existencia') return value > 0 ? 'Existe' : 'No existe';
  return sayValue(value, { unit });
}

const modes = { computed: { text: 'Computado', colour: 'teal' }, partial: { text: 'Parcial', colour: 'blue' }, reported: { text: 'Reportado', colour: 'grey' } } as const;

/** Where the figures of an indicator come from, in a word. */
export const modeTag = (mode: Measured['mode']): Html => tag(modes[mode]);

/** What the words of `modeTag` mean. */
export const modeMeanings = { computed: 'lo cuenta el sistema con lo que de verdad ocurre', partial: 'el sistema cuenta una parte; lo demás se declara con respaldo', reported: 'lo declara la entidad responsable, con respaldo' } as const satisfies Record<Measured['mode'], string>;

/** The key of a period in words; the key itself where it is none. */
export const sayPeriodKey = (key: string): string => { const period = parsePeriod(key); return period ? sayPeriod(period) : key; };
