import { tag, type TagColour } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { ShownFigure } from '../../domain/dashboard/choose.ts';
import type { FrameGoal, Measured } from '../../domain/dashboard/frame.ts';
import type { Standing } from '../../domain/dashboard/standing.ts';
import { sayFigure } from '../words.ts';

/** How goals stand, by word, shape and colour; never by colour alone. */
export const standings: Readonly<Record<Standing, { readonly text: string; readonly sign: string; readonly colour: TagColour; readonly means: string }>> = {
  reached: { text: 'Alcanzada', sign: '●', colour: 'green', means: 'el valor llega a la meta' },
  near: { text: 'Cerca', sign: '◐', colour: 'teal', means: 'falta poco para la meta del año' },
  on_the_way: { text: 'En camino', sign: '▲', colour: 'blue', means: 'la meta es de un año que todavía no llega' },
  late: { text: 'Atrasada', sign: '▼', colour: 'red', means: 'no llega a la meta que se fijó para este año' },
  no_target: { text: 'Sin meta', sign: '–', colour: 'grey', means: 'se mide, y nadie fijó una cifra a la que llegar' },
  no_basis: { text: 'Sin base', sign: '○', colour: 'grey', means: 'no hubo nada que contar, así que no hay porcentaje' },
  not_measured: { text: 'Todavía no se mide', sign: '□', colour: 'grey', means: 'nadie la contó ni la declaró' },
  unconfirmed: { text: 'Por confirmar', sign: '?', colour: 'yellow', means: 'el texto oficial de la meta no se lee entero' },
};

/** How a goal stands. */
export const standingTag = (standing: Standing): Html => { const { text, sign, colour } = standings[standing]; return tag({ text: html`<span aria-hidden="true">${sign}</span> ${text}`, colour }); };

/** Address of a goal of the dashboard. */
export const goalHref = (code: string): string => `/tablero/meta/${code}`;

/** Address of a line of the dashboard. */
export const lineHref = (number: number): string => `/tablero/linea/${number}`;

/** Address of an entity of the dashboard. */
export const entityHref = (key: string): string => `/tablero/entidad/${key}`;

/** The words of a goal: those of the result where its own were lost. */
export const goalText = ({ goal, result, fidelity }: FrameGoal): string => (fidelity === 'lost' ? result : goal);

/** A figure with where it is from; a dash where there is none. */
export const figureCell = (indicator: Measured | undefined, figure: ShownFigure | undefined): Html =>
  (indicator && figure ? html`<strong>${sayFigure(indicator, figure.value)}</strong>${figure.origin === 'declared' && html`<br><span class="app-small app-muted">declarado</span>`}` : html`<span class="app-muted">—</span>`);

/** What the program lists of entities that answer for a goal. */
export const sayResponsible = ({ responsible }: FrameGoal): string => responsible.join(', ');
