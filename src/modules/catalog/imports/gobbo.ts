import { stringify } from 'yaml';
import type { ProcedureFolder } from '../domain/package.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { arrayOf, recordOf, textOf, type Json } from './json.ts';
import { slugOf, stepsOf, withoutMarkup } from './words.ts';

/**
 * One record of the State's portal of procedures (its public API, October 2025) as a folder with procedure.yaml, or why it can't be one. What the record
 * does not say stays unsaid; what it says is not improved, only put in order.
 */
export function procedureOfGobbo(line: string, vocabulary: Vocabulary | undefined): { readonly folder: ProcedureFolder } | { readonly reason: string } {
  const record = parse(line);
  if (record === undefined) return { reason: 'no es un objeto JSON' };
  const entity = recordOf(record.entidad), name = textOf(record.nombre), slug = slugOf(textOf(record.slug) ?? name ?? ''), key = slugOf(textOf(entity.slug) ?? textOf(entity.nombre) ?? '');
  if (name === undefined || slug === '' || key === '') return { reason: 'le falta el nombre, la dirección o la entidad' };
  const yaml = stringify(withoutNothing({ id: `${key}/${slug}`, slug, name: said(name), ...contentOf(record, entity, key, vocabulary) }), { lineWidth: 0 });
  return { folder: { path: `${key}/${slug}`, files: { 'procedure.yaml': yaml } } };
}

function parse(line: string): Json | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? recordOf(read) : undefined;
  } catch {
    return undefined; // whoever asks says which line it was
  }
}

// Names in capitals are how some offices type, not how they are called.
const said = (name: string): string => (name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name).trim();

function contentOf(record: Json, entity: Json, key: string, vocabulary: Vocabulary | undefined): Readonly<Record<string, unknown>> {
  const modes = arrayOf(record.modalidades), audiences = modes.flatMap((mode) => arrayOf(mode.publico)), first = audiences[0] ?? {};
  const summary = withoutMarkup(textOf(record.descripcion) ?? '').slice(0, 1_000) || said(textOf(record.nombre) ?? '');
  const date = textOf(record['fechaActualización'])?.split('/').reverse().join('-');
  const fees = audiences.flatMap((one) => arrayOf(one.costos)).map((cost, index) => feeOf(cost, index, date));
  return {
    summary, entity: { key, name: textOf(entity.nombre), acronym: textOf(entity.sigla), site: webAddress(entity.urlSitioWeb), phone: telephone(entity.telefonoContacto) },
    audience: keysOf(audiences.map((one) => textOf(one.nombrePublicoObjetivo)), vocabulary?.audiences, ['todos']),
    categories: keysOf(arrayOf(record.categorias).map((one) => textOf(one.nombre)), vocabulary?.categories), lifeEvents: keysOf(textsOf(record.eventosVida), vocabulary?.lifeEvents),
    channels: modes.map((mode) => ({ kind: mode.tipo === 'VIRTUAL' ? 'online' : 'in_person', url: webAddress(mode.url), trackingUrl: webAddress(mode.urlSeguimiento) })),
    requirements: requirementsOf(audiences), free: fees.length > 0 ? false : first.tieneCosto === false ? true : 'unknown', fees: distinct(fees),
    payment: [...new Set(audiences.flatMap((one) => textsOf(one.formaCobro)).flatMap((way) => payments[way] ?? []))], invoice: textOf(first.emisionFactura), duration: durationOf(first),
    steps: stepsOf(textOf(first.procedimiento) ?? ''), places: arrayOf(record.ubicaciones).map(placeOf), hours: hoursOf(audiences.flatMap((one) => arrayOf(one.horario))),
    legalBasis: normsOf(textOf(record.marcoLegal) ?? ''), output: { name: textsOf(record.documentos)[0], kind: outputs[textOf(record.resultado) ?? ''] },
    source: { name: 'Portal de trámites gob.bo', url: `https://www.gob.bo/tramites/${textOf(record.slug) ?? ''}`, date, confidence: 'medium', portalId: Number(record.id) || undefined, portalSlug: textOf(record.slug) },
  };
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : []);
const webAddress = (value: unknown): string | undefined => { const text = textOf(value)?.trim(); return text !== undefined && /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined; };
const telephone = (value: unknown): string | undefined => { const text = textOf(value)?.trim(); return text !== undefined && /^[+()\d][\d\s()/-]{3,30}$/.test(text) ? text : undefined; };

const outputs: Readonly<Record<string, string>> = { Registro: 'registration', Constancia: 'record', 'Registro y constancia': 'registration_and_record' };
const payments: Readonly<Record<string, string>> = {
  'Pago en efectivo en ventanilla': 'cash', 'Pago en banco(presenta boleta de depósito)': 'bank_deposit', 'Pasarela de pagos del estado': 'state_gateway', 'Otra pasarela de pago': 'other_gateway',
};

