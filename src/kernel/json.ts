/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Whether something is an object of named values, as JSON has them: no list and no `null`. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The named values of something that was read from JSON; none where it is no record. */
export const recordOf = (value: unknown): Readonly<Record<string, Json>> =>
  (isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Json] => isJson(entry[1]))) : {});

function isJson(value: unknown): value is Json {
  if (typeof value === 'object' && value !== null) return (Array.isArray(value) ? value : Object.values(value)).every(isJson);
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
