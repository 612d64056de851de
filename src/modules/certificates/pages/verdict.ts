import { sayInstant } from '#kernel/clock.ts';
import { html } from '#kernel/html/html.ts';
import type { Html } from '#kernel/html/html.ts';
import { insetText, linkButton, summaryList } from '#kernel/html/components.ts';
import type { PageContent } from '#kernel/http/types.ts';
import { checkPath } from '../domain/code.ts';
import { publicViewOf } from '../domain/public-view.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { SealCheck } from '../verifying/seal-check.ts';
import { certificateBody } from './certificate.ts';

/** What is said of a checked file: heading, and one plain sentence. */
type Words = { readonly heading: string; readonly sentence: string };

const authenticWords = {
  valid: { heading: 'El archivo es auténtico', sentence: 'Es, byte por byte, el documento que se emitió, y está vigente.' },
  expired: { heading: 'El archivo es auténtico, pero venció', sentence: 'Es el documento que se emitió, pero ya pasó su fecha de vencimiento.' },
  revoked: { heading: 'El archivo es auténtico, pero fue revocado', sentence: 'Es el documento que se emitió, pero la entidad lo dejó sin efecto. No lo acepte.' },
} as const satisfies Record<Extract<Verdict, { kind: 'authentic' }>['standing'], Words>;

const otherWords = {
  extended: { heading: 'Al archivo se le añadió algo', sentence: 'Empieza con un documento auténtico, pero después de sellarlo alguien le agregó contenido. Pida el archivo original, o confíe solo en lo que muestra la página del documento.' },
  altered: { heading: 'El archivo fue alterado', sentence: 'Lleva un sello o un código que dice ser de aquí, pero su contenido no es el que se emitió. No lo acepte y avise a la entidad.' },
  unregistered: { heading: 'El documento no está en el registro', sentence: 'El sello está completo, pero aquí no consta que ese documento se haya emitido. No lo acepte sin preguntar a la entidad que figura como emisora.' },
  foreign: { heading: 'El archivo no es de esta ventanilla', sentence: 'No lleva un sello nuestro. Si es una copia escaneada o vuelta a guardar, verifique el documento con el código que tiene impreso.' },
} as const satisfies Record<Exclude<Verdict['kind'], 'authentic'>, Words>;

const wordsFor = (verdict: Verdict): Words => (verdict.kind === 'authentic' ? authenticWords[verdict.standing] : otherWords[verdict.kind]);

/** The page that answers to a checked file. */
export function verdictPage(verdict: Verdict, now: Date): PageContent {
  const { heading, sentence } = wordsFor(verdict);
  return {
    title: heading, section: '/verificar', noIndex: true, backLink: { href: '/verificar', text: 'Verificar otro documento' },
    main: html`<h1 class="govuk-heading-xl">${heading}</h1>${insetText(sentence)}${evidenceOf(verdict, now)}`,
  };
}

function evidenceOf(verdict: Verdict, now: Date): Html {
  if (verdict.kind === 'authentic') return html`${certificateBody(publicViewOf(verdict.certificate, now))}${verdict.seal && sealSummary(verdict.seal)}`;
  if (verdict.kind === 'unregistered') return sealSummary(verdict.seal);
  const code = verdict.kind === 'foreign' ? undefined : verdict.certificate?.code;
  return code === undefined ? linkButton({ href: '/verificar', text: 'Verificar con el código' }) : linkButton({ href: checkPath(code), text: `Ver el documento ${code}` });
}

const sealSummary = (seal: SealCheck): Html => html`<h2 class="govuk-heading-m">El sello dentro del archivo</h2>${summaryList([
  { key: 'Estado', value: seal.trusted ? 'Completo, y respaldado por una autoridad reconocida aquí' : 'No se pudo comprobar con las autoridades reconocidas hoy' },
  { key: 'Sellado por', value: seal.signer?.name ?? '—' },
  { key: 'Certificado emitido por', value: seal.signer?.issuer ?? '—' },
  { key: 'Sello de tiempo', value: seal.sealedAt === undefined ? 'No consta' : sayInstant(seal.sealedAt) },
])}`;
