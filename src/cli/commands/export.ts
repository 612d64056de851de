import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findProcedure, getProcedureVersion, type ProcedureFolder } from '#modules/catalog/index.ts';
import { exits, type Command, type Given } from '../command.ts';
import { openInstallation } from '../database.ts';
import { refuse } from '../errors.ts';
import { findFolders } from '../folders.ts';
import { packProcedure } from '#modules/catalog/index.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla export`: a procedure as one file. */
export const exportCommand: Command = {
  name: 'export', summary: 'Guarda un trámite en un solo archivo .zip, para llevarlo a otra instalación.',
  operands: '<trámite> <archivo.zip | ->', operandsMin: 2, operandsMax: 2,
  options: {
    published: { kind: 'flag', says: 'Toma la versión publicada en la base de datos, y no la carpeta.' },
    version: { kind: 'text', example: 'número', says: 'Toma una versión anterior de las publicadas.' },
  },
  details: ['El trámite se nombra por su dirección («copias-simples») o por su entidad y dirección («aduana-nacional/copias-simples»). Con «-» el paquete sale por la salida estándar.', 'El paquete lleva un índice con la huella de cada archivo; la misma carpeta da siempre el mismo paquete.'],
  examples: ['export copias-simples copias-simples.zip', 'export copias-simples - --published > copias.zip'],
  async run(given, terminal) {
    const [slug = '', target = ''] = given.operands;
    const folder = given.flag('published') || given.text('version') !== undefined ? await publishedFolder(slug, given, terminal) : await ownFolder(slug, terminal);
    const packed = packProcedure(folder);
    if (target === '-') terminal.write(packed);
    else {
      const file = resolve(terminal.folder, target);
      if (existsSync(file)) refuse('file_exists', { file });
      writeFileSync(file, packed, { flag: 'wx' });
      terminal.say(`Se guardó «${folder.path}» en ${file} (${Object.keys(folder.files).length} archivos, ${packed.length} bytes).`);
    }
    return exits.ok;
  },
};

async function ownFolder(name: string, terminal: Terminal): Promise<ProcedureFolder> {
  const found = (await findFolders([], terminal)).map(({ folder }) => folder).filter(({ path }) => path === name || path.endsWith(`/${name}`));
  if (found.length > 1) refuse('several_procedures', { slug: name, ids: found.map(({ path }) => path).join(', ') });
  return found[0] ?? refuse('no_procedure', { slug: name });
}

async function publishedFolder(name: string, { text }: Given, terminal: Terminal): Promise<ProcedureFolder> {
  const installation = await openInstallation(terminal);
  try {
    const current = (await findProcedure(installation.db, name.split('/').at(-1) ?? name)) ?? refuse('no_procedure', { slug: name });
    const { procedureId, files } = await getProcedureVersion(installation.db, current.procedureId, Number(text('version') ?? current.version));
    return { path: procedureId, files };
  } finally {
    await installation.close();
  }
}
