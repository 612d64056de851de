import { invariant } from '#kernel/errors/index.ts';
import { page, seeOther, type Context, type Handler } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { look } from './actions/look.ts';
import { resendFailed, retryGivenUp, type Asker } from './actions/retry.ts';
import { refuse } from './errors.ts';
import { statePage } from './pages/state-page.ts';
import type { UpkeepDeps } from './wiring.ts';

const home = '/administracion/estado';

/** `GET /administracion/estado`: how everything is that an administrator must see to. */
export const showState = (deps: UpkeepDeps): Handler => async (ctx) => page(statePage(await look(deps, ctx.db, askerOf(ctx).entityId, ctx.now), ctx.csrf));

/** `POST …/mensajes/:id/reintento`: a message of the outbox that was given up is tried again. */
export const retry: Handler = async (ctx) => {
  const { id = '' } = ctx.params;
  if (!/^\d{1,18}$/.test(id)) refuse('not_found');
  return seeOther(home, (await retryGivenUp(ctx.db, id, askerOf(ctx))) ? 'Se intenta otra vez. Si vuelve a fallar, aparecerá aquí.' : 'Ya no estaba en la lista: alguien lo intentó antes.');
};

/** `POST …/correos/:id/envio`: a letter that was given up is sent again. */
export const resend: Handler = async (ctx) => {
  const id = parseId<'delivery'>(ctx.params.id) ?? refuse('not_found');
  return seeOther(home, (await resendFailed(ctx.db, id, askerOf(ctx), ctx.now)) ? 'El correo sale otra vez. Si vuelve a fallar, aparecerá aquí.' : 'Ya no estaba en la lista: alguien lo envió antes.');
};

// What belongs to an entity is shown to its own administrators.
function askerOf({ person, requestId }: Context): Asker {
  invariant(person?.entityId, 'an administrator serves an entity');
  return { person, entityId: person.entityId, requestId };
}
