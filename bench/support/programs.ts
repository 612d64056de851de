import { existsSync } from 'node:fs';

/** Programs of Debian that measure, and the server they measure. */
export const programs = { pgbench: '/usr/lib/postgresql/15/bin/pgbench', postgres: '/usr/lib/postgresql/15/bin/postgres', wrk: '/usr/bin/wrk' } as const;

export type Program = keyof typeof programs;

/** Those of these programs that are not installed here. */
export const missingOf = (needed: readonly Program[]): readonly Program[] => needed.filter((name) => !existsSync(programs[name]));
