import { route, type Route } from '#kernel/http/index.ts';
import { askDocument, askDocumentRemoval, keepDocument, keepNewDocument, removeOneDocument, showDocument, showDocuments } from './handlers/documents/documents.ts';
import { showNationalLine, showNationalPlan } from './handlers/national/national-plan.ts';
import { showComparison } from './handlers/plan/compare.ts';
import { askReport, keepReport, showFollowUp } from './handlers/plan/follow-up.ts';
import { askHead, begin, beginExample, beginVersion, keepHead, showHead, showPlan } from './handlers/plan/list.ts';
import { askRemoval, keepRow, keepTexts, removeRow, showRow, showSection, showTexts } from './handlers/plan/section.ts';
import { downloadText, showText } from './handlers/plan/text.ts';
import { downloadPublished, showPublished, showPublishedPlans } from './handlers/public/published.ts';
import { openPlans } from './handlers/procedure/queue.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const, writers = ['designer', 'egov_head'] as const;
const planners = [...readers, 'reviewer', 'coordinator'] as const;
const plan = { form: 'el plan de gobierno electrónico' } as const, report = { form: 'el seguimiento del plan' } as const, document = { form: 'un documento de la entidad' } as const;

/** What the routes must know of the installation. */
export type PlansDeps = { readonly isDemo: boolean };

/** Who may do what here: anybody reads what is published, an entity's people read their own plans, designers and heads of electronic government write them. */
export const plansRoutes = ({ isDemo }: PlansDeps): readonly Route[] => [
  //    method  path                                                  who         does
  route('GET',  '/planes',                                            ['public'], showPublishedPlans),
  route('GET',  '/planes/nacional',                                   ['public'], showNationalPlan),
  route('GET',  '/planes/nacional/linea/:n',                          ['public'], showNationalLine),
  route('GET',  '/planes/:entity/:version',                           ['public'], showPublished),
  route('GET',  '/planes/:entity/:version/:format',                   ['public'], downloadPublished, { limit: 'file' }),
  route('GET',  '/plan/pige',                                         planners,   openPlans(isDemo)),
  route('GET',  '/plan/pige/nuevo',                                   writers,    askHead),
  route('POST', '/plan/pige/nuevo',                                   writers,    begin, plan),
  ...(isDemo ? [route('POST', '/plan/pige/ejemplo', writers, beginExample)] : []),
  route('GET',  '/plan/pige/:id',                                     readers,    showPlan),
  route('GET',  '/plan/pige/:id/datos',                               writers,    showHead),
  route('POST', '/plan/pige/:id/datos',                               writers,    keepHead, plan),
  route('POST', '/plan/pige/:id/version',                             writers,    beginVersion),
  route('GET',  '/plan/pige/:id/seccion/:section',                    readers,    showSection),
  route('GET',  '/plan/pige/:id/seccion/:section/textos',             writers,    showTexts),
  route('POST', '/plan/pige/:id/seccion/:section/textos',             writers,    keepTexts, plan),
  route('GET',  '/plan/pige/:id/seccion/:section/:group/:row',        writers,    showRow),
  route('POST', '/plan/pige/:id/seccion/:section/:group/:row',        writers,    keepRow, plan),
  route('GET',  '/plan/pige/:id/seccion/:section/:group/:row/quitar', writers,    askRemoval),
  route('POST', '/plan/pige/:id/seccion/:section/:group/:row/quitar', writers,    removeRow),
  route('GET',  '/plan/pige/:id/comparacion',                         readers,    showComparison),
  route('GET',  '/plan/pige/:id/texto',                               planners,   showText),
  route('GET',  '/plan/pige/:id/texto/:format',                       planners,   downloadText, { limit: 'file' }),
  route('GET',  '/plan/pige/:id/seguimiento',                         readers,    showFollowUp),
  route('GET',  '/plan/pige/:id/seguimiento/nota',                    writers,    askReport('nota')),
  route('POST', '/plan/pige/:id/seguimiento/nota',                    writers,    keepReport('nota'), report),
  route('GET',  '/plan/pige/:id/seguimiento/avance/:code',            writers,    askReport('avance')),
  route('POST', '/plan/pige/:id/seguimiento/avance/:code',            writers,    keepReport('avance'), report),
  route('GET',  '/plan/pige/:id/seguimiento/gasto/:code',             writers,    askReport('gasto')),
  route('POST', '/plan/pige/:id/seguimiento/gasto/:code',             writers,    keepReport('gasto'), report),
  route('GET',  '/plan/documentos',                                   readers,    showDocuments),
  route('GET',  '/plan/documentos/nuevo',                             writers,    askDocument),
  route('POST', '/plan/documentos/nuevo',                             writers,    keepNewDocument, document),
  route('GET',  '/plan/documentos/:id',                               writers,    showDocument),
  route('POST', '/plan/documentos/:id',                               writers,    keepDocument, document),
  route('GET',  '/plan/documentos/:id/quitar',                        writers,    askDocumentRemoval),
  route('POST', '/plan/documentos/:id/quitar',                        writers,    removeOneDocument),
];
