import type { Answers, AnswerValue } from '#modules/forms/index.ts';
import { knownIn } from '../once-only/known.ts';
import { columnIn, numberIn, plain, textIn } from './declared.ts';

/** Something in an entry that people will stumble over, and what to do about it. `field` is where. */
export type Defect = { readonly code: string; readonly field: string; readonly reason: string; readonly mend: string };

type Rule = { readonly code: string; readonly field: string; readonly finds: (entry: Read) => string | undefined; readonly mend: string };

/**
 * Looks an entry through for the defects that are common in published procedures: those found in the State's portal in October 2025, and what makes a
 * procedure impossible to understand or to digitise.
 */
export const defectsOf = (answers: Answers): readonly Defect[] => {
  const entry = new Read(answers);
  return rules.flatMap(({ finds, ...rule }) => { const reason = finds(entry); return reason === undefined ? [] : [{ ...rule, reason }]; });
};

/** An entry as the rules ask it. */
class Read {
  readonly #answers: Answers;
  constructor(answers: Answers) { this.#answers = answers; }
  has(field: string): boolean { const it = this.#answers[field]; return it !== undefined && it !== null && it !== '' && !(Array.isArray(it) && it.length === 0); }
  text(field: string): string { return textIn(this.#answers, field); }
  number(field: string): number | undefined { return numberIn(this.#answers, field); }
  is(field: string, value: AnswerValue): boolean { return this.#answers[field] === value; }
  /** Whether a value is among those that were marked. */
  includes(field: string, value: string): boolean { const it = this.#answers[field]; return Array.isArray(it) && it.includes(value); }
  /** One column of a group: the texts of its rows. */
  column(group: string, field: string): readonly string[] { return columnIn(this.#answers, group, field); }
}

const first = (texts: readonly string[], pattern: RegExp): string | undefined => texts.find((one) => pattern.test(plain(one)));
const isDigital = (it: Read): boolean => it.is('digital', 'habitual') || it.is('digital', 'excepcional');

/** What people read of a procedure besides its name: its requirements and its steps. */
const wordsIn = (it: Read): readonly string[] => [...it.column('requisitos', 'nombre'), ...it.column('pasos', 'que')];

function freeAndPaid(it: Read): string | undefined {
  if (!it.is('gratuito', true)) return undefined;
  if ((it.number('costo') ?? 0) > 0 || it.has('costo_formula')) return 'Dice que es gratuito y también cuánto cuesta.';
  const found = first(wordsIn(it), paid);
  return found && `Dice que es gratuito y pide ${quote(found)}.`;
}

// Publics that few procedures have, and the words that a procedure of theirs does not do without.
const publics: readonly (readonly [value: string, name: string, words: RegExp])[] = [
  ['asegurados', 'Personas aseguradas', /asegurad|seguro|afilia|salud|medic|prestacion|pension|aporte/], ['empleador', 'Empleadores', /emplead|trabaj|labora|planilla|aporte|salari/],
  ['comunidad-educativa', 'Comunidades educativas', /educa|escol|escuela|colegio|universi|estudi|docente|academ|titulo|grado|alumn|instituto/],
];

/** A public that nothing else of the procedure speaks of. */
function foreignPublic(it: Read): string | undefined {
  const words = [it.text('nombre'), it.text('proposito'), ...wordsIn(it)], found = publics.find(([value, , pattern]) => it.includes('publico', value) && !first(words, pattern));
  return found && `Dice que está dirigido a «${found[1]}» y nada más habla de ello.`;
}

/** The first requirement that the State has already, and who has it: the same list as the register of what is to be asked once. */
function askedTwice(requirements: readonly string[]): string | undefined {
  const found = requirements.find((one) => knownIn(one));
  return found && `Pide ${quote(found)}, que el Estado ya tiene: ${knownIn(found)?.issuer ?? ''}.`;
}

const quote = (text: string): string => `«${text.length > 80 ? `${text.slice(0, 79)}…` : text}»`;

const paper = /\b(folder|folder amarillo|foto ?copias?|fotostatic|legalizad[oa]s?|original y copia|en triplicado|sobre manila|fastener)\b/;
const paid = /\b(valorado|boleta de deposito|comprobante de (pago|deposito)|timbres?|arancel(es)?|ufv)\b|\bbs\.? ?\d/;
const noNorm = /^(s\/?n|s\/?ml|ninguna?|no aplica|se desconoce|-+|\.+)\.?$/;
const personalMail = /@(gmail|hotmail|yahoo|outlook|live)\./;

const rules: readonly Rule[] = [
  { code: 'sin_proposito', field: 'proposito', finds: (it) => (it.text('proposito').length >= 40 ? undefined : it.has('proposito') ? 'El propósito es demasiado corto para entenderlo.' : 'No dice para qué sirve.'), mend: 'Escriba en una o dos oraciones qué obtiene la persona y para qué.' },
  { code: 'sin_publico', field: 'publico', finds: (it) => (it.has('publico') ? undefined : 'No dice a quién está dirigido.'), mend: 'Marque el público, o «Cualquier persona».' },
  { code: 'nombre_en_mayusculas', field: 'nombre', finds: (it) => (/\p{L}{4}/u.test(it.text('nombre')) && it.text('nombre') === it.text('nombre').toUpperCase() ? 'El nombre está escrito todo en mayúsculas.' : undefined), mend: 'Escríbalo como una oración: se lee mejor y así lo busca la gente.' },
  { code: 'sin_demanda', field: 'solicitudes_anio', finds: (it) => (it.number('solicitudes_anio') === undefined ? 'No se sabe cuántas veces se pide al año, y sin eso no se puede priorizar.' : undefined), mend: 'Cuente los registros del último año, o estime con los de un mes.' },
  { code: 'maximo_menor', field: 'maxima_dia', finds: (it) => ((it.number('maxima_dia') ?? Infinity) < (it.number('media_dia') ?? 0) ? 'El máximo de un día es menor que el promedio.' : undefined), mend: 'Revise las dos cifras.' },
  { code: 'demanda_imposible', field: 'media_dia', finds: (it) => ((it.number('media_dia') ?? 0) * 366 < (it.number('solicitudes_anio') ?? 0) && it.has('media_dia') ? 'El promedio diario no alcanza para las solicitudes del año.' : undefined), mend: 'Revise las dos cifras: el promedio por los días de atención debe dar las del año.' },
  { code: 'gratis_con_costo', field: 'gratuito', finds: freeAndPaid, mend: 'Diga cuánto cuesta en total, también los valorados y los depósitos.' },
  { code: 'costo_sin_monto', field: 'costo', finds: (it) => (it.is('gratuito', false) && !it.has('costo') && !it.has('costo_formula') ? 'Dice que cuesta y no cuánto.' : undefined), mend: 'Escriba el monto, o cómo se calcula y con qué norma.' },
  { code: 'sin_duracion', field: 'duracion', finds: (it) => (it.number('duracion') === undefined ? 'No dice cuánto tarda.' : undefined), mend: 'Escriba el tiempo promedio desde que se presenta hasta que se entrega.' },
  { code: 'dias_sin_clase', field: 'duracion_unidad', finds: (it) => (it.is('duracion_unidad', 'days') ? 'No dice si los días son hábiles o calendario.' : undefined), mend: 'Elija «Días hábiles» o «Días calendario», como diga la norma.' },
  { code: 'duracion_de_vigencia', field: 'duracion', finds: (it) => (it.is('duracion_unidad', 'years') ? 'Tarda años: parece la vigencia del documento y no la duración del trámite.' : undefined), mend: 'Escriba cuánto tarda en entregarse; la vigencia va en el documento.' },
  { code: 'sin_base_legal', field: 'base_legal', finds: (it) => (it.column('base_legal', 'norma').some((one) => !noNorm.test(plain(one))) ? undefined : 'No nombra ninguna norma que lo respalde.'), mend: 'Agregue la norma y el artículo que lo crean y los que fijan su costo y su plazo.' },
  { code: 'base_legal_repite', field: 'base_legal', finds: (it) => { const found = it.column('base_legal', 'norma').find((one) => plain(one) === plain(it.text('nombre'))); return found && `La base legal ${quote(found)} es el nombre del trámite.`; }, mend: 'Escriba el número y la fecha de la norma.' },
  { code: 'pide_papel', field: 'requisitos', finds: (it) => { const found = first([...it.column('requisitos', 'nombre'), ...it.column('pasos', 'que')], paper); return found && `Pide papel: ${quote(found)}.`; }, mend: 'Pida el dato o el archivo, no la forma del papel.' },
  { code: 'pide_lo_que_el_estado_tiene', field: 'requisitos', finds: (it) => askedTwice(it.column('requisitos', 'nombre')), mend: 'Consúltelo por interoperabilidad en vez de pedirlo, y anote qué entidad lo emite.' },
  { code: 'sin_pasos', field: 'pasos', finds: (it) => (it.column('pasos', 'que').length === 0 ? 'No dice qué hay que hacer.' : undefined), mend: 'Escriba los pasos en orden, cada uno en su fila.' },
  { code: 'pasos_en_uno', field: 'pasos', finds: (it) => { const steps = it.column('pasos', 'que'); return steps.length === 1 && (steps[0]?.length ?? 0) > 250 ? 'Todos los pasos están en una sola fila.' : undefined; }, mend: 'Separe los pasos: uno por fila, con quién lo hace.' },
  { code: 'publico_ajeno', field: 'publico', finds: foreignPublic, mend: 'Marque a quién está dirigido de verdad; si es a cualquiera, «Cualquier persona».' },
  { code: 'sin_contacto', field: 'contacto', finds: (it) => (it.has('contacto') ? undefined : 'No dice a quién preguntar.'), mend: 'Escriba un teléfono o un correo de la entidad.' },
  { code: 'sin_seguimiento', field: 'seguimiento', finds: (it) => (isDigital(it) && !it.has('seguimiento') ? 'Se hace por medios digitales y no dice dónde se ve cómo va.' : undefined), mend: 'Escriba la dirección donde cada persona ve el estado de su trámite.' },
  { code: 'sin_ciudadania_digital', field: 'pasos', finds: (it) => (isDigital(it) && !first([...wordsIn(it), it.text('parte_digital')], /ciudadania digital/) ? 'Se hace por medios digitales y no dice si se entra con Ciudadanía Digital.' : undefined), mend: 'Si la persona se identifica, use Ciudadanía Digital (Ley 1080) y dígalo en los pasos.' },
  { code: 'correo_personal', field: 'pasos', finds: (it) => { const found = first([it.text('proposito'), it.text('contacto'), ...it.column('pasos', 'que')], personalMail); return found && `Nombra un correo personal: ${quote(found)}.`; }, mend: 'Use un correo de la entidad.' },
  { code: 'sin_marco', field: 'impedimento', finds: (it) => (it.has('impedimento') ? undefined : 'No dice si alguna norma impide hacerlo en línea.'), mend: 'Pregunte a la unidad jurídica y marque una opción: sin eso no se puede priorizar.' },
];
