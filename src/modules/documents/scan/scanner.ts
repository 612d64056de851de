import { existsSync } from 'node:fs';
import type { Log } from '#kernel/log.ts';
import { refusals } from '#kernel/errors/index.ts';
import type { Verdict } from '../domain/types.ts';
import { pingClamd, scanFile, type ClamdAddress } from './clamd.ts';

const refuse = refusals('documents', {
  bad_clamd: [500, 'CLAMD debe ser «no», la ruta de un socket o «servidor:puerto», y es «{value}». Corríjalo y vuelva a iniciar.'],
});

/** The antivirus, where there is one. */
export type Scanner = {
  readonly scan: (path: string) => Promise<Verdict>;
  /** How it is now, for the administrator. */
  readonly health: () => Promise<ScannerHealth>;
};

/** `note` is a plain sentence in Spanish for the administrator's page and the log. */
export type ScannerHealth = { readonly state: 'working' | 'unreachable' | 'absent'; readonly note: string };

const absentNote = 'No hay antivirus: los archivos que se reciben quedan marcados «no revisado». Instale clamav-daemon, o indique en CLAMD dónde escucha.';
const unreachableNote = 'El antivirus (clamd) no responde: los archivos nuevos quedan marcados «no revisado» y se revisarán cuando vuelva. Revise el servicio clamav-daemon.';
const debianSocket = '/run/clamav/clamd.ctl';

/** The antivirus that the environment names (`CLAMD`), or Debian's where its socket exists, or none. */
export function scannerFrom(environment: Readonly<Record<string, string | undefined>>, log: Log): Scanner {
  const address = readAddress(environment.CLAMD);
  if (address === undefined) return { scan: () => Promise.resolve('unreachable'), health: () => Promise.resolve({ state: 'absent', note: absentNote }) };
  return {
    scan: async (path) => {
      const verdict = await scanFile(address, path);
      if (verdict === 'unreachable') log.warn('documents.antivirus_unreachable', { note: unreachableNote });
      return verdict;
    },
    health: async () => (await pingClamd(address)) ? { state: 'working', note: 'El antivirus revisa cada archivo que se recibe.' } : { state: 'unreachable', note: unreachableNote },
  };
}

function readAddress(value: string | undefined): ClamdAddress | undefined {
  if (value === 'no') return undefined;
  if (value === undefined || value === '') return existsSync(debianSocket) ? { path: debianSocket } : undefined;
  if (value.startsWith('/')) return { path: value };
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
  return host !== undefined && Number(port) <= 65_535 ? { host, port: Number(port) } : refuse('bad_clamd', { value });
}
