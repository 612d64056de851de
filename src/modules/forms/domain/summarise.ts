import { sayText, type Language } from '#kernel/text.ts';
import { start } from './field-type.ts';
import { fileAnswers } from './files.ts';
import { fills } from './pages.ts';
import { resolve, type Place } from './resolve.ts';
import type { Answers, FileAnswer, Form, FormContext } from './types.ts';

/** The answers of one page, for the review before submission and for the officer. */
export type SummarySection = { readonly page: string; readonly title: string; readonly officerOnly: boolean; readonly rows: readonly SummaryAnswer[] };

/** One answer in words. `files` are there only for uploads, so that the screen can link them. */
export type SummaryAnswer = {
  readonly field: string;
  readonly label: string;
  /** «Sin respuesta» where there is none. */
  readonly lines: readonly string[];
  readonly isEmpty: boolean;
  readonly isPublic: boolean;
  readonly files: readonly FileAnswer[];
};

/** Every shown answer in words, by page. An applicant gets the applicant's pages; an officer gets all. */
export function summarise(form: Form, answers: Answers, context: FormContext, language: Language = 'es'): readonly SummarySection[] {
  return resolve(form, answers, context).pages.filter(({ page }) => context.viewer === 'officer' || fills(page, context)).map(({ page, places }) => ({
    page: page.id, title: sayText(page.title, language), officerOnly: page.officerOnly,
    rows: places.flatMap((place) => rowsOf(place, '', language)),
  })).filter(({ rows }) => rows.length > 0);
}

function rowsOf(place: Place, prefix: string, language: Language): readonly SummaryAnswer[] {
  const { field, path, value, rows } = place;
  if (field.behaviour.asksNothing) return [];
  const label = prefix + sayText(field.label, language);
  const { rows: rules } = field.behaviour;
  if (rules && rows && rows.length > 0) return rows.flatMap((row, index) => row.flatMap((inner) => rowsOf(inner, `${start(rules.rowName)} ${index + 1}: `, language)));
  const reading = field.behaviour.check(value, place.asked);
  const said = value === undefined || (reading.kind === 'empty' && !rules) || rules ? [] : field.behaviour.say(value);
  const isEmpty = said.length === 0;
  return [{ field: path, label, lines: isEmpty ? ['Sin respuesta'] : said, isEmpty, isPublic: field.public, files: field.behaviour.upload ? fileAnswers(value) : [] }];
}
