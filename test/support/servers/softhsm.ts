import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#kernel/errors/index.ts';
import { temporaryFolder } from './daemon.ts';
import { openssl } from './openssl.ts';

/** A signing device in software, with one key and its certificate. */
export type TestToken = {
  readonly library: string; readonly token: string; readonly key: string; readonly pin: string;
  /** PEM file with the certificate of the key, signed by itself. */
  readonly certificates: string;
  /** The device looks for its tokens where this says; set it before the library is loaded. */
  readonly env: { readonly SOFTHSM2_CONF: string };
  readonly stop: () => void;
};

const kinds = { rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], ec: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'] } as const;

/** Makes a token with a key inside. The library reads its settings once in a process, so one token a process. */
export function makeToken(kind: keyof typeof kinds = 'rsa'): TestToken {
  const { folder, remove } = temporaryFolder('softhsm');
  const file = (name: string) => join(folder, name);
  const token = 'ventanilla', key = 'sello', pin = '824193';
  const env = { SOFTHSM2_CONF: file('softhsm2.conf') };
  mkdirSync(file('tokens'));
  writeFileSync(env.SOFTHSM2_CONF, `directories.tokendir = ${file('tokens')}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n`);
  openssl(folder, ['genpkey', ...kinds[kind], '-out', 'key.pem']);
  openssl(folder, ['req', '-x509', '-new', '-key', 'key.pem', '-sha256', '-days', '30', '-subj', '/C=BO/O=Entidad de prueba/CN=Sello de prueba', '-out', 'certificate.pem',
    '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation', '-addext', 'basicConstraints=critical,CA:FALSE']);
  softhsm(env, ['--init-token', '--free', '--label', token, '--so-pin', pin, '--pin', pin]);
  softhsm(env, ['--import', file('key.pem'), '--token', token, '--label', key, '--id', '01', '--pin', pin]);
  return { library: '/usr/lib/softhsm/libsofthsm2.so', token, key, pin, certificates: file('certificate.pem'), env, stop: remove };
}

function softhsm(env: NodeJS.ProcessEnv, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('softhsm2-util', args, { encoding: 'utf8', env: { ...process.env, ...env } });
  invariant(status === 0, `softhsm2-util ${args[0]} succeeds: ${stdout}${stderr}`);
}
