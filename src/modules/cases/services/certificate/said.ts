import { fileAnswers, summarise } from '#modules/forms/index.ts';
import type { FileId } from '#kernel/ids.ts';
import type { Json } from '#modules/flows/index.ts';
import { isRecord } from '#kernel/json.ts';
import { toDeliver } from '../../domain/delivered.ts';
import { officerPages } from '../../domain/officer-answers.ts';
import { variablesOf } from '../../domain/world.ts';
import type { ServiceRequest } from '../contract.ts';

/** The SHA-256 of files, in hexadecimal, by their ids. */
type Prints = ReadonlyMap<FileId, string>;

type Said = Readonly<Record<string, string>>;
type About = Pick<ServiceRequest, 'definition' | 'current' | 'now'>;

/** What the applicant answered, in the words that people chose and not in the keys behind them. An empty answer has no entry. */
export function saidAnswers({ definition, current, now }: About): Said {
  return rowsOf(summarise(definition.form, current.answers, { now, variables: variablesOf(definition, current, now) }));
}

/**
 * What elements of the flow left behind; what officers filled in on their pages is in words too. A file that is delivered with the document has its
 * SHA-256 beside it, as `<field>_sha256`: `prints` gives it by the id of the file.
 */
export function saidResults(about: About, prints: Prints): Readonly<Record<string, Json>> {
  const { definition, current: { state } } = about;
  const tasks = new Map(Object.values(definition.flow.elements).map((element) => [element.attributes.result ?? element.id, element.id]));
  return Object.fromEntries(Object.entries(state.flow.variables).map(([name, value]) => {
    const task = tasks.get(name);
    return [name, task !== undefined && isRecord(value) ? { ...value, ...saidOfOfficer(about, task, value), ...printsOf(about, prints, value) } : value];
  }));
}

function saidOfOfficer({ definition, current, now }: About, element: string, result: Readonly<Record<string, Json>>): Said {
  const pages = officerPages(definition, element).map(({ id }) => id);
  if (pages.length === 0) return {};
  const answers = { ...current.answers, ...result };
  const sections = summarise(definition.form, answers, { now, viewer: 'officer', variables: variablesOf(definition, current, now) });
  return rowsOf(sections.filter(({ page }) => pages.includes(page)));
}

const rowsOf = (sections: ReturnType<typeof summarise>): Said =>
  Object.fromEntries(sections.flatMap(({ rows }) => rows).filter((row) => !row.isEmpty).map((row) => [row.field, row.lines.join(', ')]));

const printsOf = ({ definition }: About, prints: Prints, result: Readonly<Record<string, Json>>): Said =>
  Object.fromEntries(toDeliver(definition).map(({ id }) => [`${id}_sha256`, fileAnswers(result[id]).map((file) => prints.get(file.id) ?? '').join(' ')]).filter(([, said]) => said !== ''));
