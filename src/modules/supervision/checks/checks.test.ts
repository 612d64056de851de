import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Evidence, TermRow } from './contract.ts';
import { checks } from './index.ts';
import { findExpiredPei, type PlanRow } from './expired-pei/index.ts';
import { findFewTools } from './few-tools/index.ts';
import { findFreeThatCharges } from './free-that-charges/index.ts';
import { findLateTerm } from './late-term/index.ts';
import { findNoFollowUp } from './no-follow-up/index.ts';
import { findRetiredSystem } from './retired-system/index.ts';
import { findSecurityPlan } from './security-plan/index.ts';
import { findStalePortal } from './stale-portal/index.ts';
import { findUnitNames, type UnitRow } from './unit-names/index.ts';
import { findUnitWithoutProcess } from './unit-without-process/index.ts';
import { findUnlistedSystem } from './unlisted-system/index.ts';
import { findVolumesApart } from './volumes-apart/index.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text), at = (text: string): Date => instantOf(day(text), '10:00'), today = day('2026-11-20');

// What each rule must find in these rows: nothing, or sentences that say this.
const check = (name: string, found: readonly Evidence[], ...says: readonly RegExp[]) => test(name, () => {
  assert.equal(found.length, says.length, JSON.stringify(found));
  for (const [place, pattern] of says.entries()) assert.match(found[place]?.says ?? '', pattern);
  assert.equal(new Set(found.map(({ subject }) => subject)).size, found.length, 'each is about something else');
});

const plan: PlanRow = { id: '1', title: 'PIGE', from_year: 2026, to_year: 2028, pei: 'PEI', pei_from: 2026, pei_to: 2030 };
check('a plan inside its PEI is right', findExpiredPei([plan], today));
check('one of several PEI in force is enough', findExpiredPei([{ ...plan, pei_from: 2016, pei_to: 2020 }, plan], today));
check('the PEI of 2016-2020 is found', findExpiredPei([{ ...plan, title: 'Plan de Gobierno Electrónico', from_year: 2018, to_year: 2025, pei_from: 2016, pei_to: 2020 }], today), /2018-2025\) se articula con el PEI 2016-2020, que terminó en 2020/);
check('a plan that outlives its PEI is found', findExpiredPei([{ ...plan, pei_to: 2027 }], today), /no cubre todos sus años/);
check('a plan without PEI is found once', findExpiredPei([{ ...plan, pei: null, pei_from: null, pei_to: null }], today), /no dice con qué Plan Estratégico/);

const running = { id: '1', title: 'PIGE', from_year: 2018, in_force_at: at('2019-05-01'), last: null };
check('no record of follow-up at all', findNoFollowUp([running], today), /no hay ningún registro de seguimiento/);
check('the last record is more than a year old', findNoFollowUp([{ ...running, last: at('2025-11-20') }], today), /desde el 20 de noviembre de 2025/);
check('a record within the year is enough', findNoFollowUp([{ ...running, last: at('2025-11-21') }], today));
check('a plan that is in force for less than a year has time', findNoFollowUp([{ ...running, in_force_at: at('2026-01-10') }], today));
check('a plan that nobody put in force runs since its first year', findNoFollowUp([{ ...running, in_force_at: null }, { ...running, id: '2', from_year: 2026, in_force_at: null }], today), /PIGE/);

const term: TermRow = { planId: '1', planTitle: 'PIGE', isOwn: true, step: 'formulacion', title: 'Registrar el plan', norm: 'Plan 2025-2028, cap. 6.1, num. 3', originalDue: day('2026-11-19'), due: day('2026-11-19'), metOn: null };
check('the last day passed and nothing was done', findLateTerm([term, { ...term, step: 'revision', isOwn: false, originalDue: day('2026-11-18') }], today), /^Del plan «PIGE» venció el 19 de noviembre de 2026 el plazo para registrar el plan \(cap\. 6\.1, num\. 3\), y no se hizo\.$/, /Al principio terminaba el 18 de noviembre de 2026: cambió el calendario\.$/);
check('on its last day there is time, and a holiday moves it', findLateTerm([{ ...term, due: today }, { ...term, due: day('2026-11-23') }], today));
check('what was done late is done', findLateTerm([{ ...term, metOn: today }], today));

