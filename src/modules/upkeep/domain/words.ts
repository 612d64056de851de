import { countMax } from './facts.ts';

const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** «350 kB», «46,2 MB», «1,3 TB»: thousands, as disks are sold. */
export function saySize(bytes: number): string {
  const step = Math.min(sizes.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  return `${number.format(bytes / 1_000 ** (step + 1))} ${sizes[step] ?? ''}`;
}

const sizes = ['kB', 'MB', 'GB', 'TB'] as const;

/** «1 correo», «20 correos», «más de 999 correos»: counting stops at `countMax`. */
export const sayCount = (count: number, one: string, several: string): string =>
  (count === 1 ? `1 ${one}` : `${count >= countMax ? `más de ${countMax - 1}` : count} ${several}`);
