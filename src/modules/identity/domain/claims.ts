import { isRecord } from '#kernel/json.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';

/** A citizen as the identity provider vouches for them. */
export type CitizenClaims = {
  readonly subject: string;
  readonly document: Document;
  readonly givenNames: string;
  readonly firstSurname: string | undefined;
  readonly secondSurname: string | undefined;
  readonly birthDate: LocalDate | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
};

/** An identity document: `CI` of a national or `CIE` of a foreigner, with the complement that tells apart two equal numbers. */
export type Document = { readonly type: 'CI' | 'CIE'; readonly number: string; readonly complement: string | undefined };

/**
 * Reads the answer of Ciudadanía Digital's `/me`, where document and name are nested in `profile`, dates are DD/MM/YYYY, and any surname may
 * be missing. Gives the name of the claim that is missing or wrong instead, for the operator's log.
 */
export function readClaims(userinfo: Readonly<Record<string, unknown>>): CitizenClaims | { readonly wrong: string } {
  const profile = group(userinfo.profile), identity = group(profile.documento_identidad), name = group(profile.nombre);
  const subject = word(userinfo.sub), document = readDocument(word(identity.tipo_documento), word(identity.numero_documento));
  const givenNames = word(name.nombres), birthDate = readDate(word(userinfo.fecha_nacimiento));
  if (subject === undefined) return { wrong: 'sub' };
  if (document === undefined) return { wrong: 'profile.documento_identidad' };
  if (givenNames === undefined) return { wrong: 'profile.nombre.nombres' };
  if (birthDate === 'wrong') return { wrong: 'fecha_nacimiento' };
  return {
    subject, document, givenNames, birthDate, firstSurname: word(name.primer_apellido), secondSurname: word(name.segundo_apellido),
    email: word(userinfo.email), phone: word(userinfo.celular),
  };
}

/** «Rosa Mamani Quispe»: given names, then the surnames there are. */
export const fullName = (of: Pick<CitizenClaims, 'givenNames' | 'firstSurname' | 'secondSurname'>): string =>
  [of.givenNames, of.firstSurname, of.secondSurname].filter((part) => part !== undefined).join(' ');

/** «4567891» or «4567891-1A», as Ciudadanía Digital writes it. */
export const sayDocument = (document: Pick<Document, 'number'> & { readonly complement?: string | undefined }): string =>
  document.complement === undefined ? document.number : `${document.number}-${document.complement}`;

/** Reads a document's type and number; the complement comes after a hyphen. */
export function readDocument(type: string | undefined, text: string | undefined): Document | undefined {
  const found = type === 'CI' ? /^(\d{4,10})(?:-(\d[A-Z]))?$/.exec(text ?? '') : type === 'CIE' ? /^((?:E-)?\d{4,12})(?:-(\d[A-Z]))?$/.exec(text ?? '') : null;
  return found?.[1] === undefined || (type !== 'CI' && type !== 'CIE') ? undefined : { type, number: found[1], complement: found[2] };
}

const group = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

const lengthMax = 200;

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= lengthMax ? value.trim() : undefined;
}

function readDate(text: string | undefined): LocalDate | undefined | 'wrong' {
  if (text === undefined) return undefined;
  const [day, month, year] = text.split('/');
  return parseLocalDate(`${year}-${month}-${day}`) ?? 'wrong';
}
