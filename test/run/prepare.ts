import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nothing, type Outcome } from './outcome.ts';
import { root, runProgram } from './programs.ts';

// Debian packages, each with a program or file that shows it is there, and what cannot be tested without it.
const packages = [
  { name: 'postgresql-15', proof: '/usr/lib/postgresql/15/bin/postgres', serves: "Debian's Postgres 15" },
  { name: 'chromium', proof: '/usr/bin/chromium', serves: 'journeys in a browser' },
  { name: 'chromium-l10n', proof: '/usr/lib/chromium/locales/es.pak', serves: 'a browser that speaks Spanish' },
  { name: 'fonts-liberation', proof: '/usr/share/fonts/truetype/liberation', serves: 'pictures that look alike everywhere' },
  { name: 'clamav-daemon', proof: '/usr/sbin/clamd', serves: 'antivirus' },
  { name: 'softhsm2', proof: '/usr/bin/softhsm2-util', serves: 'keys by PKCS#11' },
  { name: 'poppler-utils', proof: '/usr/bin/pdfsig', serves: 'seals checked by a foreign program' },
  { name: 'libreoffice-calc-nogui', proof: '/usr/lib/libreoffice/program/libsclo.so', serves: 'sheets opened by a foreign program' },
  { name: 'libreoffice-writer-nogui', proof: '/usr/lib/libreoffice/program/libswlo.so', serves: 'texts opened by a foreign program' },
  { name: 'openssl', proof: '/usr/bin/openssl', serves: 'time-stamp authority' },
  { name: 'apache2-bin', proof: '/usr/sbin/apache2', serves: 'foreign client of the identity provider' },
  { name: 'libapache2-mod-auth-openidc', proof: '/usr/lib/apache2/modules/mod_auth_openidc.so', serves: 'foreign client of the identity provider' },
  { name: 'wrk', proof: '/usr/bin/wrk', serves: 'measurements over HTTP' },
  { name: 'g++', proof: '/usr/bin/g++', serves: 'building the PKCS#11 binding' },
  { name: 'make', proof: '/usr/bin/make', serves: 'building the PKCS#11 binding' },
  { name: 'python3', proof: '/usr/bin/python3', serves: 'building the PKCS#11 binding' },
] as const;

/** Installs what the tests need and this machine lacks. What cannot be had is named; in CI that is a failure. */
export async function prepareMachine(): Promise<Outcome> {
  const log = await installMissing() + await buildBinding();
  const lacking = findMissing().map(({ name, serves }) => `${name} is not installed, so not tested: ${serves}`);
  const binding = isBindingBuilt() ? [] : ['pkcs11js could not be built, so not tested: keys by PKCS#11'];
  const all = [...lacking, ...binding];
  return process.env.CI ? { ...nothing, failed: all.length, log: `${log}\n${all.join('\n')}\n` } : { ...nothing, skipped: all };
}

const findMissing = () => packages.filter(({ proof }) => !existsSync(proof));

async function installMissing(): Promise<string> {
  const names = findMissing().map(({ name }) => name);
  if (names.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return '';
  const letStart = keepServicesDown();
  try {
    const updated = await apt(['update']);
    const installed = await apt(['install', '--yes', '--no-install-recommends', ...names]);
    return updated.output + installed.output;
  } finally {
    letStart();
  }
}

const apt = (args: readonly string[]) =>
  runProgram('/usr/bin/apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Options::=--force-confold', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

// Debian asks this program before it starts the service of a package it installs; 101 means no. Our tests start their own.
function keepServicesDown(): () => void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => undefined;
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}

const isBindingBuilt = (): boolean => spawnSync(process.execPath, ['-e', 'require("pkcs11js")'], { cwd: root }).status === 0;

// The headers come with the bundled Node, so that nothing is fetched from anywhere.
async function buildBinding(): Promise<string> {
  if (isBindingBuilt()) return '';
  const headers = join(root, 'node_modules', `node-${process.platform}-${process.arch}`);
  const env = { ...process.env, npm_config_nodedir: headers };
  const { output } = await runProgram('npm', ['rebuild', 'pkcs11js', '--ignore-scripts=false', '--foreground-scripts'], { env });
  return output;
}
