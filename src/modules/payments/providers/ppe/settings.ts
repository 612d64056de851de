import { refuse } from '../../errors.ts';

/** How the gateway is reached and how it proves who it is. Functions are asked at each call, because a port may be chosen while starting. */
export type PpeSettings = {
  /** Address of the service without a slash at the end; nothing else is ever called. */
  readonly baseUrl: () => string;
  /** Token of the interoperability platform, for `Authorization`. */
  readonly token: string;
  /** Token of the entity's collection, for `x-cpt-authorization`: the gateway gives one for each account or procedure. */
  readonly cptToken: (account: string) => string;
  /** Account used where a tariff names none. */
  readonly account: string;
  /** Economic activity of the product line, as the tax service codes it. */
  readonly activity: string;
  /** How a webhook authenticates: a secret word, or a JWT signed with a shared key (HS256). */
  readonly webhook: { readonly kind: 'secret'; readonly secret: string } | { readonly kind: 'jwt'; readonly key: string };
  /** Origins at which the payer may be sent. */
  readonly redirectOrigins: () => readonly string[];
  /** Path that tells what became of a transaction; `{transaction}` is filled in. */
  readonly queryPath: string;
  readonly timeoutMillis: number;
};

/** Variables of the environment; every other one is ignored. */
type Environment = Readonly<Record<string, string | undefined>>;

const timeoutSecondsDefault = 8, timeoutSecondsMax = 30;

/** The settings of the real gateway; `undefined` where PPE_BASE_URL is absent. What is half configured stops the start with a sentence. */
export function ppeSettings(environment: Environment): PpeSettings | undefined {
  const base = environment.PPE_BASE_URL;
  if (base === undefined || base === '') return undefined;
  const origin = originOf('PPE_BASE_URL', base);
  const tokens = accountTokens(environment.PPE_CPT_TOKENS), fallback = environment.PPE_CPT_TOKEN;
  if (fallback === undefined && tokens.size === 0) refuse('settings_incomplete', { name: 'PPE_CPT_TOKEN' });
  const origins = (environment.PPE_REDIRECT_ORIGINS ?? '').split(/[\s,]+/).filter(Boolean).map((each) => originOf('PPE_REDIRECT_ORIGINS', each));
  return {
    baseUrl: () => base.replace(/\/+$/, ''), token: needed(environment, 'PPE_TOKEN'), cptToken: (account) => tokens.get(account) ?? fallback ?? refuse('account_without_token', { account }),
    account: environment.PPE_ACCOUNT ?? '', activity: environment.PPE_ACTIVITY ?? '841000', webhook: webhookOf(environment),
    redirectOrigins: () => [origin, ...origins], queryPath: environment.PPE_QUERY_PATH ?? '/transaccion/deuda/{transaction}', timeoutMillis: timeoutOf(environment),
  };
}

// The address is also the guard against calling anything else, so it must be one that nobody on the way can change.
function originOf(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : refuse('settings_bad_url', { name });
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) refuse('settings_bad_url', { name });
  return url.origin;
}

const needed = (environment: Environment, name: string): string => environment[name] || refuse('settings_incomplete', { name });

function webhookOf(environment: Environment): PpeSettings['webhook'] {
  const key = environment.PPE_WEBHOOK_JWT_KEY;
  return key ? { kind: 'jwt', key } : { kind: 'secret', secret: needed(environment, 'PPE_WEBHOOK_SECRET') };
}

function accountTokens(text: string | undefined): ReadonlyMap<string, string> {
  if (!text) return new Map();
  const pairs = text.split(/[\s,]+/).filter(Boolean).map((pair) => pair.split('='));
  return new Map(pairs.map(([account, token]) => (account && token ? [account, token] : refuse('settings_incomplete', { name: 'PPE_CPT_TOKENS' }))));
}

function timeoutOf({ PPE_TIMEOUT_SECONDS: text }: Environment): number {
  const seconds = Number(text ?? timeoutSecondsDefault);
  return (Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, timeoutSecondsMax) : timeoutSecondsDefault) * 1000;
}
