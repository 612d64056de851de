import { randomBytes } from 'node:crypto';
import type { PpeSettings } from '../providers/ppe/settings.ts';

/** Where the simulator is mounted. */
export const simulatorPath = '/simulador/ppe';

/** What the simulator and whoever calls it agree on, as an entity and the gateway would. */
export type SimulatorSettings = {
  readonly token: string;
  readonly cptToken: string;
  readonly webhookSecret: string;
  /** Address at which the payer reaches the site. */
  readonly publicUrl: () => string;
  /** Address at which this process reaches itself: the webhook goes there. */
  readonly selfUrl: () => string;
  /** How long a slow service takes. */
  readonly slowMillis: number;
  /** How late a late webhook comes. */
  readonly lateSeconds: number;
};

const slowMillisDefault = 4_000, lateSecondsDefault = 60, timeoutMillisDefault = 8_000;

/** Credentials made anew at each start: only this process ever calls its own simulator. */
export function simulatorSettings(site: Pick<SimulatorSettings, 'publicUrl' | 'selfUrl'>, pace: Partial<Pick<SimulatorSettings, 'slowMillis' | 'lateSeconds'>> = {}): SimulatorSettings {
  const secret = () => randomBytes(24).toString('base64url');
  return { ...site, token: secret(), cptToken: secret(), webhookSecret: secret(), slowMillis: pace.slowMillis ?? slowMillisDefault, lateSeconds: pace.lateSeconds ?? lateSecondsDefault };
}

/** The settings with which our own provider calls the simulator: over loopback, as if it were the real gateway. */
export const ppeOfSimulator = (simulator: SimulatorSettings, timeoutMillis = timeoutMillisDefault): PpeSettings => ({
  baseUrl: () => `${simulator.selfUrl()}${simulatorPath}`, token: simulator.token, cptToken: () => simulator.cptToken, account: '10000000000000', activity: '841000',
  webhook: { kind: 'secret', secret: simulator.webhookSecret }, redirectOrigins: () => [new URL(simulator.publicUrl()).origin, new URL(simulator.selfUrl()).origin],
  queryPath: '/transaccion/deuda/{transaction}', timeoutMillis,
});
