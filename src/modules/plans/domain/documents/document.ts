import type { Answers } from '#modules/forms/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { EntityId, Id } from '#kernel/ids.ts';
import { cell, rowsIn } from '../plan/content.ts';

export type DocumentId = Id<'plan-document'>;

/** A document of an entity that a plan rests on (such as PEI, MOF, PISI), and how it calls the units of the entity. */
export type InstitutionalDocument = {
  readonly entityId: EntityId; readonly id: DocumentId;
  /** `pei`, `poa`, `pdes`, `ptdi`, `mof`, `mpp`, `re-soa`, `pisi`, `organigrama`, `otro`. */
  readonly kind: string;
  readonly title: string; readonly reference: string; readonly fromDay: LocalDate | null; readonly toDay: LocalDate | null;
  /** `area` is what the unit is for, the same word in every document; `name` is how this one calls it. */
  readonly units: readonly { readonly area: string; readonly name: string }[];
  readonly revision: number; readonly updatedAt: Date;
};

/** What a document says, without its place in the register. */
export type DocumentContent = Pick<InstitutionalDocument, 'kind' | 'title' | 'reference' | 'fromDay' | 'toDay' | 'units'>;

/** The answers of a document's form as what it says. */
export const contentOf = (answers: Answers): DocumentContent => ({
  kind: cell(answers, 'clase'), title: cell(answers, 'titulo'), reference: cell(answers, 'referencia'), fromDay: parseLocalDate(cell(answers, 'desde')) ?? null, toDay: parseLocalDate(cell(answers, 'hasta')) ?? null,
  units: rowsIn(answers, 'unidades').map((row) => ({ area: cell(row, 'area'), name: cell(row, 'nombre') })),
});

/** What a document says as answers of its form. */
export const answersOf = ({ kind, title, reference, fromDay, toDay, units }: DocumentContent): Answers => ({
  clase: kind, titulo: title, ...(reference === '' ? {} : { referencia: reference }), ...(fromDay === null ? {} : { desde: fromDay }), ...(toDay === null ? {} : { hasta: toDay }),
  ...(units.length === 0 ? {} : { unidades: units.map(({ area, name }) => ({ area, nombre: name })) }),
});

/** Names that differ between documents for the same area: what a supervisor finds first. */
export function differingNames(documents: readonly InstitutionalDocument[]): readonly { readonly area: string; readonly names: readonly { readonly name: string; readonly title: string }[] }[] {
  const named = documents.flatMap(({ title, units }) => units.map(({ area, name }) => ({ area, name, title })));
  return Object.entries(Object.groupBy(named, ({ area }) => area)).flatMap(([area, names = []]) => (new Set(names.map(({ name }) => name.toLocaleLowerCase('es'))).size > 1 ? [{ area, names }] : []));
}
