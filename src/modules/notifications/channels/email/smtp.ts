import { createTransport } from 'nodemailer';
import type { Outcome, Sender } from '../contract.ts';
import type { SmtpSettings } from './settings.ts';

const connectMillis = 10_000, silenceMillis = 20_000, restMillis = 30_000;

/**
 * Sends over SMTP. After a server that does not answer it rests half a minute, so that a queue of letters does not wait for each of them in turn.
 * What the server says is kept as a code only: its words may repeat the address.
 */
export function smtpSender({ url, from }: SmtpSettings, host: () => string, clock: () => Date): Sender {
  // Letters are text that we made; nothing in them may ever be read from a file or fetched.
  const transport = createTransport(withTimes(url), { disableFileAccess: true, disableUrlAccess: true });
  let restUntil = 0;
  const send: Sender['send'] = async ({ id, to, subject, text, html }) => {
    if (clock().getTime() < restUntil) return { kind: 'later', reason: 'El servidor de correo no responde.' };
    try {
      await transport.sendMail({
        from: { name: 'Ventanilla', address: from }, to: { name: '', address: to }, subject, text, html, messageId: `<${id}@${host()}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'es' },
      });
      return { kind: 'sent' };
    } catch (caught) {
      const outcome = outcomeOf(caught);
      if (outcome.isSilence) restUntil = clock().getTime() + restMillis;
      return outcome;
    }
  };
  return { send, stop: async () => { transport.close(); } };
}

function withTimes(url: string): string {
  const address = new URL(url);
  for (const [name, value] of [['connectionTimeout', connectMillis], ['greetingTimeout', connectMillis], ['socketTimeout', silenceMillis]] as const) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  }
  return address.href;
}

/** RFC 4954 §6: something is wrong with how we log in. */
const loginCodes = new Set([530, 534, 535, 538]);

type Failure = Exclude<Outcome, { kind: 'sent' }> & { readonly isSilence?: boolean };

/** RFC 5321 §4.2.1: 4yz may succeed later, 5yz will not. A refused login is ours to mend, so the letter waits. */
function outcomeOf(caught: unknown): Failure {
  const responseCode = memberOf(caught, 'responseCode'), code = memberOf(caught, 'code');
  if (code === 'EAUTH' || (typeof responseCode === 'number' && loginCodes.has(responseCode))) return { kind: 'later', reason: 'El servidor de correo no acepta nuestra cuenta.' };
  if (typeof responseCode === 'number' && responseCode >= 500) return { kind: 'never', reason: `El servidor de correo rechazó el mensaje o la dirección (código ${responseCode}).` };
  if (typeof responseCode === 'number') return { kind: 'later', reason: `El servidor de correo pidió esperar (código ${responseCode}).` };
  return { kind: 'later', reason: 'El servidor de correo no responde.', isSilence: true };
}

const memberOf = (caught: unknown, name: string): unknown => (caught instanceof Error ? Object.entries(caught).find(([own]) => own === name)?.[1] : undefined);
