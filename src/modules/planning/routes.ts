import type { ReadTemplate } from '#modules/cases/index.ts';
import { route, type Route } from '#kernel/http/index.ts';
import { askName, begin, keepEntryForm, showEntry, showEntryForm } from './handlers/inventory/entry.ts';
import { askColumns, keepColumns } from './handlers/inventory/columns.ts';
import { askFile, confirmPosted, discardPosted, receivePosted, showPreview } from './handlers/inventory/import.ts';
import { downloadTemplate, exportInventory, showTemplate } from './handlers/inventory/export.ts';
import { askRestoration, restoreRevision, showComparison, showHistory } from './handlers/inventory/history.ts';
import { bringPublished } from './handlers/inventory/published.ts';
import { askEntryRetirement, askMerge, bringBackOne, keepMerge, retireOne, showDuplicates } from './handlers/inventory/retirement.ts';
import { askWeekly, keepWeekly, readNow } from './handlers/inventory/weekly.ts';
import { exportBurden, keepParameters, showBurden } from './handlers/burden.ts';
import { downloadDraft, showDraft } from './handlers/draft.ts';
import { exportOnceOnly, showOnceOnly } from './handlers/once-only.ts';
import { askEffort, exportRanking, freezeRanking, keepEffort, keepWeights, showRanking, showSnapshot } from './handlers/ranking.ts';
import { addOne, askRetirement, askSystem, findProcedures, keepProcedures, keepSystemForm, registerNamed, restore, retire, showSystem, showSystemForm, showSystems } from './handlers/systems.ts';
import { openPlan, showInventory } from './handlers/inventory/list.ts';
import { ninetyDaysRoutes } from './ninety-days-routes.ts';
import { strategyRoutes } from './strategy-routes.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const, writers = ['designer', 'egov_head'] as const;
const planners = [...readers, 'reviewer', 'coordinator'] as const;
const entry = { form: 'una ficha del inventario' } as const, system = { form: 'los datos de un sistema' } as const;

