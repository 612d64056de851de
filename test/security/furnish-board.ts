import { openDatabase } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { press } from '#support/procedure-steps.ts';
import { officer } from '#support/people.ts';
import type { RunningVentanilla } from '#support/ventanilla.ts';
import type { Furnished } from './furnish.ts';

/** Opens a year for evaluation, declares an indicator and contests a figure; and knows what they are called. */
export async function furnishBoard(site: RunningVentanilla, { real }: Furnished): Promise<Furnished> {
  const [head, agency] = [await officer(site.url, 'gobierno.aduana'), await officer(site.url, 'revision.agetic')], year = String(Math.min(2028, new Date().getFullYear()));
  await press(agency, '/plan/evaluacion', { gestion: year, 'plazo-day': '28', 'plazo-month': '2', 'plazo-year': String(Number(year) + 1) });
  await press(head, `/plan/evaluacion/${year}/redaccion?revision=0`, { general: 'Se publicaron los trámites de la entidad.' });
  const { headers, text } = await press(head, '/plan/indicadores/nueva', { indicador: '5.2', periodo: year, num: '1', den: '2', 'efectiva-day': '2', 'efectiva-month': '1', 'efectiva-year': year, firmante: 'Marcela Tapia', respaldo: 'Informe 1' });
  const declaration = /declaracion\/([0-9a-f-]{36})/.exec(headers.get('location') ?? '')?.[1];
  invariant(declaration, `a figure is declared: ${text.slice(0, 300)}`);
  const db = openDatabase(site.ownerUrl);
  try {
    const [contest] = await db.rows<{ id: string }>(`insert into indicators.contest (entity_id, id, indicator, period_kind, period, value, reason, evidence, contested_at, contested_by, contested_by_name)
      select id, gen_random_uuid(), '6.2', 'year', $1, 0, 'Falta un trámite.', 'Informe 2', now(), gen_random_uuid(), 'Marcela' from identity.entity where key = 'aduana-nacional' returning id`, [year]);
    const names: Readonly<Record<string, readonly string[]>> = { code: ['6.2', '13.1.1'], n: ['6'], key: ['aduana-nacional', 'gobierno-departamental'], year: [year], kind: ['month', 'day'], format: ['csv', 'json', 'sdmx'] };
    const idOf = (path: string): string | undefined => (path.startsWith('/plan/indicadores/declaracion/') ? declaration : path.startsWith('/plan/indicadores/impugnacion/') ? contest?.id : undefined);
    const isOurs = (path: string): boolean => /^\/(?:tablero\/(?!indicadores)|plan\/evaluacion|plan\/indicadores)/.test(path);
    return { real: (route, name) => (isOurs(route.path) ? (name === 'id' ? [idOf(route.path) ?? ''] : names[name] ?? []) : real(route, name)) };
  } finally { await db.close(); }
}
