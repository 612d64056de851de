import { localDateOf, sayDayWithWeekday } from '#kernel/clock.ts';
import { framePage, navigationFor, type NavigationRow } from '#kernel/html/frame.ts';
import { icon, stylesheet } from '#kernel/html/stylesheet.ts';
import type { FrameInput, PageContent } from '#kernel/http/index.ts';
import type { DemoClock } from './demo-date/clock.ts';

const navigation: readonly NavigationRow[] = [
  //  where            what               who
  { href: '/tramites', text: 'Trámites', who: ['public'] },
  { href: '/mis-tramites', text: 'Mis trámites', who: ['applicant'] },
  { href: '/buzon', text: 'Buzón', who: ['applicant'] },
  { href: '/escritorio', text: 'Escritorio', who: ['officer', 'supervisor'] },
  { href: '/escritorio/tramites', text: 'Trámites de la entidad', who: ['auditor'] },
  { href: '/plan', text: 'Planificación', who: ['designer', 'supervisor', 'auditor', 'egov_head', 'authority', 'reviewer', 'coordinator'] },
  { href: '/control', text: 'Control', who: ['examiner', 'egov_head', 'authority', 'auditor'] },
  { href: '/tablero', text: 'Tablero', who: ['public'] },
  { href: '/administracion/personas', text: 'Personas', who: ['admin'] },
  { href: '/administracion/pagos', text: 'Pagos', who: ['admin'] },
  { href: '/administracion/ufv', text: 'UFV', who: ['admin'] },
  { href: '/administracion/estado', text: 'Estado del sistema', who: ['admin'] },
  { href: '/verificar', text: 'Verificar', who: ['public'] },
];

/** Puts the site's header, navigation and footer around the content of a page. */
export const framer = (publicUrl: () => string, demoClock: DemoClock | undefined) => (content: PageContent, input: FrameInput): string => {
  const path = input.path.split('?')[0] ?? '/';
  return framePage(content, {
    path, person: input.person, notice: input.notice, demo: demoClock !== undefined, demoDay: demoClock && demoClock.aheadMillis() > 0 ? sayDayWithWeekday(localDateOf(demoClock.now())) : undefined, origin: publicUrl(), navigation: navigationFor(navigation, input.person, path),
    csrf: input.csrf, cssHref: stylesheet().href, iconHref: icon().href,
  });
};
