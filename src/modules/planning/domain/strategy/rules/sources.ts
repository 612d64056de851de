import { plain } from '../../inventory/declared.ts';
import { sectionId } from '../guide.ts';
import { quoted, type Found, type Read, type Rule } from './rule.ts';

const law = /\b(?:ley|decreto supremo|ds|d\.s\.)\s*(?:n\.?\s?[º°o]?\.?\s*)?(\d[\d.]*\d|\d)/g, mark = /\[(\d{1,3})\]/g;

/** Numbers of the norms that a text names. */
const lawsIn = (text: string): readonly string[] => [...plain(text).matchAll(law)].map(([, number]) => (number ?? '').replaceAll('.', ''));

function unlisted(it: Read): readonly Found[] {
  const { norms, solutions } = it.content.projections;
  const listed = new Set([...norms.map(({ norm }) => norm), ...solutions.flatMap((one) => one.norms.map(({ norm }) => norm)), it.text('base-legal'), it.text('referencias')].flatMap(lawsIn));
  return it.sections.filter(({ key }) => key !== 'base-legal' && key !== 'referencias').flatMap(({ id }) => [...new Set(lawsIn(it.content.texts[id] ?? ''))].filter((number) => !listed.has(number)).map((number) => ({ section: id, reason: `Cita la norma ${number}, que no está en la base legal ni en las referencias.` })));
}

function marks(it: Read): readonly Found[] {
  const references = it.items('referencias').length;
  return it.sections.filter(({ key }) => key !== 'referencias').flatMap(({ id }) => [...new Set([...(it.content.texts[id] ?? '').matchAll(mark)].map(([, number]) => Number(number)))].filter((number) => number < 1 || number > references).map((number) => ({ section: id, reason: `Cita [${number}], y las referencias tienen ${references === 1 ? '1 línea' : `${references} líneas`}.` })));
}

function uncited(it: Read): readonly Found[] {
  const cited = new Set(it.sections.filter(({ key }) => key !== 'referencias').flatMap(({ id }) => [...(it.content.texts[id] ?? '').matchAll(mark)].map(([, number]) => Number(number))));
  return cited.size === 0 ? [] : it.items('referencias').flatMap((one, at) => (cited.has(at + 1) ? [] : [{ section: 'referencias', reason: `Ningún texto cita ${quoted(one)}.` }]));
}

/** What the guide asks of norms and references (section 3.1, Referencias). */
export const sourceRules: readonly Rule[] = [
  { code: 'sin_base_legal', source: 'sección 3.1', mend: 'Agregue las normas en la ficha del trámite: su número, su fecha y el artículo.', finds: (it) => it.solutions.filter(({ norms }) => norms.length === 0).map(({ name, slug }) => ({ section: sectionId('diseno', slug), reason: `${name}: su ficha no nombra ninguna norma.` })) },
  { code: 'norma_sin_listar', source: 'Referencias', mend: 'Agréguela a la base legal o a las referencias.', finds: unlisted },
  { code: 'cita_sin_lista', source: 'Referencias', mend: 'Agregue la referencia que falta, o corrija el número.', finds: marks },
  { code: 'referencia_sin_cita', source: 'Referencias', mend: 'Cítela donde corresponda, o quítela.', finds: uncited },
];
