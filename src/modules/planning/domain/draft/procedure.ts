import { slugOf } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { columnIn, numberIn, rowsIn, textIn } from '../inventory/declared.ts';
import type { Entry } from '../inventory/entry.ts';

/** The entity that a draft is for. */
export type DraftEntity = { readonly key: string; readonly name: string; readonly acronym: string; readonly department: string | null };

export type DraftRequirement = { readonly id: string; readonly name: string; readonly detail?: string; readonly issuedBy?: { readonly key: string; readonly name: string } };

/** procedure.yaml of a draft. What the entry does not say is left out, so that the page shows «por confirmar»; what had to be decided says so. */
export function procedureOf({ procedureId, slug, name, answers }: Pick<Entry, 'procedureId' | 'slug' | 'name' | 'answers'>, { key, name: entityName, acronym, department }: DraftEntity, today: LocalDate) {
  const fees = feesOf(answers, today), duration = durationOf(answers);
  return {
    id: procedureId, slug, name, summary: textIn(answers, 'proposito').slice(0, 1_000) || name, entity: { key, name: entityName, acronym }, ...(department === null ? {} : { department }),
    audience: audienceOf(answers), channels: [{ kind: 'online' }], requirements: requirementsOf(answers), free: fees.length > 0 ? false : answers.gratuito === true ? true : 'unknown', ...(fees.length > 0 ? { fees } : {}),
    ...(duration === undefined ? {} : { duration }), terms: termsOf(answers, fees.some(({ amount }) => typeof amount === 'number')), steps: columnIn(answers, 'pasos', 'que'),
    legalBasis: rowsIn(answers, 'base_legal').flatMap(({ norma, articulo }) => (typeof norma === 'string' ? [{ norm: norma, ...(typeof articulo === 'string' && articulo !== '' ? { article: articulo } : {}), confidence: 'medium' }] : [])),
    source: { name: `Inventario de trámites, ${entityName}`, date: today, confidence: 'medium' },
    decisions: [{ about: 'borrador', reason: 'Lo preparó el inventario a partir de la ficha; falta que lo revise quien conoce el trámite.' }],
  };
}

function audienceOf({ publico }: Answers): readonly string[] {
  const keys = Array.isArray(publico) ? publico.filter((one) => typeof one === 'string' && one !== 'otro') : [];
  return keys.length > 0 ? keys.map(String) : ['todos'];
}

function requirementsOf(answers: Answers): readonly DraftRequirement[] {
  const taken = new Set<string>();
  return rowsIn(answers, 'requisitos').flatMap(({ nombre, emisor }) => {
    if (typeof nombre !== 'string' || nombre.trim() === '') return [];
    const id = freeId(slugOf(nombre).slice(0, 50).replace(/-+$/, '') || 'requisito', taken);
    return [{ id, name: nombre, ...(typeof emisor === 'string' && slugOf(emisor) !== '' ? { issuedBy: { key: slugOf(emisor), name: emisor } } : {}) }];
  });
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

function feesOf(answers: Answers, today: LocalDate) {
  const amount = numberIn(answers, 'costo'), formula = textIn(answers, 'costo_formula');
  if (answers.gratuito === true || (amount === undefined && formula === '' && answers.gratuito !== false)) return [];
  return [{ id: 'arancel', concept: formula === '' ? 'Arancel' : formula.slice(0, 200), kind: 'fixed', amount: amount === undefined || amount === 0 ? 'por confirmar' : amount / 100, validFrom: today }];
}

function durationOf(answers: Answers) {
  const amount = numberIn(answers, 'duracion'), unit = textIn(answers, 'duracion_unidad');
  return amount === undefined || amount > 10_000 || unit === '' ? undefined : { amount, unit };
}

const reason = 'La ficha del inventario no lo dice; se toma un plazo corto mientras se confirma.', usualDays = 10;

function termsOf(answers: Answers, isCharged: boolean) {
  const amount = numberIn(answers, 'duracion'), isDeclared = amount !== undefined && amount > 0 && amount <= 10_000 && answers.duracion_unidad === 'business_days';
  return {
    ...(isCharged ? { pago: { title: 'Pagar la orden de pago', binds: 'applicant', amount: usualDays, unit: 'business_days', countsFrom: 'payment_order', decided: true, reason } } : {}),
    subsanacion: { title: 'Corregir lo observado', binds: 'applicant', amount: usualDays, unit: 'business_days', countsFrom: 'observation', decided: true, reason },
    resolucion: { title: 'Resolver la solicitud', amount: isDeclared ? Math.ceil(amount) : usualDays, unit: 'business_days', countsFrom: isCharged ? 'payment' : 'submission', suspendedBy: ['observation'], decided: true, reason: isDeclared ? 'Es la duración que declara el inventario; falta la norma.' : reason },
  };
}
