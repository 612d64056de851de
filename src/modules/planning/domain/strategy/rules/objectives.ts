import { plain } from '../../inventory/declared.ts';
import { itemsOf } from '../plain-text.ts';
import { quoted, type Found, type Read, type Rule } from './rule.ts';

const general = 'objetivo-general', specific = 'objetivos-especificos', source = 'sección 3.2';

// How a step begins, and not a purpose: what one does. The guide keeps these for the methodology.
const step = /^(implementar|desarrollar|realizar|instalar|capacitar|adquirir|comprar|contratar|elaborar|disenar|programar|configurar|migrar|digitalizar|automatizar|sistematizar|crear|construir|habilitar|ejecutar|actualizar|publicar|difundir|levantar|integrar|poner en marcha)\b/;
const purpose = /^(facilitar|reducir|mejorar|acercar|ahorrar|garantizar|asegurar|ampliar|permitir|simplificar|agilizar|acortar|aumentar|incrementar|disminuir|eliminar|evitar|lograr|contribuir|brindar|ofrecer|dar|fortalecer|proteger|elevar|hacer (mas|menos)|que )/;
const soThat = /\b(para que|con el fin de|con el proposito de|a fin de|de modo que|de manera que|para (reducir|facilitar|mejorar|acercar|ahorrar|garantizar|evitar|eliminar|disminuir|acortar|simplificar|agilizar))\b/;
const people = /\b(usuari[oa]s?|ciudadan[oa]s?|ciudadania|personas?|poblacion|gente|solicitantes?|administrad[oa]s?|familias?|comunidad(es)?|empresas?|emprendedor[ae]?s?|estudiantes?|asegurad[oa]s?|mujeres|hogares|contribuyentes?|operadores?|importadores?|exportadores?|quien(es)?)\b/;
const lettersMax = 400, fewest = 2, most = 6;

const each = (it: Read, reason: (objective: string) => string | undefined): readonly Found[] => [
  ...(it.has(general) ? [[general, it.text(general)] as const] : []), ...it.items(specific).map((one) => [specific, one] as const),
].flatMap(([section, objective]) => { const found = reason(objective); return found === undefined ? [] : [{ section, reason: found }]; });

const stepOf = (objective: string): string | undefined => step.exec(plain(objective))?.[1];

// Words of objectives that say nothing of what they are about.
const empty = new Set(['para', 'como', 'sobre', 'desde', 'hasta', 'entre', 'entidad', 'tramite', 'tramites', 'servicio', 'servicios', 'mediante', 'traves', 'quienes', 'personas', 'usuarios']);
const wordsIn = (text: string): readonly string[] => (plain(text).match(/[a-z]{5,}/g) ?? []).filter((word) => !empty.has(word)).map((word) => word.slice(0, 5));

function loose(it: Read): readonly Found[] {
  const known = new Set(wordsIn(it.text(general)));
  return known.size === 0 ? [] : it.items(specific).filter((one) => !wordsIn(one).some((word) => known.has(word)))
    .map((one) => ({ section: specific, reason: `No se ve cómo ${quoted(one)} ayuda al objetivo general: no comparten ninguna idea.` }));
}

/** What the guide asks of objectives (section 3.2): they say what for, they are no steps, they look to whoever is served, and the specific ones hang from the general one. */
export const objectiveRules: readonly Rule[] = [
  { code: 'objetivo_es_paso', source, mend: 'Escriba qué cambiará para la gente cuando eso esté hecho, y lleve el paso a la metodología.', finds: (it) => each(it, (one) => { const verb = stepOf(one); return verb && `${quoted(one)} empieza por «${verb}»: es un paso y no un objetivo.`; }) },
  { code: 'objetivo_sin_para_que', source, mend: 'Empiece por el cambio que se busca (facilitar, reducir, acercar, garantizar…), o agregue «para que…».', finds: (it) => each(it, (one) => (stepOf(one) === undefined && !purpose.test(plain(one)) && !soThat.test(plain(one)) ? `${quoted(one)} no responde a «¿para qué?».` : undefined)) },
  { code: 'objetivo_sin_usuarios', source, mend: 'Nombre a quiénes sirve: usuarios, personas, empresas, estudiantes.', finds: (it) => it.lacks(general, people, 'El objetivo general no dice a quiénes sirve.') },
  { code: 'especificos_sin_usuarios', source, mend: 'Diga en alguno qué gana quien hace el trámite.', finds: (it) => it.lacks(specific, people, 'Ningún objetivo específico mira a los usuarios.') },
  { code: 'objetivo_largo', source, mend: 'Deje una idea por objetivo.', finds: (it) => each(it, (one) => (one.length > lettersMax ? `${quoted(one)} es tan largo que no se recuerda.` : undefined)) },
  { code: 'general_son_varios', source, mend: 'Deje uno solo, y pase los demás a los específicos.', finds: (it) => (itemsOf(it.text(general)).length > 1 ? [{ section: general, reason: 'Hay más de un objetivo general.' }] : []) },
  { code: 'especificos_pocos', source, mend: `Escriba al menos ${fewest}, uno por línea.`, finds: (it) => (it.has(specific) && it.items(specific).length < fewest ? [{ section: specific, reason: 'Con un solo objetivo específico, repite al general o lo deja incompleto.' }] : []) },
  { code: 'especificos_muchos', source, mend: 'Junte los que buscan el mismo cambio.', finds: (it) => (it.items(specific).length > most ? [{ section: specific, reason: `Hay ${it.items(specific).length} objetivos específicos: son demasiados para seguirlos.` }] : []) },
  { code: 'especifico_suelto', source, mend: 'Dígalo con las palabras del cambio que busca el objetivo general, o quítelo.', finds: loose },
  { code: 'especifico_repite', source, mend: 'Escriba una parte del objetivo general, no el mismo.', finds: (it) => it.items(specific).filter((one) => plain(one) === plain(it.text(general))).map(() => ({ section: specific, reason: 'Un objetivo específico repite el general.' })) },
];
