import { readFileSync } from 'node:fs';
import { exits, type Command } from '../command.ts';

/** The version of this installation, from package.json. */
export function installedVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return version;
}

/** `ventanilla version`. */
export const version: Command = {
  name: 'version', summary: 'Dice la versión instalada.', operands: '', operandsMin: 0, operandsMax: 0, options: {}, details: [], examples: ['version'],
  run: async (_given, { say }) => {
    say(`Ventanilla ${installedVersion()} (Node ${process.versions.node}, ${process.platform}-${process.arch})`);
    return exits.ok;
  },
};
