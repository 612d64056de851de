import { route, type Route } from '#kernel/http/index.ts';
import type { Board } from './domain/dashboard/frame.ts';
import { downloadGoals, showDashboard, showLine } from './handlers/dashboard/country.ts';
import { downloadEntity, downloadProcedures, showDay, showEntity } from './handlers/dashboard/entity.ts';
import { downloadCourse, downloadEntities, showGoal } from './handlers/dashboard/goal.ts';
import { askContest, keepAnswer, keepContest, showContest, showContests } from './handlers/declared/contests.ts';
import { askDeclaration, beginDeclared, editDeclaration, keepDeclaration, showDeclaration, showDeclarations, stepDeclaration } from './handlers/declared/declarations.ts';
import { downloadEvaluation, keepWriting, showEvaluation, showWriting, stepEvaluation } from './handlers/evaluation/evaluations.ts';
import { downloadFinal, keepFinalForm, showFinal } from './handlers/evaluation/final.ts';
import { askClose, confirmClose, openYearForm, showYear, showYears } from './handlers/evaluation/years.ts';

const readers = ['egov_head', 'authority', 'supervisor', 'designer', 'auditor', 'coordinator', 'reviewer'] as const, heads = ['egov_head'] as const, evaluators = ['egov_head', 'authority', 'supervisor', 'designer', 'auditor', 'reviewer'] as const;
const declared = { form: 'la declaración de un indicador' } as const;

/** Who may see and declare what of the indicators of the national plan. The dashboard is for anybody. */
export const boardRoutes = (board: Board): readonly Route[] => [
  //    method  path                                              who                                      does
  route('GET',  '/tablero',                                       ['public'],                              showDashboard(board)),
  route('GET',  '/tablero/linea/:n',                              ['public'],                              showLine(board)),
  route('GET',  '/tablero/meta/:code',                            ['public'],                              showGoal(board)),
  route('GET',  '/tablero/entidad/:key',                          ['public'],                              showEntity(board)),
  route('GET',  '/tablero/datos/metas/:year/:format',             ['public'],                              downloadGoals(board), { limit: 'file' }),
  route('GET',  '/tablero/datos/meta/:code/:kind/:format',        ['public'],                              downloadCourse(board), { limit: 'file' }),
  route('GET',  '/tablero/datos/meta/:code/entidades/:year/:format', ['public'],                           downloadEntities(board), { limit: 'file' }),
  route('GET',  '/tablero/datos/entidad/:key/tramites/:format',   ['public'],                              downloadProcedures, { limit: 'file' }),
  route('GET',  '/tablero/datos/entidad/:key/:year/:format',      ['public'],                              downloadEntity(board), { limit: 'file' }),
  route('GET',  '/plan/indicadores',                              readers,                                 showDeclarations(board)),
  route('GET',  '/plan/indicadores/dia',                          ['supervisor', 'egov_head', 'authority', 'auditor'], showDay),
  route('GET',  '/plan/indicadores/nueva',                        heads,                                   askDeclaration(board)),
  route('POST', '/plan/indicadores/nueva',                        heads,                                   beginDeclared(board), declared),
  route('GET',  '/plan/indicadores/declaracion/:id',              readers,                                 showDeclaration(board)),
  route('GET',  '/plan/indicadores/declaracion/:id/edicion',      heads,                                   editDeclaration(board)),
  route('POST', '/plan/indicadores/declaracion/:id/edicion',      heads,                                   keepDeclaration(board), declared),
  route('POST', '/plan/indicadores/declaracion/:id/paso',         ['egov_head', 'coordinator', 'reviewer'], stepDeclaration(board), { form: 'el motivo de una devolución' }),
  route('GET',  '/plan/indicadores/impugnaciones',                readers,                                 showContests(board)),
  route('GET',  '/plan/indicadores/impugnaciones/nueva',          heads,                                   askContest(board)),
  route('POST', '/plan/indicadores/impugnaciones/nueva',          heads,                                   keepContest(board), { form: 'la impugnación de una cifra' }),
  route('GET',  '/plan/indicadores/impugnacion/:id',              readers,                                 showContest(board)),
  route('POST', '/plan/indicadores/impugnacion/:id/respuesta',    ['reviewer'],                            keepAnswer(board), { form: 'la respuesta a una impugnación' }),
  route('GET',  '/plan/evaluacion',                               evaluators,                              showYears(board)),
  route('POST', '/plan/evaluacion',                               ['reviewer'],                            openYearForm(board), { form: 'la apertura de un año de evaluación' }),
  route('GET',  '/plan/evaluacion/:year',                         evaluators,                              showYear(board)),
  route('GET',  '/plan/evaluacion/:year/cierre',                  ['reviewer'],                            askClose),
  route('POST', '/plan/evaluacion/:year/cierre',                  ['reviewer'],                            confirmClose),
  route('GET',  '/plan/evaluacion/:year/redaccion',               heads,                                   showWriting(board)),
  route('POST', '/plan/evaluacion/:year/redaccion',               heads,                                   keepWriting(board), { form: 'la evaluación de su entidad' }),
  route('GET',  '/plan/evaluacion/:year/entidad/:key',            evaluators,                              showEvaluation(board)),
  route('POST', '/plan/evaluacion/:year/entidad/:key/paso',       ['egov_head', 'reviewer'],               stepEvaluation(board), { form: 'la observación de una evaluación' }),
  route('GET',  '/plan/evaluacion/:year/entidad/:key/informe/:format', evaluators,                         downloadEvaluation(board), { limit: 'file' }),
  route('GET',  '/plan/evaluacion/:year/final',                   evaluators,                              showFinal(board)),
  route('POST', '/plan/evaluacion/:year/final',                   ['reviewer'],                            keepFinalForm(board), { form: 'la evaluación final' }),
  route('GET',  '/plan/evaluacion/:year/final/informe/:format',   evaluators,                              downloadFinal(board), { limit: 'file' }),
];
