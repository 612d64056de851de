import type { Text } from '#kernel/text.ts';
import type { YamlValue } from '#kernel/yaml/index.ts';

/** Words of the form: a text (which is Spanish), or one for each language with Spanish among them. */
export function readText(at: YamlValue): Text | undefined {
  if (!at.isMap) { const es = at.text(); return es === undefined ? undefined : { es: es.trim() }; }
  const said = at.object(['es', 'en', 'qu', 'ay']);
  const es = said.es?.text();
  if (es === undefined) return at.fault('words', `Falta el texto en castellano de «${at.path}».`, 'Escriba «es: …».');
  const others = (['en', 'qu', 'ay'] as const).map((language) => [language, said[language]?.text()] as const).filter(([, words]) => words !== undefined);
  return { es, ...Object.fromEntries(others) };
}