const unit = (kind: string, name: string, area = 'tic'): UnitRow => ({ kind, title: kind.toUpperCase(), area, name });
check('the same name in other capitals is the same', findUnitNames([unit('mof', 'Área de Sistemas'), unit('mpp', 'AREA DE SISTEMAS')]));
check('two names of one area', findUnitNames([unit('mof', 'Área de Sistemas'), unit('organigrama', 'Unidad de Sistemas'), unit('mpp', 'Legal', 'juridica')]), /tecnologías y sistemas.*«Área de Sistemas» en MOF; «Unidad de Sistemas» en ORGANIGRAMA/);
check('a unit without processes', findUnitWithoutProcess([unit('mof', 'Área de Sistemas'), unit('mof', 'Legal', 'juridica'), unit('mpp', 'Legal', 'juridica')]), /«Área de Sistemas» está en MOF, y ningún manual/);
check('without an organisation there is nothing to compare', findUnitWithoutProcess([unit('mpp', 'Legal')]));

const system = { procedure_id: 'm/1', slug: 's', name: 'Visa', system: 'SIMIG', known: ['Sistema de Caja', 'simig '], is_linked: false };
check('a system of the register, however it is written', findUnlistedSystem([system]));
check('a system that the register does not have', findUnlistedSystem([{ ...system, known: ['Sistema de Caja'] }]), /«Visa» dice que lo apoya «SIMIG»/);
check('a procedure that the register names', findUnlistedSystem([{ ...system, known: [], is_linked: true }]));

check('no security plan', findSecurityPlan([], today), /ningún Plan Institucional de Seguridad/);
check('an old one', findSecurityPlan([{ title: 'PISI', to_day: '2026-11-19' }, { title: 'PISI', to_day: '2020-12-31' }], today), /terminó el 19 de noviembre de 2026/);
check('one that ends today, and one without an end', [...findSecurityPlan([{ title: 'PISI', to_day: '2026-11-20' }], today), ...findSecurityPlan([{ title: 'PISI', to_day: null }], today)]);

const published = { procedure_id: 'm/1', slug: 's', name: 'Visa', published_at: at('2025-11-19') };
check('more than twelve months on the portal', findStalePortal([published, { ...published, procedure_id: 'm/2', published_at: at('2025-11-20') }], today), /no se actualiza desde el 19 de noviembre de 2025/);

const tools = { identity: true, payment: false, appointment: false, certificate: true, interoperability: false };
check('tools that less than half use', findFewTools([tools, { ...tools, certificate: false, payment: true }, { ...tools, certificate: false }]), /Pago en línea: la usa 1 de 3 trámites publicados \(33 %\)/, /Cita en línea: la usan 0/, /Certificado electrónico/, /Interoperabilidad/);
check('no base, no percentage', findFewTools([]));

const volume = { procedure_id: 'm/1', slug: 's', name: 'Visa', declared: 1_000, measured: 100, first: at('2026-05-24') };
check('declared far from the pace that is measured', findVolumesApart([volume], today), /se declaran 1\.?000 solicitudes al año, y al ritmo medido son 20\d/);
check('close, or too early, or too few to say', findVolumesApart([{ ...volume, declared: 250 }, { ...volume, first: at('2026-09-20') }, { ...volume, measured: 9 }], today));

const charging = { procedure_id: 'm/1', slug: 's', name: 'Visa', free_in_catalogue: false, free_in_inventory: false };
check('free and charging', findFreeThatCharges([charging, { ...charging, procedure_id: 'm/2', free_in_catalogue: true }, { ...charging, procedure_id: 'm/3', free_in_inventory: true }]), /catálogo público dice que es gratuito/, /inventario dice que es gratuito/);

const retired = { id: '1', name: 'SIMIG', retired_on: '2024-01-31', procedures: 2 };
check('a system out of service that is still named', findRetiredSystem([retired, { ...retired, id: '2', procedures: 0 }]), /fuera de servicio desde el 31 de enero de 2024, y lo nombran todavía 2 trámites/);

test('every check says what should be, by which norm, and what to do; keys are unique', () => {
  assert.equal(new Set(checks.map(({ key }) => key)).size, checks.length);
  for (const { key, rule, norm, mend, name } of checks) for (const text of [key, rule, norm, mend, name]) assert.ok(text.length > 3, key);
});
