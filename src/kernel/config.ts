import { resolve } from 'node:path';
import { refusals } from './errors/index.ts';

const refuse = refusals('config', {
  bad_port: [500, 'PORT debe ser un número entre 0 y 65535, y es «{value}». Corríjalo y vuelva a iniciar.'],
  bad_clock: [500, 'VENTANILLA_CLOCK_AHEAD_HOURS adelanta el reloj de una demostración: debe ser un número de horas entre 0 y {max}, y es «{value}». Corríjalo y vuelva a iniciar.'],
  clock_of_the_real: [500, 'VENTANILLA_CLOCK_AHEAD_HOURS solo vale en una demostración: los plazos de verdad corren con la hora de verdad. Quítela y vuelva a iniciar.'],
  bad_url: [500, '{name} debe ser una dirección completa, y es «{value}». Corríjala y vuelva a iniciar.'],
});

/** How one installation runs; everything comes from the environment, and every value has a sensible default. */
export type Config = {
  readonly port: number;
  /** Address to listen on: loopback unless somebody says otherwise. */
  readonly host: string;
  /** A Postgres server; absent means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Owner of the schemas, for migrations; absent means the same as `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined;
  /** Folder of the embedded database, files and keys. */
  readonly dataFolder: string;
  /** Address at which people reach the site, without a slash at the end; absent means the one it listens on. */
  readonly publicUrl: string | undefined;
  /** Whether this is a demonstration: invented people, simulators, and a banner that says so. */
  readonly demo: boolean;
  /** How many hours a demonstration lives ahead of the real time, so that what happens in days can be seen today. Always 0 outside one. */
  readonly clockAheadHours: number;
  /** Whether a proxy in front is trusted to say who calls (`X-Forwarded-*`). */
  readonly trustProxy: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Reads the configuration, or refuses with a sentence that names the variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const demo = environment.VENTANILLA_DEMO !== 'no';
  return {
    port: readPort(environment.PORT ?? '3000'),
    host: environment.HOST ?? '127.0.0.1',
    databaseUrl: readUrl('DATABASE_URL', environment.DATABASE_URL),
    databaseOwnerUrl: readUrl('DATABASE_OWNER_URL', environment.DATABASE_OWNER_URL),
    dataFolder: resolve(environment.VENTANILLA_DATA ?? 'var'),
    publicUrl: readUrl('VENTANILLA_URL', environment.VENTANILLA_URL)?.replace(/\/$/, ''),
    demo,
    clockAheadHours: readClockAhead(environment.VENTANILLA_CLOCK_AHEAD_HOURS ?? '', demo),
    trustProxy: environment.TRUST_PROXY === 'yes',
    environment,
  };
}

function readPort(value: string): number {
  const port = Number(value);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : refuse('bad_port', { value });
}

const clockAheadHoursMax = 20_000;

function readClockAhead(value: string, demo: boolean): number {
  if (value === '') return 0;
  if (!demo) refuse('clock_of_the_real');
  const hours = Number(value);
  return hours >= 0 && hours <= clockAheadHoursMax ? hours : refuse('bad_clock', { value, max: clockAheadHoursMax });
}

function readUrl(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  return URL.canParse(value) ? value : refuse('bad_url', { name, value: value.replace(/:[^:@/]*@/, ':…@') });
}
