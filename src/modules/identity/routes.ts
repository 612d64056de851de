import { officerRoles, type Role } from '#kernel/access.ts';
import { route, seeOther, type Route } from '#kernel/http/index.ts';
import { leave, receiveFromProvider, sendToProvider, showDoors } from './handlers/citizen-login.ts';
import { declineRecovered, sendRecovered, showRecovered } from './handlers/late-forms.ts';
import { askCode, askEnrolment, askNewPassword, askPassword, takeCode, takeEnrolment, takeNewPassword, takePassword } from './handlers/officer-login.ts';
import { askOwnPassword, closeOwnSession, closeOwnSessions, showAccount, takeOwnPassword } from './handlers/own-account.ts';
import { askOfficer, putBack, resetAccount, showOfficer, showPeople, takeAccess, takeOfficer, takeOut } from './handlers/people.ts';
import type { Wiring } from './wiring.ts';

const anybody: readonly Role[] = ['public'];
const officers: readonly Role[] = officerRoles;
const persons: readonly Role[] = ['applicant', ...officers];
const admins: readonly Role[] = ['admin'];
const login = { limit: 'login' } as const;

/** Who may do what here. */
export const identityRoutes = (wiring: Wiring): readonly Route[] => [
  route('GET', '/ingresar', anybody, showDoors(wiring)),
  route('GET', '/ingresar/ciudadania', anybody, sendToProvider(wiring)),
  route('GET', '/ingresar/retorno', anybody, receiveFromProvider(wiring)),
  route('GET', '/ingresar/servidor', anybody, askPassword(wiring)),
  route('POST', '/ingresar/servidor', anybody, takePassword(wiring), login),
  route('GET', '/ingresar/servidor/codigo', anybody, askCode(wiring)),
  route('POST', '/ingresar/servidor/codigo', anybody, takeCode(wiring), login),
  route('GET', '/ingresar/servidor/contrasena', anybody, askNewPassword(wiring)),
  route('POST', '/ingresar/servidor/contrasena', anybody, takeNewPassword(wiring), login),
  route('GET', '/ingresar/servidor/inscripcion', anybody, askEnrolment(wiring)),
  route('POST', '/ingresar/servidor/inscripcion', anybody, takeEnrolment(wiring), login),
  route('POST', '/salir', anybody, leave(wiring)),

  route('GET', '/recuperado', persons, showRecovered(wiring)),
  route('POST', '/recuperado/:id/envio', persons, sendRecovered(wiring)),
  route('POST', '/recuperado/:id/descarte', persons, declineRecovered(wiring)),

  route('GET', '/mi-cuenta', persons, showAccount(wiring)),
  route('POST', '/mi-cuenta/sesiones/cierre', persons, closeOwnSessions(wiring)),
  route('POST', '/mi-cuenta/sesiones/:id/cierre', persons, closeOwnSession(wiring)),
  route('GET', '/mi-cuenta/contrasena', officers, askOwnPassword()),
  route('POST', '/mi-cuenta/contrasena', officers, takeOwnPassword(wiring), login),

  route('GET', '/administracion', admins, () => seeOther('/administracion/personas')),
  route('GET', '/administracion/personas', admins, showPeople),
  route('GET', '/administracion/personas/nueva', admins, askOfficer),
  route('POST', '/administracion/personas', admins, takeOfficer),
  route('GET', '/administracion/personas/:id', admins, showOfficer),
  route('POST', '/administracion/personas/:id/permisos', admins, takeAccess(wiring)),
  route('POST', '/administracion/personas/:id/baja', admins, takeOut(wiring)),
  route('POST', '/administracion/personas/:id/alta', admins, putBack),
  route('POST', '/administracion/personas/:id/reposicion', admins, resetAccount(wiring)),
];
