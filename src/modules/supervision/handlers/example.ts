import { seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { loadExample } from '../actions/load-example.ts';
import { refuse } from '../errors.ts';
import { examinationHref } from '../pages/addresses.ts';
import { entitiesOf } from '../store/standings.ts';
import { actorOf } from './viewer.ts';

/** `POST /control/ejemplo`: loads the report that was published, once; in a demonstration only. */
export const loadExampleHere = (demo: boolean) => async (ctx: Context): Promise<Answer> => {
  if (!demo) return refuse('no_example');
  const { id, isNew } = await loadExample(ctx.db, actorOf(ctx), (await entitiesOf(ctx.db)).all, ctx.now);
  return seeOther(examinationHref(id), isNew ? 'Cargamos el ejemplo. Está en elaboración: puede emitirlo y notificarlo.' : 'El ejemplo ya estaba cargado.');
};
