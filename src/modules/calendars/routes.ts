import { Type } from 'typebox';
import { route, type Route } from '#kernel/http/index.ts';
import { correctDeclaration, keepDeclaration, keepWithdrawal, reviewDeclaration, showDeclarationForm, showWithdrawal } from './handlers/declaration.ts';
import { sendHolidays, showCalendar } from './handlers/listing.ts';

const holiday = Type.Object({
  fecha: Type.String({ description: 'Día, AAAA-MM-DD' }), nombre: Type.String(), alcance: Type.String({ description: 'nacional, departamental o municipal' }),
  departamento: Type.Optional(Type.String({ description: 'Código del departamento' })), municipio: Type.Optional(Type.String()),
  norma: Type.String(), fuente: Type.String(), porConfirmar: Type.Optional(Type.String({ description: 'Lo que falta confirmar' })),
});

const holidayList = {
  summary: 'Días no hábiles de un año, con la norma que declara cada uno', tag: 'Calendario',
  query: Type.Object({ anio: Type.Optional(Type.String()), departamento: Type.Optional(Type.String()) }),
  response: Type.Object({ anio: Type.Integer(), departamento: Type.Optional(Type.String()), feriados: Type.Array(holiday) }),
};

const declaration = { form: 'la declaración de un día no hábil' } as const;

/** The public list of holidays, and the pages with which an administrator changes it. */
export const calendarRoutes: readonly Route[] = [
  //    method  path                            who         does
  route('GET',  '/calendario',                  ['public'], showCalendar),
  route('GET',  '/api/v1/feriados',             ['public'], sendHolidays, { api: holidayList }),
  route('GET',  '/calendario/dias/nuevo',       ['admin'],  showDeclarationForm),
  route('POST', '/calendario/dias/nuevo',       ['admin'],  correctDeclaration, declaration),
  route('POST', '/calendario/dias/revision',    ['admin'],  reviewDeclaration, declaration),
  route('POST', '/calendario/dias',             ['admin'],  keepDeclaration, declaration),
  route('GET',  '/calendario/dias/:id/retiro',  ['admin'],  showWithdrawal),
  route('POST', '/calendario/dias/:id/retiro',  ['admin'],  keepWithdrawal, { form: 'el retiro de un día no hábil' }),
];
