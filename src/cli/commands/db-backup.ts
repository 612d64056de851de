import { resolve } from 'node:path';
import { noteBackup } from '#modules/upkeep/index.ts';
import { backUp } from '../backup/back-up.ts';
import { progressOf } from '../backup/progress.ts';
import { exits, type Command } from '../command.ts';
import { openInstallation } from '../database.ts';
import { installedVersion } from './version.ts';

/** `ventanilla db backup`. */
export const dbBackup: Command = {
  name: 'db backup', summary: 'Respalda la base de datos, los archivos y las claves, sin detener Ventanilla.',
  operands: '<carpeta nueva>', operandsMin: 1, operandsMax: 1, options: {},
  details: [
    'La base de datos se guarda como estaba en un solo momento, mientras los demás siguen trabajando; después se copian los archivos y las claves.',
    'La carpeta contiene datos personales y las claves de la instalación: guárdela cifrada y fuera de la máquina.',
    'Un respaldo está completo cuando tiene manifest.json, que dice la huella SHA-256 de cada archivo.',
  ],
  examples: ['db backup respaldos/2026-03-02', 'DATABASE_URL=postgres://… db backup /srv/respaldos/hoy'],
  async run({ operands }, terminal) {
    const installation = await openInstallation(terminal), folder = resolve(terminal.folder, operands[0] ?? '');
    try {
      const { ownerUrl, config, db } = installation;
      const kept = await backUp({ ownerUrl, dataFolder: config.dataFolder, folder, version: installedVersion(), now: terminal.now(), tell: progressOf(terminal) });
      const rows = kept.tables.reduce((sum, table) => sum + table.rows, 0);
      await noteBackup(db, { rows, files: kept.files.length });
      terminal.say(`Respaldo completo en ${folder}: ${rows} filas de ${kept.tables.length} tablas y ${kept.files.length} archivos.`);
      return exits.ok;
    } finally {
      await installation.close();
    }
  },
};
