import { page, seeOther, type Context, type Handler } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { takeWaiting, waitingForms } from '../actions/late-forms.ts';
import type { KeptForm } from '../domain/late-form.ts';
import { refuse } from '../errors.ts';
import { recoveredPage } from '../pages/late-forms.ts';
import type { Wiring } from '../wiring.ts';
import { personIn } from './caller.ts';

/** What waits for the person in this browser. */
export const showRecovered = (wiring: Wiring): Handler => async (ctx) => {
  const forms = await waitingForms(ctx.db, wiring, ctx.cookies, personIn(ctx).id, ctx.now);
  return forms.length > 0 ? page(recoveredPage(forms, ctx.csrf)) : refuse('nothing_recovered');
};

/**
 * Sends the fields on to where they were going. They come with this request, under a token of today; 307 makes the browser post the same
 * again there (RFC 9110 §15.4.8). Who left the page open for longer than it is kept still has it all in front of them, and may send it
 * until it is swept away.
 */
export const sendRecovered = (wiring: Wiring): Handler => async (ctx) => {
  const { path } = await taken(wiring, ctx);
  return { status: 307, body: { kind: 'redirect', to: path } };
};

/** Throws it away and goes on at the page that it came from. */
export const declineRecovered = (wiring: Wiring): Handler => async (ctx) => {
  const { back } = await taken(wiring, ctx);
  return seeOther(back, 'Borramos lo que habíamos guardado. No se envió nada.');
};

async function taken(wiring: Wiring, ctx: Context): Promise<KeptForm> {
  const id = parseId(ctx.params.id);
  return (id && await takeWaiting(ctx.db, wiring, ctx.cookies, personIn(ctx).id, id)) ?? refuse('nothing_recovered');
}
