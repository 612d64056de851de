import type { Fee } from '../domain/fee.ts';
import type { PublishedProcedure } from '../domain/package.ts';
import { latestFees, sayDayShort } from '../domain/say.ts';
import type { Channel, DurationUnit, Hours, PaymentWay, Procedure, Requirement } from '../domain/types.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';

/** A procedure in the JSON shape of the State's portal of procedures, as its public API gave it in October 2025. What is not known is null or empty there too. */
export function gobboRecord({ procedure, publishedAt }: PublishedProcedure, vocabulary: Vocabulary): Readonly<Record<string, unknown>> {
  const { source, entity, output } = procedure;
  return {
    id: source.portalId === undefined ? procedure.id : String(source.portalId), estado: 'PUBLICADO', 'fechaActualización': sayDayShort(source.date, publishedAt),
    nombre: procedure.name, slug: source.portalSlug ?? procedure.slug, sigla: null, descripcion: procedure.summary,
    marcoLegal: procedure.legalBasis.map(({ norm, article }) => (article === undefined ? norm : `${norm}, ${article}`)).join('\n'),
    palabrasClave: procedure.keywords.length === 0 ? null : procedure.keywords, like: 0, dislike: 0,
    esPresencial: procedure.channels.some((one) => one.kind === 'in_person'), esVirtual: procedure.channels.some((one) => one.kind === 'online'),
    entidad: { nombre: entity.name, sigla: entity.acronym ?? null, slug: entity.key, urlSitioWeb: entity.site ?? null, telefonoContacto: entity.phone ?? null, correoElectronicoContacto: null },
    resultado: output?.kind === undefined ? '' : outputNames[output.kind], enlaces: source.url === undefined ? [] : [{ nombre: 'Ficha original', url: source.url }],
    categorias: portalNames(procedure.categories, vocabulary.categories).map((nombre, i) => ({ nombre, slug: procedure.categories[i] })),
    eventosVida: procedure.lifeEvents.flatMap((key) => vocabulary.lifeEvents[key]?.portal ?? []), herramientas: [], documentos: output?.name === undefined ? [] : [output.name],
    modalidades: procedure.channels.map((channel) => modality(procedure, channel, vocabulary)),
    ubicaciones: procedure.places.map((place) => ({
      nombre: place.name, tipo: placeNames[place.kind ?? 'central'],
      ubicacion: { latitud: place.latitude === undefined ? null : String(place.latitude), longitud: place.longitude === undefined ? null : String(place.longitude), 'dirección': place.address ?? null },
    })),
  };
}

const outputNames = { registration: 'Registro', record: 'Constancia', registration_and_record: 'Registro y constancia' } as const;
const placeNames = { central: 'Oficina central', regional: 'Regionales', branch: 'Sucursales' } as const;

const modality = (procedure: Procedure, channel: Channel, vocabulary: Vocabulary) => ({
  tipo: channel.kind === 'online' ? 'VIRTUAL' : 'PRESENCIAL', url: channel.url ?? null, urlSeguimiento: channel.trackingUrl ?? null,
  publico: portalNames(procedure.audience, vocabulary.audiences).map((nombrePublicoObjetivo) => ({ nombrePublicoObjetivo, estadoPublicoObjetivo: 'ACTIVO', ...audienceFacts(procedure) })),
});

const audienceFacts = (procedure: Procedure) => ({
  tieneCosto: procedure.free === 'unknown' ? null : !procedure.free, duracion: procedure.duration === undefined ? null : String(procedure.duration.amount),
  unidadMedidaDuracion: procedure.duration === undefined ? '' : unitNames[procedure.duration.unit], procedimiento: stepsHtml(procedure.steps), requisitoNoParametrizado: null,
  emisionFactura: procedure.invoice ?? '', formaCobro: procedure.payment.map((way) => paymentNames[way]), horario: procedure.hours.flatMap(hoursRows), depositoBancario: [],
  costos: latestFees(procedure.fees).map(costRow), requisitos: procedure.requirements.map(requirementRow),
});

const unitNames = {
  minutes: 'Minuto(s)', hours: 'Horas(s)', days: 'Día(s)', business_days: 'Día(s)', calendar_days: 'Día(s)', months: 'Mes(es)', years: 'Año(s)',
} as const satisfies Record<DurationUnit, string>;

const paymentNames = {
  cash: 'Pago en efectivo en ventanilla', bank_deposit: 'Pago en banco(presenta boleta de depósito)', state_gateway: 'Pasarela de pagos del estado', other_gateway: 'Otra pasarela de pago',
} as const satisfies Record<PaymentWay, string>;

const costRow = (fee: Fee) => ({
  conceptoPago: fee.concept, costo: 'amountMinor' in fee && fee.amountMinor !== undefined ? (fee.amountMinor / 100).toFixed(2) : null, moneda: fee.currency === 'BOB' ? 'Bs' : 'UFV',
});

const requirementRow = ({ name, detail, issuedBy }: Requirement) => ({
  nombre: name, comentario: detail ?? null, entidad: issuedBy === undefined ? null : { nombre: issuedBy.name, slug: issuedBy.key, sigla: issuedBy.acronym ?? null }, entidadActiva: true,
});

const hoursRows = ({ days, opens, closes }: Hours) => days.map((day) => ({
  dia: day.replace(/^./, (letter) => letter.toUpperCase()), continuo: true, inicioManiana: opens, finManiana: closes, inicioTarde: null, finTarde: null,
}));

const stepsHtml = (steps: readonly string[]): string => (steps.length === 0 ? '' : `<ol>${steps.map((step) => `<li><p>${escaped(step)}</p></li>`).join('')}</ol>`);
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

const portalNames = (keys: readonly string[], entries: Vocabulary['categories']): readonly string[] => keys.map((key) => entries[key]?.portal ?? entries[key]?.name ?? key);
