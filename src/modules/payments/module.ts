import type { Person } from '#kernel/access.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { Db } from '#kernel/db/index.ts';
import type { CaseId, ChargeId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { forgiveAbandoned } from './actions/cancel-charge.ts';
import { askAfterWebhook, askTopic } from './actions/receive-webhook.ts';
import { reconcileDue } from './actions/reconcile.ts';
import { getReceipt, refreshPayment } from './actions/refresh-payment.ts';
import { startPayment } from './actions/start-payment.ts';
import { seedExamples } from './actions/ufv.ts';
import { shippedExamples } from './content/index.ts';
import type { ChargeView } from './domain/charge-view.ts';
import { configuredProviders } from './providers/index.ts';
import { paymentRoutes } from './routes.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import { ppeOfSimulator, simulatorSettings, type SimulatorSettings } from './simulator/settings.ts';
import { sendWebhook, simulatedWebhookTopic } from './simulator/webhook.ts';
import type { Wiring } from './wiring.ts';

/** What the module needs from whoever starts the process. */
export type PaymentsDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Pick<Config, 'demo' | 'environment'>;
  /** Scheme and host at which people reach the site, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Scheme and host at which this process reaches itself. */
  readonly selfUrl: () => string;
  /** Page of a case, where a payer comes back to; `/mis-tramites/<id>` unless said otherwise. */
  readonly casePath?: (caseId: CaseId) => string;
  /** Pace of the simulator and patience with it, in milliseconds: for tests. */
  readonly pace?: Partial<Pick<SimulatorSettings, 'slowMillis' | 'lateSeconds'>> & { readonly timeoutMillis?: number };
};

/** What the payer's pages do. They own the question whose case it is; here it is checked again that the person owes the charge. */
export type Payments = {
  /** Opens an order at the provider, or finds the one that is open, and gives the address where the payer pays. */
  readonly startPayment: (db: Db, chargeId: ChargeId, person: Person, now: Date) => Promise<string>;
  /** «Ya pagué»: asks the provider now. Refuses with `payments.provider_unavailable` when it is silent. */
  readonly refreshPayment: (db: Db, chargeId: ChargeId, person: Person, now: Date) => Promise<ChargeView>;
  /** The settled charge, for `receiptPage`; refuses one that is not paid. */
  readonly getReceipt: (db: Db, chargeId: ChargeId, person: Person) => Promise<ChargeView>;
  /** Origins of the providers' pages, for the header that says where forms may lead. */
  readonly formOrigins: readonly string[];
};

const reconcileSeconds = 15, examplesSeconds = 6 * 3_600;

/** Charges, providers and their webhooks; in a demonstration without a real gateway, the simulator too. */
export function paymentsModule(deps: PaymentsDeps): Module & Payments {
  const { db, clock, log, config } = deps;
  const simulator = config.demo && !config.environment.PPE_BASE_URL ? simulatorSettings(deps, deps.pace) : undefined;
  const providers = configuredProviders({ environment: config.environment, simulator: simulator && ppeOfSimulator(simulator, deps.pace?.timeoutMillis), clock: clock.now });
  const wiring: Wiring = { providers, log, casePath: deps.casePath ?? ((caseId) => `/mis-tramites/${caseId}`) };
  const seed = (now: Date) => seedExamples(db, shippedExamples(), now);
  return {
    name: 'payments',
    routes: [...paymentRoutes(wiring), ...(simulator ? simulatorRoutes(simulator) : [])],
    subscriptions: [
      { topic: askTopic, name: 'ask about a notified payment', handle: (at, delivery) => askAfterWebhook(wiring, at, delivery) },
      { topic: 'cases.happened', name: 'nothing is owed for a case that was given up', handle: forgiveAbandoned },
      ...(simulator ? [{ topic: simulatedWebhookTopic, name: 'simulator notifies the entity', handle: (at: Db, delivery: Parameters<typeof sendWebhook>[2]) => sendWebhook(simulator, at, delivery) }] : []),
    ],
    jobs: [
      { name: 'payments.reconcile', everySeconds: reconcileSeconds, run: async (at, now) => { await reconcileDue(wiring, at, now); } },
      ...(config.demo ? [{ name: 'payments.ufv-examples', everySeconds: examplesSeconds, run: async (_at: Db, now: Date) => seed(now) }] : []),
    ],
    start: async () => { if (config.demo) await seed(clock.now()); },
    startPayment: (at, chargeId, person, now) => startPayment(wiring, at, chargeId, person, now),
    refreshPayment: (at, chargeId, person, now) => refreshPayment(wiring, at, chargeId, person, now),
    getReceipt,
    formOrigins: simulator ? [] : [...new Set(providers.flatMap((provider) => provider.origins()))],
  };
}
