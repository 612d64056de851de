#!/usr/bin/env node
// To be run after every change of the dependencies. A registry that lacks the packages of some other platforms leaves them out of the lock
// file without a word, and afterwards `npm ci` refuses that file everywhere. This names them again; nobody downloads another platform's package.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const systems = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', freebsd: 'freebsd', android: 'android', openharmony: 'openharmony' };
const processors = { x64: 'x64', arm64: 'arm64', arm: 'arm', ppc64: 'ppc64', riscv64: 'riscv64', s390x: 's390x', ia32: 'ia32' };
const libraries = { gnu: 'glibc', musl: 'musl' };

/** What a lock file should say and does not: for each package, the optional packages that have no entry. */
export function missingFrom(lock) {
  return Object.values(lock.packages).flatMap((owner) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name]) => !(`node_modules/${name}` in lock.packages))
      .map(([name, version]) => [name, entryFor(name, version, owner)]));
}

function entryFor(name, version, owner) {
  const words = name.split(/[-/]/);
  const pick = (table) => words.map((word) => table[word]).find((value) => value !== undefined);
  const libc = pick(libraries);
  return {
    version, cpu: [pick(processors)], ...(owner.dev ? { dev: true } : {}), ...(libc && pick(systems) === 'linux' ? { libc: [libc] } : {}),
    optional: true, os: [pick(systems)],
  };
}

if (process.argv[1]?.endsWith('complete-lock.mjs')) {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFrom(lock).map(([name, entry]) => [`node_modules/${name}`, entry]);
  const packages = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, undefined, 2)}\n`);
  console.log(`${missing.length} paquetes de otras plataformas añadidos a package-lock.json`);
}
