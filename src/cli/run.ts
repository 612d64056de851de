import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isRefusal } from '#kernel/errors/index.ts';
import { explainStartFailure, isExplained } from '#kernel/postgres/index.ts';
import { nearest } from '#kernel/yaml/index.ts';
import { exits, type Command, type Exit, type Given } from './command.ts';
import { commands } from './commands/index.ts';
import { generalHelp, helpOf } from './help.ts';
import type { Terminal } from './terminal.ts';

/** Runs what was written after `ventanilla`; gives the exit code. Never throws: what goes wrong is said in a sentence. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const words = args.filter((word) => !isHelp(word));
  const asksHelp = words.length < args.length || args.length === 0;
  const named = words[0] === 'help' || words[0] === 'ayuda' ? words.slice(1) : words;
  const command = findCommand(named);
  if (asksHelp || named !== words) {
    if (command) for (const line of helpOf(command)) terminal.say(line);
    else if (named.length > 0) return unknown(named, terminal);
    else for (const line of generalHelp(commands)) terminal.say(line);
    return exits.ok;
  }
  return command === undefined ? unknown(words, terminal) : runCommand(command, words.slice(command.name.split(' ').length), terminal);
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

/** The command whose words come first; `db backup` before `db`. */
const findCommand = (words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);

function unknown(words: readonly string[], terminal: Terminal): Exit {
  const near = nearest(words.slice(0, 2).join(' '), commands.map(({ name }) => name)) ?? nearest(words[0] ?? '', commands.map(({ name }) => name));
  terminal.tell(`No existe la orden «${words.slice(0, 2).join(' ')}».${near === undefined ? '' : ` ¿Quiso escribir «${near}»?`} Vea todas con «ventanilla help».`);
  return exits.usage;
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<Exit> {
  const given = read(command, args);
  if (typeof given === 'string') {
    terminal.tell(`${given} Vea cómo se usa con «ventanilla help ${command.name}».`);
    return exits.usage;
  }
  try {
    return await command.run(given, terminal);
  } catch (caught) {
    tellFailure(caught, terminal);
    return exits.failed;
  }
}

/** A database that can't be reached says why in its cause; a fault of our own comes with the detail that mending it needs. */
function tellFailure(caught: unknown, { tell }: Terminal): void {
  const refusal = isRefusal(caught) ? caught : undefined;
  tell(refusal && refusal.code !== 'base.unavailable' ? refusal.message : explainStartFailure(caught));
  if (!refusal && !isExplained(caught)) tell(caught instanceof Error ? (caught.stack ?? caught.message) : String(caught));
}

/** What was written, or what is wrong with it in Spanish. */
function read(command: Command, args: readonly string[]): Given | string {
  const options: ParseArgsConfig['options'] = Object.fromEntries(Object.entries(command.options).map(([name, { kind }]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (positionals.length < command.operandsMin) return `A «${command.name}» le falta decir sobre qué: ${command.operands}.`;
    if (positionals.length > command.operandsMax) return `A «${command.name}» le sobra «${positionals[command.operandsMax] ?? ''}».`;
    return { operands: positionals, text: (name) => { const value = values[name]; return typeof value === 'string' ? value : undefined; }, flag: (name) => values[name] === true };
  } catch (caught) {
    return explainArguments(command, caught);
  }
}

function explainArguments({ options }: Command, caught: unknown): string {
  const message = caught instanceof Error ? caught.message : '';
  const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? '';
  if (!(name in options)) return `No existe la opción «--${name}».`;
  return options[name]?.kind === 'flag' ? `La opción «--${name}» no lleva ningún valor.` : `A la opción «--${name}» le falta su valor.`;
}
