import type { YamlValue } from '#kernel/yaml/index.ts';
import { optional, pattern, text, type Reader } from './shape.ts';

/** A key that other files and addresses refer to. */
export const key = pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'minúsculas sin acentos, cifras y guiones, por ejemplo «copias-simples»');

export const clockTime = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'la hora entre comillas, con dos cifras y dos puntos, por ejemplo "08:30"');

const onlyTrue: Reader<true> = (value) => {
  const read = value.boolean();
  return read === undefined || read ? read : value.fault('bad_form', `«${value.path}» solo se escribe cuando es true.`, 'Quite la clave, o escriba «decided: true».');
};

/** Keys that mark something as a decision of ours. */
export const decided = { decided: optional(onlyTrue), reason: optional(text(1_000)) } as const;

/** A decision of ours says why. */
export function checkReason(read: { readonly decided?: true; readonly reason?: string }, value: YamlValue): void {
  if (read.decided && read.reason === undefined) {
    value.fault('missing_key', `«${value.path}» está marcado como decisión propia y no dice por qué.`, 'Agregue «reason: …» con el motivo en una frase.');
  }
}
