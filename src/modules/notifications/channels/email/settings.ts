import { refuse } from '../../errors.ts';
import { mailAddress } from './address.ts';

/** How mail leaves: a server, and who it is from. */
export type SmtpSettings = { readonly url: string; readonly from: string };

/** Reads SMTP_URL (`smtp://user:password@host:587`, `smtps://…`) and SMTP_FROM; `undefined` where no server is named. */
export function smtpSettings({ SMTP_URL: url, SMTP_FROM: from }: Readonly<Record<string, string | undefined>>): SmtpSettings | undefined {
  if (url === undefined || url === '') return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) refuse('smtp_bad_url');
  return { url, from: mailAddress(from) ?? refuse('smtp_bad_from') };
}

/** What becomes of mail: it goes to a server, a demonstration shows it on a page, or it stays unsent. */
export type MailWay = 'server' | 'page' | 'none';

/** Which of them, by the configuration. */
export const mailWay = (environment: Readonly<Record<string, string | undefined>>, demo: boolean): MailWay =>
  (smtpSettings(environment) ? 'server' : demo ? 'page' : 'none');
