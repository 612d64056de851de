import type { Command } from './command.ts';

/** The help of everything. */
export function generalHelp(commands: readonly Command[]): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Ventanilla: órdenes para quien instala, administra y diseña trámites.', '',
    'Uso: ventanilla <orden> [opciones]', '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`), '',
    'Vea cada una con «ventanilla help <orden>».',
    'Usa la misma base de datos que el servidor: la de DATABASE_URL, o la incluida en la carpeta VENTANILLA_DATA (var si no se dice).',
    'Termina con 0 si todo está bien, 1 si encontró faltas, 2 si está mal escrita, 3 si no se pudo hacer.',
  ];
}

/** The help of one command. */
export function helpOf({ name, summary, operands, options, details, examples }: Command): readonly string[] {
  const written = Object.entries(options).map(([option, { kind, example, says }]) => [`--${option}${kind === 'flag' ? '' : ` <${example ?? 'valor'}>`}`, says] as const);
  const width = Math.max(0, ...written.map(([usage]) => usage.length));
  return [
    `${name}: ${summary}`, '',
    `Uso: ventanilla ${name}${operands === '' ? '' : ` ${operands}`}${written.length === 0 ? '' : ' [opciones]'}`,
    ...details.flatMap((paragraph) => ['', paragraph]),
    ...(written.length === 0 ? [] : ['', 'Opciones:', ...written.map(([usage, says]) => `  ${usage.padEnd(width)}  ${says}`)]),
    ...(examples.length === 0 ? [] : ['', 'Ejemplos:', ...examples.map((example) => `  ventanilla ${example}`)]),
  ];
}
