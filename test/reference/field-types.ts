import { fieldTypeReference } from '#modules/forms/index.ts';
import { generated, markdownTable } from './table.ts';

/** Every field type that a form may ask with. */
export async function fieldTypesReference(): Promise<string> {
  const types = fieldTypeReference();
  const overview = markdownTable(['tipo', 'para qué', 'se guarda', 'segundos'], types.map(({ name, purpose, stored, secondsToFill }) => [`\`${name}\``, purpose, stored, String(secondsToFill)]));
  const own = types.filter(({ attributes }) => Object.keys(attributes).length > 0)
    .map(({ name, attributes }) => `### \`${name}\`\n\n${markdownTable(['atributo', 'dice'], Object.entries(attributes).map(([attribute, says]) => [`\`${attribute}\``, says]))}`);
  return `# Tipos de campo\n\n${generated}\n\n${explained}\n\n${overview}\n\n## Atributos propios\n\n${own.join('\n\n')}\n`;
}

const explained = `Lo que puede decir \`type:\` en form.yaml. Los atributos comunes a todos (\`id\`, \`label\`, \`hint\`, \`required\`, \`showIf\` …) están en el README del módulo
\`forms\`. «Segundos» es lo que tarda una persona, para el tiempo que se anuncia en la primera página.`;
