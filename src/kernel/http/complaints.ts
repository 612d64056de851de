/** What a schema finds wrong: the keyword it broke, where, and with which numbers or names. */
export type SchemaComplaint = { readonly keyword: string; readonly instancePath: string; readonly params: Readonly<Record<string, unknown>> };

/** The complaint as a part of a Spanish sentence, such as «falta «motivo»» or «limite» debe ser 100 o menos. */
export function sayComplaint({ keyword, instancePath, params }: SchemaComplaint): string {
  const where = instancePath === '' ? 'lo que se envió' : `«${instancePath.slice(1).replaceAll('/', '.')}»`;
  return says[keyword]?.(where, params) ?? `${where} no tiene un valor admitido`;
}

type Params = SchemaComplaint['params'];

const says: Readonly<Record<string, (where: string, params: Params) => string>> = {
  required: (_, { missingProperty }) => `falta «${String(missingProperty)}»`,
  additionalProperties: (_, { additionalProperty }) => `sobra «${String(additionalProperty).slice(0, namesShownMax)}»`,
  type: (where, { type }) => `${where} debe ser ${[type].flat().map((one) => typeNames[String(one)] ?? 'otra cosa').join(' o ')}`,
  enum: (where, { allowedValues }) => `${where} debe ser uno de estos valores: ${[allowedValues].flat().join(', ')}`,
  minimum: (where, { limit }) => `${where} debe ser ${String(limit)} o más`,
  maximum: (where, { limit }) => `${where} debe ser ${String(limit)} o menos`,
  minLength: (where, { limit }) => `${where} debe tener ${String(limit)} caracteres o más`,
  maxLength: (where, { limit }) => `${where} debe tener ${String(limit)} caracteres o menos`,
  minItems: (where, { limit }) => `${where} debe tener ${String(limit)} elementos o más`,
  maxItems: (where, { limit }) => `${where} debe tener ${String(limit)} elementos o menos`,
  pattern: (where) => `${where} no está escrito como debe`,
  format: (where) => `${where} no está escrito como debe`,
};

const namesShownMax = 60;

const typeNames: Readonly<Record<string, string>> = {
  string: 'un texto', integer: 'un número entero', number: 'un número', boolean: 'verdadero o falso', object: 'un objeto', array: 'una lista', null: 'nulo',
};
