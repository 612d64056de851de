import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Param } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { programs } from './programs.ts';
import type { Template } from './template.ts';
import type { Transitions } from './transitions.ts';

/** A script for pgbench with the texts it needs as variables. */
export type Script = { readonly text: string; readonly variables: Readonly<Record<string, string>> };

/** Reads a random case between two ends of ids, then takes or answers its task, as the number of its last fact says whose turn it is. */
export function stepScript({ first, last, transitions: { read, writes: [claim, answer], seq } }: { readonly first: string; readonly last: string; readonly transitions: Transitions }): Script {
  const variables: Record<string, string> = {};
  return {
    variables,
    text: [
      `\\set n random(${first}, ${last})`, ...said(read, 'r', variables).map((sql) => `${sql} \\gset`), `\\if :seq % 2 = ${seq % 2}`,
      ...said(claim, 'c', variables).map((sql) => `${sql};`), '\\else', ...said(answer, 'a', variables).map((sql) => `${sql};`), '\\endif',
    ].join('\n'),
  };
}

/** Hands in drafts one after the other: each client has `each` of them, from `first` on. */
export function submissionScript({ first, each, statements }: { readonly first: string; readonly each: number; readonly statements: Template }): Script {
  const variables: Record<string, string> = { i: '-1' };
  const lines = said(statements, 's', variables).map((sql) => `${sql};`);
  return { variables, text: ['\\set i :i + 1', `\\set n ${first} + :client_id * ${each} + :i`, ...lines].join('\n') };
}

// pgbench sends variables as parameters of the statement; what is text to us must be told its type there.
const said = (template: Template, mark: string, variables: Record<string, string>): readonly string[] => template.map(({ sql, params }, at) =>
  sql.trim().replaceAll(/\s*\n\s*/g, ' ').replaceAll(/\$(\d+)/g, (_, number: string) => parameter(params[Number(number) - 1], `${mark}${at}_${number}`, variables)));

function parameter(param: Param, name: string, variables: Record<string, string>): string {
  if (param === null || param === undefined) return 'null';
  if (Array.isArray(param)) return `array[${param.map((one) => `'${String(one)}'`)}]::text[]`;
  if (param === '@s') return ':seq::int';
  if (typeof param === 'number') return String(param);
  const text = variables[name] = param instanceof Date ? param.toISOString() : String(param);
  const seq = text.includes('@s') ? `replace(:${name}, '@s', :seq::text)` : `:${name}`;
  return `${text.includes('@n') ? `replace(${seq}, '@n', :n::text)` : seq}${typeOf(text)}`;
}

const types = [[/^[{[]/, '::jsonb'], [/^[0-9a-f]{8}-[0-9a-f]{4}-/, '::uuid'], [/^\d{4}-\d\d-\d\dT/, '::timestamptz']] as const;
const typeOf = (text: string): string => types.find(([pattern]) => pattern.test(text))?.[1] ?? '::text';

/** Runs a script with so many clients, prepared, and gives transactions a second without the time of connecting; with `rate`, no more of them than that. */
export async function pgbench(url: string, { text, variables }: Script, clients: number, seconds: number, rate?: number): Promise<number> {
  const { folder, remove } = temporaryFolder('pgbench');
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, `${text}\n`);
    const args = ['-n', '-M', 'prepared', '-c', clients, '-j', 2, '-T', Math.max(1, Math.round(seconds)), '-f', file, ...(rate === undefined ? [] : ['-R', rate]), ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]), url];
    const { stdout, stderr } = await promisify(execFile)(programs.pgbench, args.map(String), { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } });
    const found = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    invariant(found !== undefined && !/aborted/.test(stderr), `pgbench runs: ${stdout} ${stderr}`);
    return Number(found);
  } finally {
    remove();
  }
}
