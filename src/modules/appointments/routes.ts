import { route, type Route } from '#kernel/http/index.ts';
import { keepAttendance, showAgenda, type CaseHref } from './handlers/agenda.ts';

/** The officer's agenda. The applicant's pages are mounted by the portal, which knows whose case it is. */
export const appointmentRoutes = (caseHref: CaseHref | undefined): readonly Route[] => [
  //    method  path                                  who                        does
  route('GET',  '/escritorio/agenda',                 ['officer', 'supervisor'], showAgenda(caseHref)),
  route('POST', '/escritorio/agenda/:id/asistencia',  ['officer', 'supervisor'], keepAttendance),
];
