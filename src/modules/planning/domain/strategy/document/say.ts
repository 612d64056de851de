import type { Block } from '#modules/office/index.ts';
import type { Picture } from '../content.ts';

export const whole = new Intl.NumberFormat('es-BO'), fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

// What stands where nobody has written yet.
const unwritten = 'Por completar';

/** A value, or that it is still to be written: nothing is ever made up. */
export const sayOr = (value: string): string => (value === '' ? unwritten : value);

/** A figure, or that there is none. */
export const figureOr = (it: number | undefined, unit = ''): string => (it === undefined ? 'Sin dato' : `${fine.format(it)}${unit}`);

/** A paragraph that somebody still has to write; whoever lays the text out says «Por completar» before it. */
export const pending = (text: string): Block => ({ kind: 'paragraph', tone: 'pending', text });

/** A remark about what stands above it. */
export const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', text });

/** A picture in the document. */
export const figureOf = ({ svg, narrow, alt }: Picture, caption: string, source: string): Block => ({ kind: 'figure', svg, ...(narrow === undefined ? {} : { narrow }), alt, caption, source });
