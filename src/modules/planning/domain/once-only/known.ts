import { plain } from '../inventory/declared.ts';

/** A document that the State has already, by what people call it, and who issues it. */
export type KnownDocument = { readonly key: string; readonly name: string; readonly issuer: string; readonly pattern: RegExp };

// Issuers as they call themselves; what each has is public in its own procedures. Patterns are over texts without accents, in small letters.
const knownDocuments: readonly KnownDocument[] = [
  { key: 'cedula', name: 'Cédula de identidad', issuer: 'SEGIP', pattern: /\b(cedula|carnet) de identidad\b|\bci\b/ },
  { key: 'nit', name: 'NIT y su certificación', issuer: 'Servicio de Impuestos Nacionales', pattern: /\bnit\b|numero de identificacion tributaria/ },
  { key: 'matricula', name: 'Matrícula de comercio', issuer: 'SEPREC', pattern: /matricula de comercio|\bseprec\b|fundempresa/ },
  { key: 'nacimiento', name: 'Certificado de nacimiento', issuer: 'Registro Cívico (SERECÍ)', pattern: /certificado de nacimiento/ },
  { key: 'matrimonio', name: 'Certificado de matrimonio', issuer: 'Registro Cívico (SERECÍ)', pattern: /certificado de matrimonio/ },
  { key: 'defuncion', name: 'Certificado de defunción', issuer: 'Registro Cívico (SERECÍ)', pattern: /certificado de defuncion/ },
  { key: 'antecedentes-policiales', name: 'Antecedentes policiales', issuer: 'Policía Boliviana', pattern: /antecedentes policiales|certificado de antecedentes(?! penales)|antecedentes.*felcc|\bfelcc\b/ },
  { key: 'antecedentes-penales', name: 'Antecedentes penales', issuer: 'Consejo de la Magistratura (REJAP)', pattern: /antecedentes penales|\brejap\b/ },
  { key: 'militar', name: 'Libreta de servicio militar', issuer: 'Ministerio de Defensa', pattern: /libreta (de servicio )?militar/ },
  { key: 'titulo', name: 'Título profesional', issuer: 'Ministerio de Educación', pattern: /titulo (profesional|en provision nacional)/ },
  { key: 'solvencia', name: 'Solvencia fiscal', issuer: 'Contraloría General del Estado', pattern: /solvencia fiscal/ },
  { key: 'aportes', name: 'Certificado de no adeudo de aportes', issuer: 'Gestora Pública', pattern: /no adeudo.*(aportes|gestora|seguridad social)|gestora/ },
];

/** The document that the State has already and that a requirement asks for, by what it is called. */
export const knownIn = (requirement: string): KnownDocument | undefined => { const folded = plain(requirement); return knownDocuments.find(({ pattern }) => pattern.test(folded)); };
