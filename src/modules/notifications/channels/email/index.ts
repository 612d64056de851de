import type { Channel, Outcome, Sender } from '../contract.ts';
import { mailAddress } from './address.ts';
import { smtpSettings } from './settings.ts';
import { smtpSender } from './smtp.ts';

/** Mail by SMTP. A demonstration without a server keeps letters on a page of its own instead of sending them. */
export const email: Channel = {
  name: 'email',
  title: 'Correo electrónico',
  addressOf: ({ email: address }) => mailAddress(address),
  open: ({ environment, demo, publicUrl, clock }) => {
    const settings = smtpSettings(environment);
    if (settings) return smtpSender(settings, () => new URL(publicUrl()).hostname, clock);
    return always(demo ? { kind: 'sent' } : { kind: 'never', reason: 'El envío de correos no está configurado.' });
  },
};

const always = (outcome: Outcome): Sender => ({ send: async () => outcome, stop: async () => undefined });
