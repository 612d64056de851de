import { actAsOfficer, openCase, type OfficerEvent } from '#modules/cases/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { json, type Answer, type Context } from '#kernel/http/index.ts';
import { refuse } from '../errors.ts';
import { caseIdOf, officerOf } from '../officer.ts';
import { keyOf } from '../once.ts';

/** `POST /api/v1/tramites-en-curso/:id/tareas/:key/toma`. */
export const claimByApi = (ctx: Context): Promise<Answer> => act(ctx, { type: 'claim', task: taskOf(ctx) });

/** `POST /api/v1/tramites-en-curso/:id/tareas/:key/liberacion`. */
export const releaseByApi = (ctx: Context): Promise<Answer> => act(ctx, { type: 'release', task: taskOf(ctx) });

/** The body of a resolution, past its schema. */
type Resolution = {
  readonly respuesta: string; readonly motivo?: string; readonly datos?: Answers;
  readonly corregir?: readonly { readonly campo: string; readonly motivo: string }[];
};

/** `POST /api/v1/tramites-en-curso/:id/tareas/:key/resolucion`: the same act as by the page, with the same refusals; a program confirms by sending it. */
export async function resolveByApi(ctx: Context): Promise<Answer> {
  const { respuesta, motivo = '', corregir = [], datos = {} } = ctx.json as Resolution;
  return act(ctx, {
    type: 'complete_task', task: taskOf(ctx), outcome: respuesta, reason: motivo.trim(), answers: datos,
    observe: corregir.map(({ campo, motivo: reason }) => ({ field: campo, reason: reason.trim() })),
  });
}

const taskOf = ({ params }: Context): string => params.key ?? '';

async function act(ctx: Context, event: OfficerEvent): Promise<Answer> {
  const officer = officerOf(ctx), id = caseIdOf(ctx);
  await actAsOfficer(ctx.db, id, officer, event, ctx.now, keyOf(ctx, event.type, headerKey(ctx)));
  const { current } = await openCase(ctx.db, id, officer);
  return json({ id, estado: current.state.status });
}

function headerKey({ headers }: Context): string {
  const key = headers['idempotency-key'];
  return key !== undefined && /^[\w-]{8,100}$/.test(key) ? key : refuse('key_missing');
}