function keysOf(names: readonly (string | undefined)[], entries: Vocabulary['categories'] | undefined, otherwise: readonly string[] = []): readonly string[] {
  const keys = names.flatMap((name) => Object.entries(entries ?? {}).find(([, entry]) => name !== undefined && (entry.portal ?? entry.name).toLowerCase() === name.toLowerCase())?.[0] ?? []);
  return keys.length > 0 ? [...new Set(keys)] : otherwise;
}

function requirementsOf(audiences: readonly Json[]): readonly unknown[] {
  const found = new Map<string, unknown>();
  for (const requirement of audiences.flatMap((one) => arrayOf(one.requisitos))) {
    const name = textOf(requirement.nombre), issuer = recordOf(requirement.entidad);
    const detail = textOf(requirement.comentario), id = slugOf(`${name ?? ''} ${found.has(slugOf(name ?? '')) ? found.size : ''}`).slice(0, 60);
    const same = [...found.values()].some((one) => JSON.stringify(recordOf(one).name) === JSON.stringify(name) && recordOf(one).detail === detail);
    if (name === undefined || id === '' || same) continue;
    found.set(id, { id, name, detail, issuedBy: textOf(issuer.slug) === undefined ? undefined : { key: slugOf(textOf(issuer.slug) ?? ''), name: textOf(issuer.nombre), acronym: textOf(issuer.sigla) } });
  }
  return [...found.values()];
}

function feeOf(cost: Json, index: number, date: string | undefined): unknown {
  const amount = Number(textOf(cost.costo)), concept = textOf(cost.conceptoPago) ?? 'Arancel';
  return { id: `${slugOf(concept).slice(0, 50) || 'arancel'}-${index + 1}`, concept, kind: cost.moneda === 'UFV' ? 'ufv' : 'fixed', amount: Number.isFinite(amount) && textOf(cost.costo) !== undefined ? amount : 'por confirmar', validFrom: date };
}

const units: Readonly<Record<string, string>> = { 'Minuto(s)': 'minutes', 'Horas(s)': 'hours', 'Hora(s)': 'hours', 'Día(s)': 'days', 'Mes(es)': 'months', 'Año(s)': 'years' };

function durationOf(audience: Json): unknown {
  const amount = Number(textOf(audience.duracion)), unit = units[textOf(audience.unidadMedidaDuracion) ?? ''];
  return unit !== undefined && Number.isFinite(amount) && amount > 0 ? { amount, unit } : undefined;
}

const placeKinds: Readonly<Record<string, string>> = { 'Oficina central': 'central', Regionales: 'regional', Sucursales: 'branch' };

function placeOf(place: Json): unknown {
  const at = recordOf(place.ubicacion), latitude = Number(textOf(at.latitud)), longitude = Number(textOf(at.longitud));
  const isPlace = Number.isFinite(latitude) && Number.isFinite(longitude) && textOf(at.latitud) !== undefined;
  return { name: textOf(place.nombre) ?? 'Oficina', kind: placeKinds[textOf(place.tipo) ?? ''], address: textOf(at['dirección']), ...(isPlace ? { latitude, longitude } : {}) };
}

const clock = (value: unknown): string | undefined => /^([01]\d|2[0-3]):[0-5]\d$/.exec(textOf(value) ?? '')?.[0];

/** Days that are open at the same time share a row. */
function hoursOf(rows: readonly Json[]): readonly unknown[] {
  const days = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const [opens, closes] of [[clock(row.inicioManiana), clock(row.finManiana)], [clock(row.inicioTarde), clock(row.finTarde)]]) {
      const day = textOf(row.dia)?.toLowerCase();
      if (day === undefined || opens === undefined || closes === undefined || opens >= closes) continue;
      days.set(`${opens} ${closes}`, (days.get(`${opens} ${closes}`) ?? new Set()).add(day));
    }
  }
  return [...days].map(([span, open]) => ({ days: [...open], opens: span.slice(0, 5), closes: span.slice(6) }));
}

const unknownNorm = /^(se desconoce|s\/ml|ninguno?|no aplica|-*)\.?$/i;

const normsOf = (text: string): readonly unknown[] =>
  text.split('\n').map((norm) => norm.replace(/^\s*\d+[.)-]\s*/, '').trim()).filter((norm) => !unknownNorm.test(norm)).slice(0, 50).map((norm) => ({ norm: norm.slice(0, 500), confidence: 'medium' }));

const distinct = (values: readonly unknown[]): readonly unknown[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/** The same without members that say nothing, so that the file is as short as what is known. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutNothing(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined && member !== '' && !(typeof member === 'object' && member !== null && Object.keys(member).length === 0)));
}
