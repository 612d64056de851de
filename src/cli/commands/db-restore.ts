import { resolve } from 'node:path';
import { readConfig } from '#kernel/config.ts';
import { startEmbedded } from '#kernel/postgres/index.ts';
import { readManifest, type Manifest } from '../backup/manifest.ts';
import { progressOf } from '../backup/progress.ts';
import { refuseOccupied, restoreDatabase, restoreFiles } from '../backup/restore.ts';
import { verifyBackup } from '../backup/verify.ts';
import { exits, type Command } from '../command.ts';
import { roleOf } from '../database.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla db restore`. */
export const dbRestore: Command = {
  name: 'db restore', summary: 'Restaura un respaldo en una base de datos vacía o en una carpeta nueva, y lo comprueba.',
  operands: '<carpeta del respaldo>', operandsMin: 1, operandsMax: 1,
  options: {
    to: { kind: 'text', example: 'dirección o carpeta', says: 'Una base de datos vacía (postgres://…), o la carpeta nueva de una instalación con su propia base de datos.' },
    data: { kind: 'text', example: 'carpeta', says: 'Con una base de datos: carpeta nueva para los archivos y las claves.' },
    role: { kind: 'text', example: 'rol', says: 'Con una base de datos: rol con el que entrará Ventanilla (el de la dirección si no se dice).' },
  },
  details: [
    'Primero comprueba que el respaldo esté entero. Después lo restaura y comprueba que cada tabla, cada archivo y cada expediente sean los mismos.',
    'Sin --to usa DATABASE_URL y VENTANILLA_DATA, que deben estar vacías. Nunca escribe encima de datos que ya estén.',
  ],
  examples: ['db restore respaldos/2026-03-02 --to var-nueva', 'db restore respaldos/2026-03-02 --to postgres://dueño@servidor/ventanilla --data /srv/ventanilla'],
  async run({ operands, text }, terminal) {
    const folder = resolve(terminal.folder, operands[0] ?? ''), tell = progressOf(terminal);
    const manifest = readManifest(folder);
    const place = placeOf(text, terminal);
    refuseOccupied(place.dataFolder);
    await verifyBackup(folder, manifest, tell);
    await (place.url === undefined ? intoFolder(folder, manifest, place.dataFolder, terminal) : intoServer(folder, manifest, { ...place, url: place.url }, terminal));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    terminal.say(`Restaurado y comprobado: ${rows} filas de ${manifest.tables.length} tablas y ${manifest.files.length} archivos, iguales a los del respaldo del ${manifest.createdAt.slice(0, 10)}.`);
    terminal.say(place.url === undefined ? `Inicie Ventanilla con VENTANILLA_DATA=${place.dataFolder}.` : `Inicie Ventanilla con esa DATABASE_URL y VENTANILLA_DATA=${place.dataFolder}.`);
    return exits.ok;
  },
};

type Place = { readonly url: string | undefined; readonly dataFolder: string; readonly role: string | undefined };

function placeOf(text: (option: string) => string | undefined, terminal: Terminal): Place {
  const config = readConfig(terminal.environment), to = text('to');
  const isUrl = to !== undefined && /^postgres(ql)?:\/\//.test(to);
  const url = isUrl ? to : to === undefined ? (config.databaseOwnerUrl ?? config.databaseUrl) : undefined;
  const dataFolder = to !== undefined && !isUrl ? resolve(terminal.folder, to) : resolve(terminal.folder, text('data') ?? config.dataFolder);
  return { url, dataFolder, role: text('role') ?? (to === undefined && config.databaseUrl !== undefined ? roleOf(config.databaseUrl) : undefined) };
}

async function intoServer(folder: string, manifest: Manifest, { url, dataFolder, role }: Place & { readonly url: string }, terminal: Terminal): Promise<void> {
  const tell = progressOf(terminal);
  await restoreFiles(folder, manifest, dataFolder, tell);
  await restoreDatabase(folder, manifest, { ownerUrl: url, appRole: role ?? roleOf(url) }, tell);
}

async function intoFolder(folder: string, manifest: Manifest, dataFolder: string, terminal: Terminal): Promise<void> {
  const tell = progressOf(terminal);
  // The database makes the folder, because its own user must be able to pass through it.
  const server = await startEmbedded({ dataFolder, log: terminal.tell });
  try {
    await restoreFiles(folder, manifest, dataFolder, tell);
    await restoreDatabase(folder, manifest, { ownerUrl: server.ownerUrl, appRole: roleOf(server.appUrl) }, tell);
  } finally {
    await server.stop();
  }
}
