import { createHash, timingSafeEqual } from 'node:crypto';
import { jwtVerify } from 'jose';
import { refuse } from '../../errors.ts';
import type { Provider } from '../contract.ts';
import { callPpe } from './call.ts';
import type { PpeSettings } from './settings.ts';
import { debtBody, readNews, readOpened, readStatus } from './shapes.ts';

/** The State's payment gateway (Pasarela de Pagos del Estado), or a simulator that answers as it does. */
export const ppe = (settings: PpeSettings, clock: () => Date): Provider => ({
  name: 'ppe',
  title: 'Pasarela de Pagos del Estado',
  origins: settings.redirectOrigins,
  start: async (charge, code) => {
    const account = charge.account ?? settings.account;
    const { status, envelope } = await callPpe(settings, 'POST', '/transaccion/deuda', account, debtBody(charge, code, settings, account));
    if (status === 409) return { lost: true };
    const opened = (status === 201 || status === 202) && envelope.finalizado ? readOpened(envelope.datos, settings.redirectOrigins()) : undefined;
    return opened ? { opened } : refuse('provider_refused', {}, { status, message: envelope.mensaje });
  },
  query: async (transaction, account) => {
    const path = settings.queryPath.replace('{transaction}', encodeURIComponent(transaction));
    const { status, envelope } = await callPpe(settings, 'GET', path, account ?? settings.account);
    // A transaction that it does not know today, it may know tomorrow: only a clear answer changes anything.
    if (status !== 200 || !envelope.finalizado) return refuse('provider_unavailable', {}, { status, message: envelope.mensaje });
    return readStatus(transaction, envelope.datos, clock());
  },
  readWebhook: async (body, headers) => {
    if (!(await isTrusted(settings.webhook, headers['authorization']))) return { fault: 'webhook_untrusted' };
    const transaction = readNews(body);
    return transaction === undefined ? { fault: 'webhook_unreadable' } : { transaction };
  },
});

async function isTrusted(proof: PpeSettings['webhook'], header: string | undefined): Promise<boolean> {
  const given = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (given === undefined) return false;
  if (proof.kind === 'secret') return timingSafeEqual(digest(given), digest(proof.secret));
  return jwtVerify(given, new TextEncoder().encode(proof.key), { algorithms: ['HS256'] }).then(() => true, () => false);
}

// Digests have one length, so that comparing them tells nothing about the secret's.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
