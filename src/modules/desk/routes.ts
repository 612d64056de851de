import type { Role } from '#kernel/access.ts';
import { route, type Route } from '#kernel/http/index.ts';
import { claimByApi, releaseByApi, resolveByApi } from './api/act.ts';
import { listTasks, readCase } from './api/read.ts';
import { actResult, caseDocument, caseParams, emptyBody, resolutionBody, taskPage, taskParams, taskQuery } from './api/schemas.ts';
import { downloadCertificate, downloadFile, previewFile } from './case/files.ts';
import { printRouteSheet } from './case/print-route-sheet.ts';
import { showCase } from './case/show-case.ts';
import { addNote } from './note.ts';
import { showEntityCases } from './queue/entity-cases.ts';
import { searchCases } from './queue/search.ts';
import { showQueue } from './queue/show-queue.ts';
import { retryStep } from './retry.ts';
import { askResolution, resolveTask } from './resolution/resolve.ts';
import { askRevocation, revoke } from './revocation.ts';
import { askHandOver, handOver } from './tasks/hand-over.ts';
import { claimTask, releaseTask } from './tasks/hold.ts';
import { askForOpinion, askOpinion, giveOpinion, requestOpinion } from './tasks/opinion.ts';
import { askDistribution, distribute } from './team/distribute.ts';
import { showTeam } from './team/show-team.ts';
import type { DeskDeps } from './wiring.ts';

const work: readonly Role[] = ['officer', 'supervisor'], read: readonly Role[] = [...work, 'auditor'];
const tag = 'Escritorio';

/** The officer's side of Ventanilla. Who may see or do what within the entity, the cases module decides for pages and API alike. */
export const deskRoutes = (deps: DeskDeps): readonly Route[] => [
  //    method  path                                                       who             does
  route('GET',  '/escritorio',                                             work,           showQueue),
  route('GET',  '/escritorio/busqueda',                                    read,           searchCases,    { limit: 'search' }),
  route('GET',  '/escritorio/equipo',                                      ['supervisor'], showTeam),
  route('GET',  '/escritorio/equipo/reparto',                              ['supervisor'], askDistribution),
  route('POST', '/escritorio/equipo/reparto',                              ['supervisor'], distribute),
  route('GET',  '/escritorio/tramites',                                    read,           showEntityCases),
  route('GET',  '/escritorio/tramites/:id',                                read,           showCase(deps)),
  route('GET',  '/escritorio/tramites/:id/hoja-de-ruta',                   read,           printRouteSheet(deps)),
  route('GET',  '/escritorio/tramites/:id/archivos/:file',                 read,           downloadFile(deps)),
  route('GET',  '/escritorio/tramites/:id/archivos/:file/vista',           read,           previewFile(deps)),
  route('GET',  '/escritorio/tramites/:id/certificados/:certificate',      read,           downloadCertificate(deps)),
  route('GET',  '/escritorio/tramites/:id/certificados/:certificate/revocacion', work,     askRevocation(deps)),
  route('POST', '/escritorio/tramites/:id/certificados/:certificate/revocacion', work,     revoke(deps), { form: 'la revocación de un documento' }),
  route('POST', '/escritorio/tramites/:id/notas',                          work,           addNote, { form: 'una nota interna' }),
  route('POST', '/escritorio/tramites/:id/reintento',                      ['supervisor'], retryStep),
  route('POST', '/escritorio/tramites/:id/tareas/:key/toma',               work,           claimTask),
  route('POST', '/escritorio/tramites/:id/tareas/:key/liberacion',         work,           releaseTask),
  route('GET',  '/escritorio/tramites/:id/tareas/:key/reasignacion',       work,           askHandOver),
  route('POST', '/escritorio/tramites/:id/tareas/:key/reasignacion',       work,           handOver, { form: 'la reasignación de una tarea' }),
  route('GET',  '/escritorio/tramites/:id/tareas/:key/resolucion',         work,           askResolution(deps)),
  route('POST', '/escritorio/tramites/:id/tareas/:key/resolucion',         work,           resolveTask(deps), { body: 'either', form: 'la respuesta a una tarea' }),
  route('GET',  '/escritorio/tramites/:id/tareas/:key/consulta',           work,           askForOpinion),
  route('POST', '/escritorio/tramites/:id/tareas/:key/consulta',           work,           requestOpinion, { form: 'una consulta a otra unidad' }),
  route('GET',  '/escritorio/tramites/:id/tareas/:key/opinion',            work,           askOpinion(deps)),
  route('POST', '/escritorio/tramites/:id/tareas/:key/opinion',            work,           giveOpinion(deps), { form: 'una opinión para otra unidad' }),

  route('GET',  '/api/v1/escritorio/tareas',                               work,           listTasks,
    { api: { tag, summary: 'Una página de las tareas de sus unidades, lo que vence antes primero', query: taskQuery, response: taskPage } }),
  route('GET',  '/api/v1/tramites-en-curso/:id',                           read,           readCase,
    { api: { tag, summary: 'Un trámite en curso, sus tareas y su historia', params: caseParams, response: caseDocument } }),
  route('POST', '/api/v1/tramites-en-curso/:id/tareas/:key/toma',          work,           claimByApi,
    { body: 'json', api: { tag, summary: 'Tomar una tarea de su unidad', params: taskParams, body: emptyBody, response: actResult } }),
  route('POST', '/api/v1/tramites-en-curso/:id/tareas/:key/liberacion',    work,           releaseByApi,
    { body: 'json', api: { tag, summary: 'Liberar una tarea', params: taskParams, body: emptyBody, response: actResult } }),
  route('POST', '/api/v1/tramites-en-curso/:id/tareas/:key/resolucion',    work,           resolveByApi,
    { body: 'json', api: { tag, summary: 'Resolver una tarea', params: taskParams, body: resolutionBody, response: actResult } }),
];
