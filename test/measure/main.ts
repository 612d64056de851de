import { takeFigures } from './figures.ts';
import type { Figure } from './figure.ts';

const asJson = process.argv.includes('--json');

const line = ({ name, value, unit, target, met }: Figure): string => {
  const aim = target === null ? '' : `${met === true ? '✔' : '✘'} at most ${target}`;
  return `${name.padEnd(28)} ${String(value).padStart(9)} ${unit.padEnd(16)} ${aim}`;
};

for (const figure of await takeFigures()) console.log(asJson ? JSON.stringify(figure) : line(figure));
