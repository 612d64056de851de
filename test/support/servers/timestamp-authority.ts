import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { temporaryFolder } from './daemon.ts';
import { openssl } from './openssl.ts';

/** An authority of time that is not ours: openssl answers (RFC 3161), over HTTP (§3.4). */
export type TestTimestampAuthority = {
  readonly url: string;
  /** PEM file with the certificate of the authority's root. */
  readonly root: string;
  /** From now on, answers that it is out of order (HTTP 503), or no longer. */
  readonly setBroken: (broken: boolean) => void;
  readonly stop: () => Promise<void>;
};

const settings = `
[ tsa ]
default_tsa = authority
[ authority ]
serial = serial
signer_cert = authority.pem
certs = root.pem
signer_key = authority.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.13762.3
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ root ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[ stamping ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
`;

/** Makes the authority's keys and starts it on a free port. */
export async function startTimestampAuthority(): Promise<TestTimestampAuthority> {
  const { folder, remove } = temporaryFolder('tsa');
  makeAuthority(folder);
  let broken = false;
  const server = createServer(async (request, response) => {
    const question = await buffer(request);
    const answer = broken ? undefined : answerTo(folder, question);
    response.writeHead(answer ? 200 : 503, { 'content-type': 'application/timestamp-reply' }).end(answer);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => { server.close(() => { remove(); resolve(); }); server.closeAllConnections(); });
  return { url: `http://127.0.0.1:${port}/`, root: join(folder, 'root.pem'), setBroken: (now) => { broken = now; }, stop };
}

function makeAuthority(folder: string): void {
  writeFileSync(join(folder, 'openssl.cnf'), settings);
  writeFileSync(join(folder, 'serial'), '01\n');
  for (const name of ['root', 'authority']) openssl(folder, ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', `${name}.key`]);
  const certificate = (name: string, subject: string, extensions: string, ...signer: readonly string[]) => {
    openssl(folder, ['req', '-new', '-key', `${name}.key`, '-subj', subject, '-out', `${name}.csr`]);
    openssl(folder, ['x509', '-req', '-in', `${name}.csr`, '-sha256', '-days', '30', '-extfile', 'openssl.cnf', '-extensions', extensions, '-out', `${name}.pem`, ...signer]);
  };
  certificate('root', '/O=Autoridad de prueba/CN=Raiz de tiempo', 'root', '-signkey', 'root.key');
  certificate('authority', '/O=Autoridad de prueba/CN=Sellado de tiempo', 'stamping', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial');
}

function answerTo(folder: string, question: Buffer): Buffer | undefined {
  const name = randomUUID();
  writeFileSync(join(folder, `${name}.tsq`), question);
  openssl(folder, ['ts', '-reply', '-config', 'openssl.cnf', '-section', 'authority', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`]);
  return existsSync(join(folder, `${name}.tsr`)) ? readFileSync(join(folder, `${name}.tsr`)) : undefined;
}
