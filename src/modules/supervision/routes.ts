import type { Documents } from '#modules/documents/index.ts';
import { route, type Route } from '#kernel/http/index.ts';
import type { Given } from './checks/contract.ts';
import { dismissResult, restoreResult, runNow, showChecks, showEntityChecks, showResult, turnResult } from './handlers/checks.ts';
import { downloadFollowed, keepTerms, showFollowed, showHome, showTerms } from './handlers/dashboard.ts';
import { askExamination, askIssue, askNotify, begin, issue, keepData, notifyEntity, showData, showExamination, showList } from './handlers/examinations.ts';
import { loadExampleHere } from './handlers/example.ts';
import { askAct, doAct, downloadEvidence, showRecommendation } from './handlers/follow-up.ts';
import { askPart, dropPart, keepNewPart, keepPart, showPart } from './handlers/parts.ts';
import { downloadSummary, showSummary } from './handlers/summary.ts';

/** What the module needs of the process: whether this is a demonstration, which may load the example, where files are kept, and what the checks are given. */
export type SupervisionDeps = Given & { readonly demo: boolean; readonly documents: Documents };

const examiner = ['examiner'] as const, everybody = ['examiner', 'egov_head', 'authority', 'auditor'] as const, actors = ['examiner', 'egov_head', 'authority'] as const, judges = ['examiner', 'egov_head', 'auditor'] as const;
const part = { form: 'una parte del examen' } as const, data = { form: 'los datos del examen' } as const, act = { body: 'either', limit: 'upload', form: 'el seguimiento de una recomendación' } as const, reason = { form: 'el motivo' } as const;

/** Who may do what here. Whoever examines writes; the examined entity reads what it was notified of, answers and reports. `demo` lets the example in. */
export const supervisionRoutes = ({ demo, documents, ...given }: SupervisionDeps): readonly Route[] => [
  //    method  path                                    who        does
  route('GET',  '/control',                             everybody, showHome),
  route('GET',  '/control/examenes',                    everybody, showList(demo)),
  route('GET',  '/control/examenes/nuevo',              examiner,  askExamination),
  route('POST', '/control/examenes/nuevo',              examiner,  begin, data),
  route('GET',  '/control/examenes/:id',                everybody, showExamination),
  route('GET',  '/control/examenes/:id/datos/:page',    examiner,  showData),
  route('POST', '/control/examenes/:id/datos/:page',    examiner,  keepData, data),
  route('GET',  '/control/examenes/:id/partes/:kind',   examiner,  askPart),
  route('POST', '/control/examenes/:id/partes/:kind',   examiner,  keepNewPart, part),
  route('GET',  '/control/examenes/:id/emision',        examiner,  askIssue),
  route('POST', '/control/examenes/:id/emision',        examiner,  issue),
  route('GET',  '/control/examenes/:id/notificacion',   examiner,  askNotify),
  route('POST', '/control/examenes/:id/notificacion',   examiner,  notifyEntity),
  route('GET',  '/control/examenes/:id/resumen',        everybody, showSummary),
  route('GET',  '/control/examenes/:id/resumen/:format', everybody, downloadSummary, { limit: 'file' }),
  route('GET',  '/control/partes/:id',                  examiner,  showPart),
  route('POST', '/control/partes/:id',                  examiner,  keepPart, part),
  route('POST', '/control/partes/:id/retiro',           examiner,  dropPart),
  route('POST', '/control/ejemplo',                     examiner,  loadExampleHere(demo)),
  route('GET',  '/control/recomendaciones',             everybody, showFollowed),
  route('GET',  '/control/archivo/:format',             everybody, downloadFollowed, { limit: 'file' }),
  route('GET',  '/control/recomendaciones/:id',         everybody, showRecommendation),
  route('GET',  '/control/recomendaciones/:id/:act',    actors,    askAct),
  route('POST', '/control/recomendaciones/:id/:act',    actors,    doAct(documents), act),
  route('GET',  '/control/recomendaciones/:id/archivos/:file', everybody, downloadEvidence(documents)),
  route('GET',  '/control/comprobaciones',                             everybody, showChecks),
  route('GET',  '/control/comprobaciones/entidad/:id',                 everybody, showEntityChecks),
  route('POST', '/control/comprobaciones/entidad/:id/corrida',         judges,    runNow(given)),
  route('GET',  '/control/comprobaciones/resultado/:id',               everybody, showResult),
  route('POST', '/control/comprobaciones/resultado/:id/descarte',      judges,    dismissResult, reason),
  route('POST', '/control/comprobaciones/resultado/:id/vuelta',        judges,    restoreResult, reason),
  route('POST', '/control/comprobaciones/resultado/:id/hallazgo',      examiner,  turnResult),
  route('GET',  '/control/plazos',                      examiner,  showTerms),
  route('POST', '/control/plazos',                      examiner,  keepTerms, { form: 'los plazos del seguimiento' }),
];
