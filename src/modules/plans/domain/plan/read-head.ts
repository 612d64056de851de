import type { FormBody } from '#kernel/http/index.ts';

/** What was typed about a plan itself: what could be understood, or what must be put right. */
export type ReadHead = {
  readonly titulo: string; readonly desde: string; readonly hasta: string;
  readonly problems: readonly { readonly field: 'titulo' | 'desde' | 'hasta'; readonly text: string }[];
  readonly head: { readonly title: string; readonly fromYear: number; readonly toYear: number };
};

const titleMax = 200, yearMin = 2000, yearMax = 2100, yearsMax = 10;

/** Reads name and years of a plan. */
export function readHead(form: FormBody): ReadHead {
  const text = (name: string): string => { const it = form[name]; return typeof it === 'string' ? it.normalize('NFC').replaceAll(/\s+/g, ' ').trim() : ''; };
  const titulo = text('titulo'), desde = text('desde'), hasta = text('hasta'), fromYear = yearIn(desde), toYear = yearIn(hasta);
  const problems: ReadHead['problems'] = [
    ...(!/\p{L}{3}/u.test(titulo) ? [{ field: 'titulo', text: 'Escriba el nombre del plan, por ejemplo Plan institucional de gobierno electrónico.' } as const] : titulo.length > titleMax ? [{ field: 'titulo', text: `Escriba un nombre de ${titleMax} letras como máximo.` } as const] : []),
    ...(fromYear === undefined ? [{ field: 'desde', text: 'Escriba el primer año con cuatro cifras, por ejemplo 2025.' } as const] : []),
    ...(toYear === undefined ? [{ field: 'hasta', text: 'Escriba el último año con cuatro cifras, por ejemplo 2028.' } as const] : []),
    ...(fromYear !== undefined && toYear !== undefined && (toYear < fromYear || toYear - fromYear >= yearsMax) ? [{ field: 'hasta', text: `El último año no puede ser anterior al primero, y el plan dura ${yearsMax} años como máximo. Corrija el último año.` } as const] : []),
  ];
  return { titulo, desde, hasta, problems, head: { title: titulo, fromYear: fromYear ?? 0, toYear: toYear ?? 0 } };
}

function yearIn(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  return year >= yearMin && year <= yearMax ? year : undefined;
}
