import type { Checked, Fault } from '#kernel/faults.ts';
import type { Given } from '../domain/given.ts';
import type { Complaint } from './complaints.ts';
import type { Renderer } from './renderer.ts';

/** The text of a certificate.typ that has been checked. */
export type CertificateTemplate = string & { readonly __checked: true };

/** Answers and results to try a template with: one value for each variable that it may print. */
export type SampleCase = { readonly answers: Readonly<Record<string, unknown>>; readonly results?: Readonly<Record<string, unknown>> };

/**
 * Reads a procedure's certificate.typ: it may import nothing but the base sheet, and must print a sample. Never throws.
 * Nothing is fetched from the network: the check for imports comes before the compiler sees the text.
 */
export function parseTemplate(renderer: Renderer, text: string, file: string, sample: SampleCase): Checked<CertificateTemplate> {
  const reaching = reachingOut(text);
  const complaints = reaching.length > 0 ? reaching : renderer.complaints({ template: text, given: sampleGiven(sample), at: new Date(0) });
  const faults = complaints.map((complaint) => toFault(complaint, file));
  // Here, and nowhere else, a text becomes a template that was checked.
  return { value: faults.length === 0 ? (text as CertificateTemplate) : undefined, faults };
}

// `std` holds everything by name, also under a name that is put together while it runs: `dictionary(std).at("ev" + "al")`.
const words = /\b(import|include|eval|plugin|std)\b(?!\s*"\/base\.typ")/g;

// A template is content: it takes the base sheet and the case's values, and no other file, package or program.
function reachingOut(text: string): Complaint[] {
  return [...text.matchAll(words)].map((found) => ({
    reason: `usa «${found[1]}» para algo que no es la hoja base`, mend: 'Deje solo #import "/base.typ": certificate, row, given.',
    line: text.slice(0, found.index).split('\n').length,
  }));
}

const toFault = ({ reason, mend, ...place }: Complaint, file: string): Fault =>
  ({ file, ...place, code: 'certificate.template_failed', reason, mend, severity: 'error' });

const sampleGiven = (sample: SampleCase): Given => ({
  code: '2345-6789-ABCD', url: 'https://ejemplo.bo/verificar/2345-6789-ABCD', urlShown: 'ejemplo.bo/verificar/2345-6789-ABCD',
  issuedOn: '1 de enero de 2026', entity: { name: 'Entidad de ejemplo' }, procedure: { id: 'ejemplo', name: 'Trámite de ejemplo', version: '1' },
  holder: { name: 'María Quispe Mamani', document: 'Cédula de identidad 1234567' }, legalBasis: [], results: {}, ...sample,
  seal: { subject: 'Entidad de ejemplo', authority: '' }, demonstration: true,
});
