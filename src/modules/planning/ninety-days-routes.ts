import { route, type Route } from '#kernel/http/index.ts';
import { addResultForm, askMeasure, askResult, keepMeasure, keepResultForm, showResultForm, showResults } from './handlers/ninety-days/results.ts';
import { askStart, downloadProgramme, showDocument, showProgramme, showProgrammes, start } from './handlers/ninety-days/programmes.ts';
import { keepPartForm, showPart } from './handlers/ninety-days/parts.ts';
import { keepStepForm, showStep, showStepForm } from './handlers/ninety-days/steps.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const, writers = ['designer', 'egov_head'] as const;
const programme = { form: 'una parte del programa de 90 días' } as const;

/** The pages of programmes of ninety days. Who writes the inventory writes them. */
export const ninetyDaysRoutes: readonly Route[] = [
  //    method  path                                                      who      does
  route('GET',  '/plan/noventa-dias',                                     readers, showProgrammes),
  route('GET',  '/plan/noventa-dias/nuevo',                               writers, askStart),
  route('POST', '/plan/noventa-dias/nuevo',                               writers, start, programme),
  route('GET',  '/plan/noventa-dias/:id',                                 readers, showProgramme),
  route('GET',  '/plan/noventa-dias/:id/documento',                       readers, showDocument),
  route('GET',  '/plan/noventa-dias/:id/documento/:formato',              readers, downloadProgramme, { limit: 'file' }),
  route('GET',  '/plan/noventa-dias/:id/partes/:part',                    writers, showPart),
  route('POST', '/plan/noventa-dias/:id/partes/:part',                    writers, keepPartForm, programme),
  route('GET',  '/plan/noventa-dias/:id/pasos/:number',                   readers, showStep),
  route('GET',  '/plan/noventa-dias/:id/pasos/:number/cambio',            writers, showStepForm),
  route('POST', '/plan/noventa-dias/:id/pasos/:number/cambio',            writers, keepStepForm, programme),
  route('GET',  '/plan/noventa-dias/:id/resultados',                      readers, showResults),
  route('GET',  '/plan/noventa-dias/:id/resultados/nuevo',                writers, askResult),
  route('POST', '/plan/noventa-dias/:id/resultados/nuevo',                writers, addResultForm, programme),
  route('GET',  '/plan/noventa-dias/:id/resultados/:result',              writers, showResultForm),
  route('POST', '/plan/noventa-dias/:id/resultados/:result',              writers, keepResultForm, programme),
  route('GET',  '/plan/noventa-dias/:id/resultados/:result/medicion',     writers, askMeasure),
  route('POST', '/plan/noventa-dias/:id/resultados/:result/medicion',     writers, keepMeasure, programme),
];
