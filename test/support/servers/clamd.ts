import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, temporaryFolder } from './daemon.ts';
import { freePort } from './ports.ts';

/** The file by which every antivirus is tried out. In two pieces, so that an antivirus leaves this source alone. */
export const eicar = Buffer.from(`${String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR`}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`, 'latin1');

/** Debian's antivirus on a port of loopback, knowing one signature: that file's, wherever a file begins with it. */
export async function startClamd(): Promise<{ readonly host: string; readonly port: number; readonly stop: () => Promise<void> }> {
  const { folder, remove } = temporaryFolder('clamd');
  const port = await freePort();
  writeFileSync(join(folder, 'eicar.ndb'), `Eicar-Test-Signature:0:0:${eicar.toString('hex')}\n`);
  writeFileSync(join(folder, 'clamd.conf'), [
    'Foreground yes', `DatabaseDirectory ${folder}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', 'StreamMaxLength 300M', 'MaxFileSize 300M', 'MaxScanSize 400M',
    'MaxThreads 4', 'Bytecode no', `TemporaryDirectory ${folder}`, 'SelfCheck 0', '',
  ].join('\n'));
  const { stop } = await startDaemon({ program: '/usr/sbin/clamd', args: ['--config-file', join(folder, 'clamd.conf')], port });
  return { host: '127.0.0.1', port, stop: async () => { await stop(); remove(); } };
}
