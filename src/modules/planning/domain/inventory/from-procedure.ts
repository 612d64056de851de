import type { Procedure } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';

/** What is published of a procedure as the answers of its entry. What the publication does not say stays unsaid. */
export function answersOf(procedure: Procedure): Answers {
  const { channels, fees, free, duration, department, entity } = procedure, [fee, ...more] = fees, contact = procedure.places.find(({ phone }) => phone !== undefined)?.phone ?? entity.phone, tracking = channels.find(({ trackingUrl }) => trackingUrl !== undefined)?.trackingUrl;
  const isOnline = channels.some(({ kind }) => kind === 'online');
  return {
    nombre: procedure.name, proposito: procedure.summary.slice(0, 1_500), publico: [...new Set(procedure.audience.map((one) => (known.has(one) ? one : 'otro')))],
    ...(channels.length > 0 ? { digital: isOnline ? 'habitual' : 'no' } : {}),
    ...(contact === undefined ? {} : { contacto: contact.slice(0, 200) }), ...(isOnline && tracking !== undefined ? { seguimiento: tracking.slice(0, 300) } : {}),
    ...(department === undefined ? {} : { alcance: 'departamentos', departamentos: [department] }),
    ...(duration === undefined ? {} : { duracion: duration.amount, duracion_unidad: duration.unit }),
    ...(free === 'unknown' ? {} : { gratuito: free }),
    ...(fee?.kind === 'fixed' && more.length === 0 && fee.amountMinor !== undefined ? { costo: fee.amountMinor } : {}),
    ...(fee !== undefined && (fee.kind !== 'fixed' || more.length > 0) ? { costo_formula: fees.map(({ concept }) => concept).join('; ').slice(0, 300) } : {}),
    ...said('requisitos', procedure.requirements.map(({ name, detail, issuedBy }) => ({ nombre: (detail === undefined ? name : `${name} (${detail})`).slice(0, 300), ...(issuedBy === undefined ? {} : { emisor: issuedBy.name }) }))),
    ...said('pasos', procedure.steps.map((step) => ({ que: step.slice(0, 500) }))),
    ...said('base_legal', procedure.legalBasis.map(({ norm, article }) => ({ norma: norm, ...(article === undefined ? {} : { articulo: article }) }))),
  };
}

const said = (group: string, rows: readonly Readonly<Record<string, string>>[]): Answers => (rows.length === 0 ? {} : { [group]: rows });

// The publics that the form offers; the others of the vocabulary are few people each.
const known: ReadonlySet<string> = new Set(['todos', 'persona-natural', 'empresa', 'entidad-publica', 'asegurados', 'empleador', 'comunidad-educativa']);
