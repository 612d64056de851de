import { parseProcedure, procedureOfGobbo, slugOf, type Procedure, type Vocabulary } from '#modules/catalog/index.ts';
import type { Form } from '#modules/forms/index.ts';
import { cleanAnswers, cleanText } from './clean.ts';
import { changesBetween, laidOver, retiredFault, type ReadRow } from './compare.ts';
import type { Entry } from './entry.ts';
import { answersOf } from './from-procedure.ts';

/** For whom a file is read, and what it is compared with. */
export type Reader = { readonly entity: { readonly key: string; readonly name: string; readonly acronym: string }; readonly form: Form };

/** A procedure as a line of the State's portal gives it, or why the line is none. */
export type ReadLine = { readonly line: number; readonly procedure: Procedure } | { readonly line: number; readonly reason: string };

/** Reads one line of a file of the State's portal: a JSON object (its public interface, October 2025). */
export function readPortalLine(written: string, line: number, vocabulary: Vocabulary | undefined): ReadLine {
  const read = procedureOfGobbo(written, vocabulary);
  if ('reason' in read) return { line, reason: read.reason };
  const { value, faults } = parseProcedure(read.folder.files['procedure.yaml'] ?? '', 'procedure.yaml');
  return value ? { line, procedure: value } : { line, reason: faults.find(({ severity }) => severity === 'error')?.reason ?? 'no se entiende' };
}

/** A procedure that has its id already, and what the portal calls it. */
export type KnownId = { readonly procedureId: string; readonly slug: string; readonly portalSlug: string | undefined };

/** The id of each line's procedure: that of the published one which the portal knows under this name, else one of the entity and the portal's name. */
export function idsIn(lines: readonly ReadLine[], entityKey: string, published: readonly KnownId[]): ReadonlyMap<number, Omit<KnownId, 'portalSlug'>> {
  const byPortal = new Map(published.flatMap((known) => [known.portalSlug, known.slug].flatMap((name) => (name === undefined ? [] : [[name, known] as const]))));
  return new Map(lines.flatMap((read) => ('reason' in read ? [] : [[read.line, byPortal.get(read.procedure.slug) ?? { procedureId: `${entityKey}/${read.procedure.slug}`, slug: read.procedure.slug }]])));
}

/** The procedures of a file compared with the inventory: what is new, what changes and how, and what is of another entity. */
export function comparePortal(lines: readonly ReadLine[], { entity, form }: Reader, ids: ReturnType<typeof idsIn>, known: ReadonlyMap<string, Entry>): readonly ReadRow[] {
  const seen = new Set<string>();
  return lines.map((read): ReadRow => {
    if ('reason' in read) return { line: read.line, name: '', becomes: 'wrong', faults: [{ column: '', reason: sentence(cleanText(read.reason)), mend: 'Descargue el archivo otra vez, o quite la línea.' }] };
    const { line, procedure } = read, name = cleanText(procedure.name), id = ids.get(line);
    if (id === undefined || !isOf(entity, procedure)) return { line, name, becomes: 'foreign', reason: cleanText(procedure.entity.name) };
    if (seen.has(id.procedureId)) return { line, name, becomes: 'wrong', faults: [{ column: '', reason: 'Ya está en una línea de más arriba.', mend: 'Deje una sola.' }] };
    seen.add(id.procedureId);
    if (known.get(id.procedureId)?.retiredAt) return { line, name, becomes: 'wrong', faults: [retiredFault] };
    return rowFor(line, id, procedure, form, known.get(id.procedureId));
  });
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

const isOf = ({ key, name, acronym }: Reader['entity'], { entity }: Procedure): boolean =>
  entity.key === key || slugOf(entity.name) === slugOf(name) || (entity.acronym !== undefined && entity.acronym.toLowerCase() === acronym.toLowerCase());

function rowFor(line: number, { procedureId, slug }: Omit<KnownId, 'portalSlug'>, procedure: Procedure, form: Form, entry: Entry | undefined): ReadRow {
  const answers = laidOver(entry?.answers ?? {}, cleanAnswers(answersOf(procedure))), changes = entry ? changesBetween(form, entry.answers, answers) : [];
  const becomes = entry === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed';
  return { line, name: cleanText(procedure.name), becomes, procedureId, slug, answers, changes, revision: entry?.revision ?? 0 };
}
