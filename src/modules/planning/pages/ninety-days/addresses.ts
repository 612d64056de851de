import type { Call, ProgrammeId } from '../../domain/ninety-days/programme.ts';

/** Address of a programme of ninety days, or of something below it. */
export const programmeHref = (id: ProgrammeId, rest = ''): string => `/plan/noventa-dias/${id}${rest}`;

/** Where a part of a programme is written, or read by whoever only reads. */
export const partHref = (id: ProgrammeId, part: string, mayWrite: boolean): string => programmeHref(id, mayWrite ? `/partes/${part}` : '/documento');

/** Where something that calls for somebody is mended. */
export function callHref(id: ProgrammeId, { where }: Pick<Call, 'where'>, mayWrite: boolean): string {
  const [kind, name = ''] = where.split(':');
  return kind === 'step' ? programmeHref(id, `/pasos/${name}`) : kind === 'result' ? programmeHref(id, '/resultados') : partHref(id, name, mayWrite);
}
