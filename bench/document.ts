import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Taken } from './measurement.ts';
import type { Bench, Suite } from './support/bench.ts';
import { programs } from './support/programs.ts';
import { root } from './support/site.ts';

/** What one suite found. */
export type Chapter = { readonly suite: Suite; readonly taken: readonly Taken[] };

/** Writes docs/benchmarks.md: where and when, what was found and how, and what was missed and why. */
export function writeDocument(chapters: readonly Chapter[], bench: Bench): void {
  writeFileSync(join(root, 'docs/benchmarks.md'), `${[head(bench), missed(chapters), ...chapters.map(chapter)].join('\n\n')}\n`);
}

const head = ({ postgres, scale: { rounds, roundSeconds } }: Bench): string => `# How fast it is

Written by \`npm run bench -- --write\`; nothing here is typed by hand. Every figure stands beside what the machine can do at most, measured in the same run: contenders take
turns, ${rounds} rounds of ${roundSeconds} s each, and a ratio is the median of the rounds, each against its own limit. So what else the machine was doing disturbs both; absolute figures
belong to this machine and this day.

| | |
|---|---|
| date | ${new Date().toISOString().slice(0, 10)} |
| machine | ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()} |
| load when it ended (1, 5, 15 minutes) | ${loadavg().map((load) => load.toFixed(1)).join(' · ')} |
| Node | ${process.version} |
| database | ${postgres === 'embedded' ? 'the embedded Postgres' : said(programs.postgres, '--version')}, every commit on the disk, through a socket of the machine |
| limits | ${said(programs.pgbench, '--version')} · wrk · \`pg\` |
| source | ${said('git', '-C', root, 'log', '-1', '--format=%h of %cs')} |`;

function said(program: string, ...args: readonly string[]): string {
  try { return execFileSync(program, [...args], { encoding: 'utf8' }).trim(); } catch { return 'unknown'; }
}

function missed(chapters: readonly Chapter[]): string {
  const targets = chapters.flatMap(({ taken }) => taken).filter(({ met }) => met !== null);
  const gaps = chapters.flatMap(({ suite, taken }) => {
    const short = taken.filter(({ met }) => met === false);
    return short.length === 0 ? [] : [`**${suite.title}.** ${short.map((one) => `\`${one.name}\` is ${sayGap(one)}`).join('; ')}. ${suite.inTheWay ?? ''}`];
  });
  return `## Targets: ${targets.filter(({ met }) => met).length} of ${targets.length} met\n\n${gaps.length === 0 ? 'None was missed.' : `What was missed, by how much, and what is in the way:\n\n${gaps.map((gap) => `- ${gap}`).join('\n')}`}`;
}

function sayGap({ goal, value, ratio, unit }: Taken): string {
  const found = goal?.of === 'ratio' ? ratio ?? 0 : value, wanted = goal?.atLeast ?? goal?.atMost ?? 0;
  return `${found}${goal?.of === 'ratio' ? ' of the limit' : ` ${unit}`} where ${sayGoal(goal)} was wanted, ${Math.round(Math.abs(1 - found / (wanted || 1)) * 100)} % ${goal?.atLeast === undefined ? 'over' : 'short'}`;
}

const sayGoal = (goal: Taken['goal']): string => (goal === undefined ? '' : goal.atLeast === undefined ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`);

function chapter({ suite, taken }: Chapter): string {
  const rows = taken.map((one) => `| ${[`\`${one.name}\``, `${one.value} ${one.unit}`, one.limit === null ? '' : `${one.limit} (${one.beside ?? ''})`, one.ratio ?? '', one.goal === undefined ? '' : `${one.goal.of} ${sayGoal(one.goal)}`, one.met === null ? '' : one.met ? 'yes' : '**no**'].join(' | ')} |`);
  return `## ${suite.title}\n\n${suite.method}\n\n| measurement | value | limit | ratio | target | met |\n|---|---|---|---|---|---|\n${rows.join('\n')}`;
}
