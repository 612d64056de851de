import { page, route, seeOther, type Answer, type Context, type Route } from '#kernel/http/index.ts';
import { refuse } from '../errors.ts';
import { controlPage, payerPage } from './pages.ts';
import { openDebt, tellDebt } from './service.ts';
import { simulatorPath, type SimulatorSettings } from './settings.ts';
import { endTransaction, findTransaction, latestTransactions, readBehaviour, writeBehaviour, type Behaviour, type SimulatedTransaction } from './store.ts';
import { planWebhooks } from './webhook.ts';

/** The gateway that a demonstration brings along: its service, the payer's page, and how it misbehaves. Mounted in demonstrations only. */
export const simulatorRoutes = (settings: SimulatorSettings): readonly Route[] => [
  //    method  path                                     who         does
  route('POST', `${simulatorPath}/transaccion/deuda`,     ['public'], (ctx) => openDebt(settings, ctx), { csrf: 'none', body: 'json', limit: 'webhook' }),
  route('GET',  `${simulatorPath}/transaccion/deuda/:id`, ['public'], (ctx) => tellDebt(settings, ctx), { limit: 'webhook' }),
  route('GET',  `${simulatorPath}/transaccion`,           ['public'], (ctx) => showPayer(settings, ctx)),
  route('POST', `${simulatorPath}/transaccion/:id/pago`,  ['public'], (ctx) => pay(settings, ctx)),
  route('GET',  simulatorPath,                            ['public'], showControls),
  route('POST', `${simulatorPath}/comportamiento`,        ['public'], keepBehaviour),
];

const showPayer = async (settings: SimulatorSettings, ctx: Context): Promise<Answer> => {
  const shown = await getTransaction(ctx, ctx.query['id']);
  return page(payerPage(shown, `${settings.publicUrl()}/pagos/retorno?orden=${encodeURIComponent(shown.orderCode)}`, ctx.csrf));
};

const acts = new Map<string, readonly ['PROCESADO' | 'RECHAZADO', 'QR' | 'CPT' | null]>([['qr', ['PROCESADO', 'QR']], ['cpt', ['PROCESADO', 'CPT']], ['rechazar', ['RECHAZADO', null]]]);

async function pay(settings: SimulatorSettings, ctx: Context): Promise<Answer> {
  const { id } = await getTransaction(ctx, ctx.params['id']), act = acts.get(String(ctx.form['accion']));
  if (act) {
    await ctx.db.transaction(async (tx) => {
      if (await endTransaction(tx, id, ...act, ctx.now)) await planWebhooks(tx, id, await readBehaviour(tx), settings, ctx.now);
    });
  }
  return seeOther(`${simulatorPath}/transaccion?id=${id}`);
}

const showControls = async (ctx: Context): Promise<Answer> => page(controlPage(await readBehaviour(ctx.db), await latestTransactions(ctx.db), ctx.csrf));

const webhooks: readonly string[] = ['once', 'twice', 'late', 'never'] satisfies Behaviour['webhook'][];
const services: readonly string[] = ['normal', 'slow', 'down'] satisfies Behaviour['service'][];

async function keepBehaviour(ctx: Context): Promise<Answer> {
  const { aviso, servicio } = ctx.form;
  if (isOneOf<Behaviour['webhook']>(webhooks, aviso) && isOneOf<Behaviour['service']>(services, servicio)) await writeBehaviour(ctx.db, { webhook: aviso, service: servicio });
  return seeOther(simulatorPath, 'El simulador se comportará así desde ahora.');
}

const isOneOf = <Word extends string>(words: readonly string[], value: unknown): value is Word => typeof value === 'string' && words.includes(value);

const getTransaction = async (ctx: Context, id: string | undefined): Promise<SimulatedTransaction> => (await findTransaction(ctx.db, id ?? '', ctx.now)) ?? refuse('simulated_not_found');
