import type { Answers } from '#modules/forms/index.ts';
import { numberIn, plain, rowsIn } from '../inventory/declared.ts';
import { knownIn } from './known.ts';

/** A procedure as the register asks it. */
type Asking = { readonly slug: string; readonly name: string; readonly answers: Answers };

/** A procedure that asks for a document. `timesAYear` is absent where nobody knows how often it is asked for. */
export type Asker = { readonly slug: string; readonly name: string; readonly timesAYear: number | undefined; readonly copies: number };

/** A document that people carry from one office of the State to another. */
export type OnceOnlyRow = {
  readonly key: string; readonly document: string; readonly issuer: string; readonly askers: readonly Asker[];
  /** How many papers a year an agreement with the issuer would save: every asking procedure by its volume. Those without a volume are not in it. */
  readonly papersAYear: number;
  readonly withoutVolume: number;
};

/**
 * Which procedures of an entity ask for what the State has already, from whom, and how often: what is asked most first (DS 3525 and the principle that the State asks
 * once, por confirmar). A requirement counts by what it is called, or by the entity that its row names as issuer.
 */
export function registerOf(procedures: readonly Asking[]): readonly OnceOnlyRow[] {
  const rows = new Map<string, { document: string; issuer: string; askers: Map<string, Asker> }>();
  for (const procedure of procedures) {
    for (const { key, document, issuer, copies } of asksOf(procedure.answers)) {
      const row = rows.get(key) ?? { document, issuer, askers: new Map<string, Asker>() };
      const before = row.askers.get(procedure.slug);
      row.askers.set(procedure.slug, { slug: procedure.slug, name: procedure.name, timesAYear: numberIn(procedure.answers, 'solicitudes_anio'), copies: (before?.copies ?? 0) + copies });
      rows.set(key, row);
    }
  }
  return [...rows].map(([key, { document, issuer, askers }]) => rowOf(key, document, issuer, [...askers.values()])).sort((a, b) => b.papersAYear - a.papersAYear || b.askers.length - a.askers.length);
}

function rowOf(key: string, document: string, issuer: string, askers: readonly Asker[]): OnceOnlyRow {
  return { key, document, issuer, askers, papersAYear: askers.reduce((sum, { timesAYear = 0, copies }) => sum + timesAYear * Math.max(1, copies), 0), withoutVolume: askers.filter(({ timesAYear }) => timesAYear === undefined).length };
}

type Ask = { readonly key: string; readonly document: string; readonly issuer: string; readonly copies: number };

const asksOf = (answers: Answers): readonly Ask[] =>
  rowsIn(answers, 'requisitos').flatMap(({ nombre, emisor, copias }): Ask[] => {
    if (typeof nombre !== 'string') return [];
    const copies = typeof copias === 'number' ? copias : 1, known = knownIn(nombre);
    if (known) return [{ key: known.key, document: known.name, issuer: known.issuer, copies }];
    return typeof emisor === 'string' && emisor.trim() !== '' ? [{ key: `${plain(emisor)} ${plain(nombre)}`, document: nombre, issuer: emisor, copies }] : [];
  });
