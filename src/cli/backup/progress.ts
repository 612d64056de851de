import type { Terminal } from '../terminal.ts';

const quietMillis = 5_000;

/** Tells how far long work has come: at once where somebody watches, a line now and then where nobody does. */
export function progressOf({ progress, tell, now }: Pick<Terminal, 'progress' | 'tell' | 'now'>): (what: string, done: number, all: number) => void {
  let told = now().getTime();
  return (what, done, all) => {
    const line = `${what}: ${done} de ${all}`;
    progress(line);
    if (now().getTime() - told < quietMillis) return;
    told = now().getTime();
    tell(line);
  };
}
