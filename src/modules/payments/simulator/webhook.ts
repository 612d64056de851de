import type { Db, Tx } from '#kernel/db/index.ts';
import { enqueue, type Delivery, type OutboxMessage } from '#kernel/outbox/index.ts';
import { refuse } from '../errors.ts';
import type { Behaviour, SimulatedTransaction } from './store.ts';
import { findTransaction } from './store.ts';
import { statusOf } from './service.ts';
import type { SimulatorSettings } from './settings.ts';

/** Topic of the notifications that the simulator has still to send. */
export const simulatedWebhookTopic = 'payments.simulated_webhook';

const times = { once: [0], twice: [0, 0], late: ['late'], never: [] } as const satisfies Record<Behaviour['webhook'], readonly (0 | 'late')[]>;

/** Plans what the simulator tells the entity about a transaction that has ended: once, twice, late or never. */
export async function planWebhooks(tx: Tx, id: string, behaviour: Behaviour, settings: SimulatorSettings, now: Date): Promise<void> {
  const late = new Date(now.getTime() + settings.lateSeconds * 1000);
  await enqueue(tx, times[behaviour.webhook].map((when, index): OutboxMessage =>
    ({ topic: simulatedWebhookTopic, key: `${simulatedWebhookTopic}:${id}:${index}`, payload: { transaction: id }, ...(when === 'late' && { runAt: late }) })));
}

const timeoutMillis = 8_000;

/** Sends one notification, as the gateway does; whatever is not a 2xx is sent again later. */
export async function sendWebhook(settings: SimulatorSettings, db: Db, { payload, now }: Delivery): Promise<void> {
  const transaction = await findTransaction(db, String(payload['transaction']), now);
  if (!transaction) return;
  const response = await fetch(`${settings.selfUrl()}/webhook/pagos/ppe`, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeoutMillis), body: JSON.stringify(bodyOf(transaction)),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.webhookSecret}` },
  });
  await response.body?.cancel();
  if (!response.ok) refuse('webhook_not_taken', { status: response.status });
}

const bodyOf = (transaction: SimulatedTransaction): object =>
  ({ finalizado: true, mensaje: 'Cambio de estado de la transacción', ...statusOf(transaction), finVigencia: transaction.expiresAt.toISOString(), datos: { data: { idQr: transaction.id } } });
