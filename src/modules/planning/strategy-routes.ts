import { route, type Route } from '#kernel/http/index.ts';
import { compareStates, downloadDocument, downloadVersion, freezeOne, restoreFrozen, showDocument, showVersion, showVersions } from './handlers/strategy/documents.ts';
import { commentSection, entrustSection, keepSection, restoreRevision, showHistory, showSection } from './handlers/strategy/sections.ts';
import { askSolutions, keepSolutionForm, keepSolutions, showSolutionForm } from './handlers/strategy/solutions.ts';
import { askFacts, askStrategy, begin as beginStrategy, keepFacts, showMissing, showStrategies, showStrategy } from './handlers/strategy/strategies.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const, writers = ['designer', 'egov_head'] as const;
const facts = { form: 'los datos de la estrategia' } as const;

/** The pages of digitisation strategies. Who writes the inventory writes them; who reads it reads and comments. */
export const strategyRoutes: readonly Route[] = [
  //    method  path                                                      who      does
  route('GET',   '/plan/estrategia',                                                 readers, showStrategies),
  route('GET',   '/plan/estrategia/nueva',                                           writers, askStrategy),
  route('POST',  '/plan/estrategia/nueva',                                           writers, beginStrategy, facts),
  route('GET',   '/plan/estrategia/:id',                                             readers, showStrategy),
  route('GET',   '/plan/estrategia/:id/datos',                                       writers, askFacts),
  route('POST',  '/plan/estrategia/:id/datos',                                       writers, keepFacts, facts),
  route('GET',   '/plan/estrategia/:id/que-falta',                                   readers, showMissing),
  route('GET',   '/plan/estrategia/:id/soluciones',                                  writers, askSolutions),
  route('POST',  '/plan/estrategia/:id/soluciones',                                  writers, keepSolutions, facts),
  route('GET',   '/plan/estrategia/:id/soluciones/:slug/:page',                      writers, showSolutionForm),
  route('POST',  '/plan/estrategia/:id/soluciones/:slug/:page',                      writers, keepSolutionForm, { form: 'las etapas de una solución' }),
  route('GET',   '/plan/estrategia/:id/seccion/:section',                            readers, showSection),
  route('POST',  '/plan/estrategia/:id/seccion/:section',                            writers, keepSection, { form: 'una parte de la estrategia' }),
  route('POST',  '/plan/estrategia/:id/seccion/:section/encargo',                    writers, entrustSection),
  route('POST',  '/plan/estrategia/:id/seccion/:section/comentarios',                readers, commentSection, { form: 'un comentario de la estrategia' }),
  route('GET',   '/plan/estrategia/:id/seccion/:section/historia',                   readers, showHistory),
  route('POST',  '/plan/estrategia/:id/seccion/:section/restauracion',               writers, restoreRevision),
  route('GET',   '/plan/estrategia/:id/documento',                                   readers, showDocument),
  route('GET',   '/plan/estrategia/:id/documento/:format',                           readers, downloadDocument, { limit: 'file' }),
  route('GET',   '/plan/estrategia/:id/versiones',                                   readers, showVersions),
  route('POST',  '/plan/estrategia/:id/versiones',                                   writers, freezeOne, { form: 'la nota de una versión' }),
  route('GET',   '/plan/estrategia/:id/versiones/:number',                           readers, showVersion),
  route('GET',   '/plan/estrategia/:id/versiones/:number/:format',                   readers, downloadVersion, { limit: 'file' }),
  route('POST',  '/plan/estrategia/:id/versiones/:number/restauracion',              writers, restoreFrozen),
  route('GET',   '/plan/estrategia/:id/comparacion',                                 readers, compareStates),
];
