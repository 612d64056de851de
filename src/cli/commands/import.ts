import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { publishProcedure, type ProcedureFolder, type Vocabulary } from '#modules/catalog/index.ts';
import { isSound } from '#modules/cases/index.ts';
import { readConfig } from '#kernel/config.ts';
import { findEmbedded } from '#kernel/postgres/index.ts';
import { checkFound } from '../check-found.ts';
import { exits, type Command } from '../command.ts';
import { openInstallation } from '../database.ts';
import { refuse } from '../errors.ts';
import { count, sayFault } from '../faults.ts';
import { findFolders, proceduresFolder, vocabularyOf } from '../folders.ts';
import { readGobbo } from '../package/gobbo.ts';
import { keepFolder } from '../package/keep-folder.ts';
import { unpackProcedure } from '#modules/catalog/index.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla import`: procedures from a folder, a package, or the State's portal. */
export const importCommand: Command = {
  name: 'import', summary: 'Trae trámites de una carpeta, de un paquete .zip o de un archivo .gobbo.jsonl del portal del Estado.',
  operands: '<carpeta | paquete.zip | archivo.gobbo.jsonl>', operandsMin: 1, operandsMax: 1,
  options: {
    to: { kind: 'text', example: 'carpeta', says: 'Carpeta de los trámites (procedures si no se dice).' },
    replace: { kind: 'flag', says: 'Reemplaza los trámites que ya estén y sean diferentes.' },
  },
  details: [
    'Revisa los trámites, los guarda en su carpeta y, si hay una base de datos en uso, los publica; si no, se publican al iniciar. Con errores no se guarda ninguno.',
    'Los registros del portal se convierten en fichas: dicen qué es el trámite y no se hacen en línea hasta que alguien escriba su formulario y su flujo.',
  ],
  examples: ['import copias-simples.zip', 'import tramites.gobbo.jsonl --to borradores'],
  async run({ operands, text, flag }, terminal) {
    const root = resolve(terminal.folder, text('to') ?? proceduresFolder(terminal));
    const vocabulary = vocabularyOf(root) ?? vocabularyOf(proceduresFolder(terminal));
    const folders = await readAny(resolve(terminal.folder, operands[0] ?? ''), vocabulary, terminal);
    const checked = await checkFound(folders.map((folder) => ({ folder, vocabulary })), (done) => terminal.progress(`Revisando ${done} de ${folders.length}…`));
    for (const { faults } of checked) for (const fault of faults) sayFault(terminal, fault);
    const broken = checked.filter((one) => !isSound(one));
    if (broken.length > 0) {
      terminal.say(`No se importó nada: ${count(broken.length, 'trámite tiene', 'trámites tienen')} errores.`);
      return exits.faults;
    }
    const kept = folders.filter((folder) => keepFolder(root, folder, flag('replace')));
    terminal.say(`${count(kept.length, 'trámite guardado', 'trámites guardados')} en ${root}${kept.length < folders.length ? `; ${folders.length - kept.length} ya estaban iguales` : ''}.`);
    if (text('to') === undefined) await publish(folders, terminal);
    return exits.ok;
  },
};

async function readAny(path: string, vocabulary: Vocabulary | undefined, terminal: Terminal): Promise<readonly ProcedureFolder[]> {
  if (!existsSync(path)) return refuse('unreadable_file', { file: path });
  if (statSync(path).isDirectory()) return (await findFolders([path], terminal)).map(({ folder }) => folder);
  if (path.endsWith('.jsonl')) return readGobbo(path, vocabulary);
  if (!path.endsWith('.zip')) return refuse('unknown_package', { file: path });
  const read = unpackProcedure(readFileSync(path));
  return 'reason' in read ? refuse('bad_package', { file: path, reason: read.reason }) : [read.folder];
}

/** Publishes where there is a database in use; what is only a folder yet is published at the next start. */
async function publish(folders: readonly ProcedureFolder[], terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.environment);
  if (config.databaseUrl === undefined && findEmbedded(config.dataFolder) === undefined) {
    terminal.say('Se publicarán la próxima vez que inicie Ventanilla.');
    return;
  }
  const installation = await openInstallation(terminal);
  try {
    for (const folder of folders) {
      const { procedureId, version } = await publishProcedure(installation.db, folder, terminal.now());
      terminal.say(`Publicado: ${procedureId}, versión ${version}.`);
    }
  } finally {
    await installation.close();
  }
}
