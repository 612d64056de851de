/** A value of a triple: another node, or a literal. */
export type RdfValue =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly type?: string };

/** A node with its types and properties, all by full or prefixed names. */
export type RdfNode = { readonly iri: string; readonly types: readonly string[]; readonly properties: readonly (readonly [name: string, value: RdfValue])[] };

/** Another node. */
export const iri = (address: string): RdfValue => ({ iri: address });
/** A text without language, such as a code. */
export const plainText = (text: string): RdfValue => ({ text });
/** A text in Spanish. */
export const spanish = (text: string): RdfValue => ({ text, language: 'es' });
/** A literal of an XML Schema type, by its prefixed name. */
export const typed = (text: string, type: string): RdfValue => ({ text, type });

/** A number in the canonical form of XML Schema («1.07E2»), so that every notation writes the same. */
export function double(amount: number): RdfValue {
  const [digits = '0', exponent = '0'] = amount.toExponential().split('e');
  return typed(`${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`, 'xsd:double');
}

/** Short names of the vocabularies in use: the context of our JSON-LD, which so needs nothing from the network, and the prefixes of our Turtle. */
export const jsonLdContext: Readonly<Record<string, string>> = {
  cpsv: 'http://purl.org/vocab/cpsv#', cv: 'http://data.europa.eu/m8g/', dct: 'http://purl.org/dc/terms/', dcat: 'http://www.w3.org/ns/dcat#', adms: 'http://www.w3.org/ns/adms#',
  skos: 'http://www.w3.org/2004/02/skos/core#', foaf: 'http://xmlns.com/foaf/0.1/', eli: 'http://data.europa.eu/eli/ontology#', locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#', schema: 'https://schema.org/', time: 'http://www.w3.org/2006/time#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The beginning of a Turtle document. */
export const turtleHead = (): string => Object.entries(jsonLdContext).map(([short, full]) => `@prefix ${short}: <${full}> .\n`).join('');

/** A node in Turtle. */
export function turtleOf({ iri: subject, types, properties }: RdfNode): string {
  const lines = [`a ${types.join(', ')}`, ...properties.map(([name, value]) => `${name} ${turtleValue(value)}`)];
  return `\n<${escapeIri(subject)}> ${lines.join(' ;\n    ')} .\n`;
}

function turtleValue(value: RdfValue): string {
  if ('iri' in value) return `<${escapeIri(value.iri)}>`;
  const quoted = `"${value.text.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
  if (value.language !== undefined) return `${quoted}@${value.language}`;
  return value.type === undefined ? quoted : `${quoted}^^${value.type}`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escapeIri = (address: string): string => address.replace(/[^\u0021-\uffff]|[<>"{}|^`\\]/g, (character) => encodeURIComponent(character));

/** A node in JSON-LD, to stand in a `@graph`. */
export function jsonLdOf({ iri: subject, types, properties }: RdfNode): Readonly<Record<string, unknown>> {
  const node: Record<string, unknown> = { '@id': escapeIri(subject), '@type': types.length === 1 ? types[0] : types };
  for (const [name, value] of properties) {
    const before = node[name];
    node[name] = before === undefined ? jsonLdValue(value) : [...[before].flat(), jsonLdValue(value)];
  }
  return node;
}

function jsonLdValue(value: RdfValue): unknown {
  if ('iri' in value) return { '@id': escapeIri(value.iri) };
  if (value.language !== undefined) return { '@value': value.text, '@language': value.language };
  return value.type === undefined ? value.text : { '@value': value.text, '@type': value.type };
}
