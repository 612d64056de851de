import { fileKinds, type FileKind } from './kinds.ts';

const format = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** «10 MB», «350 kB». */
export const sayBytes = (bytes: number): string =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${format.format(bytes / 1_000_000)} MB`;

const either = new Intl.ListFormat('es', { type: 'disjunction' });

/** «PDF, JPEG o PNG». */
export const sayKinds = (kinds: readonly FileKind[]): string => either.format(kinds.map((kind) => fileKinds[kind].title));
