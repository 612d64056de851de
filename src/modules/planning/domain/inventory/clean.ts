import { isRecord, type Json } from '#kernel/json.ts';

// Control characters other than tab and line end say nothing, and the database refuses one of them; nor do marks that only turn the direction of writing.
const unreadable = /[^\P{Cc}\t\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A text of a file as forms clean what is typed: well-formed, composed, its ends trimmed. */
export const cleanText = (text: string): string => text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll(unreadable, '').trim();

/** The same for every text of a value; what JSON cannot say is nothing. */
export function cleanJson(value: unknown): Json {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [cleanText(name), cleanJson(member)]));
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The same for the answers of an entry. */
export const cleanAnswers = (answers: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> => Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, cleanJson(value)]));
