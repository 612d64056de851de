import type { Documents } from '#modules/documents/index.ts';
import { route, type Route } from '#kernel/http/index.ts';
import { registerNational, showNational } from './handlers/procedure/national.ts';
import { showCoordination, showQueue } from './handlers/procedure/queue.ts';
import { askRegistration, askResolution, giveRegistration, giveResolution } from './handlers/procedure/resolution.ts';
import { addObservation, askEnd, endReview, judgeAnswer, removeObservation, showReview } from './handlers/procedure/review.ts';
import { giveOpinion, sendResolution, showStanding } from './handlers/procedure/standing.ts';
import { approve, askAnswers, askApproval, askClosing, askRegister, close, register, sendAnswers } from './handlers/procedure/steps.ts';
import { askCode, compare, showVerified } from './handlers/procedure/verify.ts';
import { downloadResolution } from './handlers/public/published.ts';

const planners = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority', 'reviewer', 'coordinator'] as const;
const head = ['egov_head'] as const, agency = ['reviewer'] as const, authority = ['authority'] as const, anybody = ['public'] as const;
const observation = { form: 'una observación al plan' } as const;

/** Who takes which step of a plan. The diagram says the same of each task, and the decision asks it. */
export const procedureRoutes = (documents: Documents): readonly Route[] => [
  //    method  path                                                  who              does
  route('GET',  '/plan/pige/calendario-nacional',                     planners,        showNational),
  route('POST', '/plan/pige/calendario-nacional/:kind',               agency,          registerNational, { form: 'un acto del calendario nacional' }),
  route('GET',  '/plan/pige/revision',                                agency,          showQueue),
  route('GET',  '/plan/pige/revision/:id',                            agency,          showReview),
  route('POST', '/plan/pige/revision/:id/observaciones',              agency,          addObservation, observation),
  route('POST', '/plan/pige/revision/:id/observaciones/:key/retiro',  agency,          removeObservation),
  route('POST', '/plan/pige/revision/:id/respuestas/:number',         agency,          judgeAnswer),
  route('GET',  '/plan/pige/revision/:id/envio',                      agency,          askEnd('observe')),
  route('POST', '/plan/pige/revision/:id/envio',                      agency,          endReview('observe')),
  route('GET',  '/plan/pige/revision/:id/conformidad',                agency,          askEnd('conform')),
  route('POST', '/plan/pige/revision/:id/conformidad',                agency,          endReview('conform')),
  route('GET',  '/plan/pige/coordinacion',                            ['coordinator'], showCoordination),
  route('GET',  '/plan/pige/:id/tramite',                             planners,        showStanding),
  route('POST', '/plan/pige/:id/opinion',                             ['coordinator'], giveOpinion, { form: 'una opinión sobre el plan' }),
  route('GET',  '/plan/pige/:id/registro',                            head,            askRegister),
  route('POST', '/plan/pige/:id/registro',                            head,            register),
  route('GET',  '/plan/pige/:id/respuestas',                          head,            askAnswers),
  route('POST', '/plan/pige/:id/respuestas',                          head,            sendAnswers, { form: 'las respuestas a las observaciones' }),
  route('GET',  '/plan/pige/:id/aprobacion',                          head,            askApproval),
  route('POST', '/plan/pige/:id/aprobacion',                          head,            approve, { limit: 'login' }),
  route('GET',  '/plan/pige/:id/resolucion',                          authority,       askResolution),
  route('POST', '/plan/pige/:id/resolucion',                          authority,       giveResolution, { form: 'la resolución del plan' }),
  route('GET',  '/plan/pige/:id/registro-resolucion',                 head,            askRegistration),
  route('POST', '/plan/pige/:id/registro-resolucion',                 head,            giveRegistration(documents), { body: 'multipart', limit: 'upload', form: 'el registro de la resolución' }),
  route('GET',  '/plan/pige/:id/resolucion/archivo',                  planners,        sendResolution(documents)),
  route('GET',  '/plan/pige/:id/cierre',                              head,            askClosing),
  route('POST', '/plan/pige/:id/cierre',                              head,            close, { form: 'el motivo para cerrar un plan' }),
  route('GET',  '/planes/:entity/:version/resolucion',                anybody,         downloadResolution(documents)),
  route('GET',  '/planes/verificar',                                  anybody,         askCode, { limit: 'search' }),
  route('GET',  '/planes/verificar/:code',                            anybody,         showVerified, { limit: 'search' }),
  route('POST', '/planes/verificar/:code',                            anybody,         compare, { body: 'multipart', limit: 'upload' }),
];
