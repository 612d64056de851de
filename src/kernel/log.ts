import { isRefusal } from './errors/index.ts';

/** The operator's log: one JSON line an event, to standard error. Secrets and personal data are never given to it. */
export type Log = {
  readonly info: (event: string, facts?: Facts) => void;
  readonly warn: (event: string, facts?: Facts) => void;
  readonly error: (event: string, facts?: Facts) => void;
};

export type Facts = Readonly<Record<string, unknown>>;

type Level = 'info' | 'warn' | 'error';

const secretNames = /pass|contrase|secret|token|cookie|authorization|clave|pin$|totp|session/i;

/** A log that writes to `write`; values under names that sound like secrets are replaced, whatever they hold. */
export function createLog(write: (line: string) => void = (line) => { process.stderr.write(line); }): Log {
  const at = (level: Level) => (event: string, facts: Facts = {}) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...clean(facts) })}\n`);
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A log that says nothing, for tests. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function clean(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, secretNames.test(name) ? '…' : plain(value)]));
}

function plain(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const code = isRefusal(value) ? value.code : ('code' in value ? value.code : undefined);
  return { name: value.name, message: value.message, code, stack: value.stack?.split('\n').slice(1, 8).map((line) => line.trim()), cause: plain(value.cause) };
}