/** The pages with which an entity plans. Designers write; heads and auditors of the entity read. */
export const planningRoutes = (readTemplate: ReadTemplate): readonly Route[] => [
  //    method  path                                              who      does
  route('GET',  '/plan',                                          planners, openPlan),
  route('GET',  '/plan/inventario',                               readers, showInventory),
  route('POST', '/plan/inventario/publicados',                    writers, bringPublished),
  route('GET',  '/plan/inventario/nueva',                         writers, askName),
  route('POST', '/plan/inventario/nueva',                         writers, begin, entry),
  route('GET',  '/plan/inventario/importacion',                   writers, askFile),
  route('POST', '/plan/inventario/importacion',                   writers, receivePosted, { body: 'multipart', limit: 'upload' }),
  route('GET',  '/plan/inventario/importacion/:id',               writers, showPreview),
  route('GET',  '/plan/inventario/importacion/:id/columnas',      writers, askColumns),
  route('POST', '/plan/inventario/importacion/:id/columnas',      writers, keepColumns, { form: 'las columnas de un archivo' }),
  route('POST', '/plan/inventario/importacion/:id/confirmacion',  writers, confirmPosted),
  route('POST', '/plan/inventario/importacion/:id/descarte',      writers, discardPosted),
  route('GET',  '/plan/inventario/plantilla',                     readers, showTemplate),
  route('GET',  '/plan/inventario/plantilla/:formato',            readers, downloadTemplate, { limit: 'file' }),
  route('GET',  '/plan/inventario/exportacion/:formato',          readers, exportInventory, { limit: 'file' }),
  route('GET',  '/plan/inventario/semanal',                       writers, askWeekly),
  route('POST', '/plan/inventario/semanal',                       writers, keepWeekly, { form: 'dónde está el archivo de la semana' }),
  route('POST', '/plan/inventario/semanal/ahora',                 writers, readNow),
  route('GET',  '/plan/inventario/duplicados',                    readers, showDuplicates),
  route('GET',  '/plan/inventario/duplicados/:a/:b',              writers, askMerge),
  route('POST', '/plan/inventario/duplicados/:a/:b',              writers, keepMerge),
  route('GET',  '/plan/inventario/tramite/:slug',                 readers, showEntry),
  route('GET',  '/plan/inventario/tramite/:slug/historia',        readers, showHistory),
  route('GET',  '/plan/inventario/tramite/:slug/historia/:a/vuelta', writers, askRestoration),
  route('POST', '/plan/inventario/tramite/:slug/historia/:a/vuelta', writers, restoreRevision),
  route('GET',  '/plan/inventario/tramite/:slug/historia/:a/:b',  readers, showComparison),
  route('GET',  '/plan/inventario/tramite/:slug/retiro',          writers, askEntryRetirement),
  route('POST', '/plan/inventario/tramite/:slug/retiro',          writers, retireOne, { form: 'el retiro de un trámite' }),
  route('POST', '/plan/inventario/tramite/:slug/reposicion',      writers, bringBackOne),
  route('GET',  '/plan/borradores/:slug',                         readers, showDraft(readTemplate)),
  route('GET',  '/plan/borradores/:slug/paquete',                 readers, downloadDraft, { limit: 'file' }),
  route('GET',  '/plan/inventario/tramite/:slug/:page',           writers, showEntryForm),
  route('POST', '/plan/inventario/tramite/:slug/:page',           writers, keepEntryForm, entry),
  route('GET',  '/plan/sistemas',                                 readers, showSystems),
  route('GET',  '/plan/sistemas/nuevo',                           writers, askSystem),
  route('POST', '/plan/sistemas/nuevo',                           writers, addOne, system),
  route('POST', '/plan/sistemas/nombrados',                       writers, registerNamed),
  route('GET',  '/plan/sistemas/:id',                             readers, showSystem),
  route('GET',  '/plan/sistemas/:id/datos',                       writers, showSystemForm),
  route('POST', '/plan/sistemas/:id/datos',                       writers, keepSystemForm, system),
  route('GET',  '/plan/sistemas/:id/tramites',                    writers, findProcedures),
  route('POST', '/plan/sistemas/:id/tramites',                    writers, keepProcedures),
  route('GET',  '/plan/sistemas/:id/retiro',                      writers, askRetirement),
  route('POST', '/plan/sistemas/:id/retiro',                      writers, retire, system),
  route('POST', '/plan/sistemas/:id/vuelta',                      writers, restore),
  route('GET',  '/plan/una-sola-vez',                             readers, showOnceOnly),
  route('GET',  '/plan/una-sola-vez/exportacion/:formato',        readers, exportOnceOnly, { limit: 'file' }),
  route('GET',  '/plan/carga/exportacion/:formato',               readers, exportBurden, { limit: 'file' }),
  route('GET',  '/plan/priorizacion/exportacion/:formato',        readers, exportRanking, { limit: 'file' }),
  route('GET',  '/plan/carga',                                    readers, showBurden),
  route('POST', '/plan/carga',                                    writers, keepParameters, { form: 'las cifras de la carga' }),
  route('GET',  '/plan/priorizacion',                             readers, showRanking),
  route('POST', '/plan/priorizacion',                             writers, freezeRanking),
  route('POST', '/plan/priorizacion/pesos',                       writers, keepWeights, { form: 'los pesos de la priorización' }),
  route('GET',  '/plan/priorizacion/esfuerzo/:slug',              writers, askEffort),
  route('POST', '/plan/priorizacion/esfuerzo/:slug',              writers, keepEffort, { form: 'el esfuerzo de un trámite' }),
  route('GET',  '/plan/priorizacion/:id',                         readers, showSnapshot),
  ...strategyRoutes, ...ninetyDaysRoutes,
];
