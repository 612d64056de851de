import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { showNationalLine, showNationalPlan } from './handlers/national/national-plan.ts';
import { askHead, begin, beginVersion, keepHead, showHead, showPlan, showPlans } from './handlers/plan/list.ts';
import { askRemoval, keepRow, keepTexts, removeRow, showRow, showSection, showTexts } from './handlers/plan/section.ts';
import { publicHomePage } from './pages/public-home-page.ts';

const readers = ['designer', 'supervisor', 'auditor', 'egov_head', 'authority'] as const, writers = ['designer', 'egov_head'] as const;
const planners = [...readers, 'reviewer', 'coordinator'] as const;
const plan = { form: 'el plan de gobierno electrónico' } as const;

/** Who may do what here: anybody reads what is published, an entity's people read their own plans, designers and heads of electronic government write them. */
export const plansRoutes = (): readonly Route[] => [
  //    method  path                           who         does
  route('GET',  '/planes',                     ['public'], (): Answer => page(publicHomePage())),
  route('GET',  '/planes/nacional',            ['public'], showNationalPlan),
  route('GET',  '/planes/nacional/linea/:n',   ['public'], showNationalLine),
  route('GET',  '/plan/pige',                  planners,   showPlans),
  route('GET',  '/plan/pige/nuevo',            writers,    askHead),
  route('POST', '/plan/pige/nuevo',            writers,    begin, plan),
  route('GET',  '/plan/pige/:id',              readers,    showPlan),
  route('GET',  '/plan/pige/:id/datos',        writers,    showHead),
  route('POST', '/plan/pige/:id/datos',        writers,    keepHead, plan),
  route('POST', '/plan/pige/:id/version',      writers,    beginVersion),
  route('GET',  '/plan/pige/:id/seccion/:section',                     readers, showSection),
  route('GET',  '/plan/pige/:id/seccion/:section/textos',              writers, showTexts),
  route('POST', '/plan/pige/:id/seccion/:section/textos',              writers, keepTexts, plan),
  route('GET',  '/plan/pige/:id/seccion/:section/:group/:row',         writers, showRow),
  route('POST', '/plan/pige/:id/seccion/:section/:group/:row',         writers, keepRow, plan),
  route('GET',  '/plan/pige/:id/seccion/:section/:group/:row/quitar',  writers, askRemoval),
  route('POST', '/plan/pige/:id/seccion/:section/:group/:row/quitar',  writers, removeRow),
];
