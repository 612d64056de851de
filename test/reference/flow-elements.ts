import { certificateService, charge, type Service } from '#modules/cases/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { elementReference } from '#modules/flows/index.ts';
import { generated, markdownTable } from './table.ts';

/** Every element that a flow may have, and every service that it may call. */
export async function flowElementsReference(): Promise<string> {
  const elements = markdownTable(['elemento', 'en el archivo', 'qué hace', 'atributos `v:`'], elementReference.map(({ name, bpmn, does, attributes }) => [name, `\`${bpmn}\``, does, saidAttributes(attributes)]));
  const offered = markdownTable(['`v:service`', 'qué hace', 'necesita'], services.map(({ name, does, needs }) => [`\`${name}\``, does, needs.map((need) => `\`v:${need}\``).join(', ')]));
  return `# Elementos del flujo\n\n${generated}\n\n${explained}\n\n${elements}\n\n## Servicios\n\n${offered}\n`;
}

const explained = `Lo que puede haber en flow.bpmn. Los atributos del prefijo \`v\` son del espacio de nombres \`urn:ventanilla:bpmn:1\`; todos los elementos admiten además
\`v:event\`, el hecho con el que empieza, se detiene o sigue un plazo. Lo que no está aquí se rechaza al revisar la carpeta, con el elemento, la razón y el remedio.`;

const saidAttributes = (attributes: readonly string[] | 'any'): string =>
  attributes === 'any' ? 'los del servicio o mensaje' : attributes.map((attribute) => `\`${attribute}\``).join(', ');

// Nothing is issued here: a reference only reads what services say of themselves.
const services: readonly Service[] = [charge, certificateService({ issue: async (): Promise<never> => { invariant(false, 'a reference issues nothing'); } })];
