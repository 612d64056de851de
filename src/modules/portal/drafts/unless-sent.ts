import { isRefusal } from '#kernel/errors/index.ts';
import { seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { openOwn } from '../cases/open-own.ts';

/**
 * A page of a draft, unless it was handed in meanwhile: whoever comes back with the button of the browser, or in another window, is led to
 * the case that it became.
 */
export const unlessSent = (answer: (ctx: Context) => Promise<Answer>) => async (ctx: Context): Promise<Answer> => {
  try {
    return await answer(ctx);
  } catch (caught) {
    if (!isRefusal(caught) || caught.status !== 404) throw caught;
    const sent = await openOwn(ctx).catch(() => { throw caught; });
    return seeOther(`/mis-tramites/${sent.current.id}`, 'Esta solicitud ya está enviada: aquí puede seguirla.');
  }
};
