import { summaryList, table, tag } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { Fee } from '../domain/fee.ts';
import { latestFees, paymentNames, sayDuration, sayFee, sayHours, sayPartialDate } from '../domain/say.ts';
import type { Term } from '../domain/term.ts';
import type { Place, Procedure, Requirement } from '../domain/types.ts';
import { nameOf, type Vocabulary } from '../domain/vocabulary.ts';

type Section = (procedure: Procedure) => Html;

const section = (id: string, title: string, body: Child): Html => html`<h2 class="govuk-heading-m" id="${id}">${title}</h2>${body}`;
const none = html``;

/** What comes out, and how long it is valid. */
export const outputSection: Section = ({ output }) => {
  if (output === undefined) return none;
  const kind = { registration: 'Un registro', record: 'Una constancia', registration_and_record: 'Un registro y una constancia' } as const;
  const what = output.name ?? (output.kind && kind[output.kind]);
  return section('resultado', 'Qué recibe', html`<p class="govuk-body">${what ?? 'Un documento'}.${output.validity !== undefined && ` Vigencia: ${output.validity}.`}</p>`);
};

/** What is asked for, and which entity issues it. */
export const requirementsSection: Section = ({ requirements }) => {
  if (requirements.length === 0) return none;
  const rows = requirements.map((one): readonly Child[] => [requirementCell(one), one.issuedBy?.name ?? 'Usted']);
  return section('requisitos', 'Requisitos', table({ caption: 'Requisitos y quién los da', captionHidden: true, head: ['Requisito', 'Quién lo da'], rows, cards: true }));
};

const requirementCell = (one: Requirement): Html => html`${one.name}${one.optional && html` ${tag({ text: 'Solo si corresponde', colour: 'grey' })}`}${
  one.detail !== undefined && html`<br><span class="app-small app-muted">${one.detail}</span>`}${one.alternatives.length > 0 && html`<br><span class="app-small">También sirve: ${one.alternatives.join('; ')}</span>`}${
  one.basis !== undefined && html`<br><span class="app-small app-muted">${one.basis}</span>`}`;

/** The steps as the entity publishes them; who starts here is led by the pages. */
export const stepsSection = ({ steps }: Procedure, runsHere: boolean): Html => (steps.length === 0 ? none
  : section('pasos', 'Pasos', html`${runsHere && html`<p class="govuk-body">Así los publica la entidad. Si inicia el trámite aquí, le guiamos paso a paso.</p>`}<ol class="govuk-list govuk-list--number">${steps.map((step) => html`<li>${step}</li>`)}</ol>`));

/** Amounts with the day on which they were published, older ones last; ways of paying. */
export const feesSection: Section = ({ fees, payment, invoice }) => {
  if (fees.length === 0) return none;
  const current = new Set(latestFees(fees));
  const rows = [...fees].sort((a, b) => Number(current.has(b)) - Number(current.has(a))).map((fee): readonly Child[] => [feeCell(fee), sayFee(fee), validity(fee)]);
  const ways = payment.map((way) => paymentNames[way]).join(', ');
  return section('aranceles', 'Aranceles', html`${table({ caption: 'Montos publicados', captionHidden: true, head: ['Concepto', 'Monto', 'Desde cuándo'], rows, cards: true })}${
    ways !== '' && html`<p class="govuk-body">Formas de pago: ${ways}.</p>`}${invoice !== undefined && html`<p class="govuk-body">Factura: ${invoice}.</p>`}`);
};

const feeCell = (fee: Fee): Html => html`${fee.concept}${[fee.account, fee.note, fee.basis].map((text) => text !== undefined && html`<br><span class="app-small app-muted">${text}</span>`)}`;

function validity({ validFrom, validTo }: Fee): string {
  const from = validFrom === undefined ? '' : `desde ${sayPartialDate(validFrom)}`;
  if (validTo !== undefined) return `${from} hasta ${sayPartialDate(validTo)}`.trim().replace(/^./, (letter) => letter.toUpperCase());
  return validFrom === undefined ? 'Por confirmar' : `Publicado: ${sayPartialDate(validFrom)}`;
}

/** Published duration, legal terms, and what silence means. */
export const termsSection: Section = ({ terms, duration, silence }) => {
  const all = Object.values(terms);
  if (all.length === 0 && duration === undefined && silence.effect === 'unknown') return none;
  const rows = all.map((term): readonly Child[] => [term.title, sayTerm(term), term.binds === 'entity' ? 'La entidad' : 'Usted', term.norm ?? 'Por confirmar']);
  return section('plazos', 'Plazos', html`${duration !== undefined && html`<p class="govuk-body">Duración publicada: ${sayDuration(duration)}.${duration.note !== undefined && ` ${duration.note}`}</p>`}${
    rows.length > 0 && table({ caption: 'Plazos de cada paso', captionHidden: true, head: ['Para qué', 'Plazo', 'Quién debe actuar', 'Norma'], rows, cards: true })}<p class="govuk-body">${silenceText[silence.effect]}${silence.basis !== undefined && ` (${silence.basis})`}</p>`);
};

const startNames: Readonly<Record<string, string>> = {
  submission: 'la presentación', admission: 'la admisión', notification: 'la notificación', payment: 'el pago', observation: 'la observación', correction: 'la corrección',
  appointment: 'la cita', decision: 'la decisión', publication: 'la publicación', opinion: 'el pedido del informe', event: 'el hecho',
};

function sayTerm({ amount, unit, countsFrom }: Term): string {
  const start = startNames[countsFrom];
  return `${sayDuration({ amount, unit })}${start === undefined ? '' : ` desde ${start}`}`;
}

const silenceText = {
  positive: 'Si la entidad no responde a tiempo, la solicitud se tiene por aprobada.', negative: 'Si la entidad no responde a tiempo, puede tener la solicitud por rechazada y recurrir.',
  none: 'El silencio de la entidad no aprueba ni rechaza la solicitud.', unknown: 'La fuente no dice qué pasa si la entidad no responde; nadie puede darla por aprobada.',
} as const;

/** Places and hours. */
export function placesSection({ places, hours, channels }: Procedure, vocabulary: Vocabulary): Html {
  const online = channels.flatMap((one) => (one.url === undefined ? [] : [one.url]));
  const rows = [
    ...places.map((place) => ({ key: placeKinds[place.kind ?? 'any'], value: placeText(place, vocabulary) })),
    ...(hours.length === 0 ? [] : [{ key: 'Horario', value: html`${hours.map((one, i) => html`${i > 0 && html`<br>`}${sayHours(one)}`)}` }]),
    ...online.map((url) => ({ key: 'En línea', value: html`<a class="govuk-link" href="${url}" rel="external">${url}</a>` })),
  ];
  return rows.length === 0 ? none : section('lugares', 'Lugares y horarios', summaryList(rows));
}

const placeKinds = { central: 'Oficina central', regional: 'Oficina regional', branch: 'Sucursal', any: 'Lugar' } as const;

const placeText = (place: Place, vocabulary: Vocabulary): Html =>
  html`${[place.name, place.address, place.department && nameOf(vocabulary.departments, place.department), place.phone && `Teléfono: ${place.phone}`].filter(Boolean).join('. ')}`;

/** The norms that the source names. */
export const lawSection: Section = ({ legalBasis }) => (legalBasis.length === 0 ? none
  : section('norma', 'Base legal', html`<ul class="govuk-list govuk-list--bullet">${legalBasis.map(({ norm, article, confidence }) => html`<li>${norm}${article !== undefined && `, ${article}`}${confidence === 'low' && ' (por confirmar)'}</li>`)}</ul>`));
