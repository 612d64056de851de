import type { EntityId, Id, PersonId } from '#kernel/ids.ts';

export type ContestId = Id<'contest'>;

/** A computed figure that an entity says is wrong: the figure as it stood, why, what shows it, and the agency's answer. The figure itself is never edited. */
export type Contest = {
  readonly entityId: EntityId; readonly id: ContestId; readonly entityName: string; readonly indicator: string; readonly period: string; readonly value: number | null; readonly reason: string; readonly evidence: string;
  readonly contestedAt: Date; readonly contestedBy: PersonId; readonly contestedByName: string;
  readonly accepted: boolean | null; readonly answer: string | null; readonly answeredAt: Date | null; readonly answeredByName: string | null;
};

/** What somebody typed: the words where all is well, and what must be put right. */
export type TypedWords = { readonly texts: Readonly<Record<string, string>>; readonly problems: readonly { readonly field: string; readonly text: string }[] };

const reasonMin = 15, reasonMax = 2_000, lineMax = 200;

/** Reads why a figure is contested, and the document that shows it. */
export function readContest(said: (name: string) => string): TypedWords {
  const texts = { motivo: said('motivo').normalize('NFC').trim(), respaldo: said('respaldo').normalize('NFC').trim() };
  return { texts, problems: [
    ...(texts.motivo.length < reasonMin || texts.motivo.length > reasonMax ? [{ field: 'motivo', text: texts.motivo.length > reasonMax ? `Use ${new Intl.NumberFormat('es-BO').format(reasonMax)} letras como máximo.` : 'Diga qué está mal en la cifra, y cuál sería la correcta.' }] : []),
    ...(!/\p{L}{2}/u.test(texts.respaldo) || texts.respaldo.length > lineMax ? [{ field: 'respaldo', text: texts.respaldo.length > lineMax ? `Use ${lineMax} letras como máximo.` : 'Escriba el documento que lo demuestra, con su número.' }] : []),
  ] };
}

/** Reads the agency's answer: whether the entity is right, and why. */
export function readAnswer(said: (name: string) => string): TypedWords & { readonly accepted: boolean } {
  const texts = { resultado: said('resultado'), respuesta: said('respuesta').normalize('NFC').trim() };
  return { texts, accepted: texts.resultado === 'si', problems: [
    ...(texts.resultado === 'si' || texts.resultado === 'no' ? [] : [{ field: 'resultado', text: 'Elija si la entidad tiene razón.' }]),
    ...(texts.respuesta.length < reasonMin || texts.respuesta.length > reasonMax ? [{ field: 'respuesta', text: texts.respuesta.length > reasonMax ? `Use ${new Intl.NumberFormat('es-BO').format(reasonMax)} letras como máximo.` : 'Explique la respuesta: qué se revisó, y qué se hará.' }] : []),
  ] };
}
