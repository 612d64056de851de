import assert from 'node:assert/strict';
import { demoEntityId } from '#modules/identity/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, parseId } from '#kernel/ids.ts';
import type { Answer, Context, PageContent, Route } from '#kernel/http/index.ts';
import { boardRoutes } from '../board-routes.ts';
import { indicators } from '../content/index.ts';
import type { Frame, FrameGoal } from '../domain/dashboard/frame.ts';

const goal = (code: string, more: Partial<FrameGoal> = {}): FrameGoal => ({ code, line: Number.parseInt(code, 10), result: `Resultado ${code}`, goal: `Texto de la meta ${code}`, responsible: ['AGETIC'], coordinators: ['COPLUTIC'], fidelity: 'literal', ...more });

/** A small plan: a goal that is counted, some that are declared, and one whose text was lost. */
export const plan: Frame = {
  title: 'Plan', preparedBy: 'AGETIC', fromYear: 2025, toYear: 2028, axes: [{ number: 1, name: 'Eje de prueba' }],
  lines: [{ number: 5, axis: 1, name: 'Seguridad', about: 'Sobre seguridad.', goals: [goal('5.1'), goal('5.2')] }, { number: 6, axis: 1, name: 'Simplificación', about: 'Sobre trámites.', goals: [goal('6.1'), goal('6.2')] }, { number: 13, axis: 1, name: 'Transparencia', about: 'Sobre datos.', goals: [goal('13.1.1', { coordinators: ['AGETIC', 'MJTI'] }), goal('13.3.1', { fidelity: 'lost', coordinators: ['AGETIC'], note: 'No se lee.' })] }],
};

/** The country, as figures have it. */
export const country = parseId<'entity'>('00000000-0000-8000-8000-000000000000') ?? assert.fail('the country has an id');

/** Somebody with roles in an entity of the demonstration. */
export const person = (entity: Parameters<typeof demoEntityId>[0], ...roles: Exclude<Role, 'public'>[]): Person => ({ id: newId(), kind: 'officer', name: `Persona de ${entity}`, roles, entityId: demoEntityId(entity), units: [] });

/** Those who take part: two entities, the body that coordinates, the agency, and who only looks on. */
export const people = { head: person('aduana-nacional', 'egov_head'), otherHead: person('migracion', 'egov_head'), coordinator: person('ministerio-de-justicia', 'coordinator'), reviewer: person('agetic', 'reviewer'), auditor: person('aduana-nacional', 'auditor'), supervisor: person('aduana-nacional', 'supervisor') } as const;

/** What a test says of a request: the form, and who asks; the head of an entity where nobody is named. */
export type Sent = { readonly form?: Readonly<Record<string, string>>; readonly as?: Person | undefined };

const routes = boardRoutes({ frame: plan, indicators });

/** How a test calls a route, handed in because what is beside the source knows no tools of tests. */
type Calls = {
  readonly call: (routes: readonly Route[], request: string, asked: { readonly db: Db; readonly now: Date; readonly person?: Person; readonly form?: Context['form'] }) => Promise<Answer>;
  readonly pageOf: (answer: Answer) => PageContent;
};

/** Asks the pages of the board, at a time. */
export function boardAt({ call, pageOf }: Calls, db: () => Db, now: () => Date) {
  const ask = (request: string, { form = {}, ...sent }: Sent = {}) => call(routes, request, { db: db(), now: now(), form, ...('as' in sent ? (sent.as ? { person: sent.as } : {}) : { person: people.head }) });
  const shown = async (request: string, sent: Sent = {}): Promise<string> => String(pageOf(await ask(request, sent)).main).replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const leadsTo = async (request: string, sent: Sent = {}): Promise<string> => { const { body, status } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere: ${status}`); };
  const observe = (entityId: string, indicator: string, kind: string, period: string, num: number | null, den: number | null) => db().rows(`
    insert into indicators.observation (entity_id, indicator, period_kind, period, origin, num, den, value, cut_off, version, query_sha256) values ($1, $2, $3, $4, 'computed', $5, $6, $5::numeric / nullif($6::numeric, 0) * 100, $7, 1, 'x')
    on conflict (indicator, entity_id, period_kind, origin, period) do update set num = excluded.num, den = excluded.den, value = excluded.value`, [entityId, indicator, kind, period, num, den, now()]);
  return { ask, shown, leadsTo, observe };
}

/** Whether something was refused with this code of the module. */
export const refused = (code: string) => (caught: unknown): boolean => isRefusal(caught, `indicators.${code}`);

/** A declared share that is whole. */
export const declared = { num: '3', den: '4', 'efectiva-day': '31', 'efectiva-month': '10', 'efectiva-year': '2026', firmante: 'Marcela Tapia, responsable', respaldo: 'Informe 12/2026' };
