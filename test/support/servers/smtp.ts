import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerEnvelope, type SMTPServerOptions } from 'smtp-server';

/** A message as it came over the wire, headers and all. */
export type Letter = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

/** A mail server that keeps what it is sent instead of delivering it. */
export type TestSmtp = {
  /** For a mailer: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  readonly letters: readonly Letter[];
  /** Answers the next messages with a passing failure (451), as a busy server does, or with another code. */
  readonly failNext: (times: number, code?: number) => void;
  readonly stop: () => Promise<void>;
};

/** Starts it on a free port. With `account`, only who logs in with it may send. */
export async function startSmtp(account?: { readonly user: string; readonly password: string }): Promise<TestSmtp> {
  const letters: Letter[] = [];
  let failures = 0, failure = 451;
  const options: SMTPServerOptions = {
    disabledCommands: ['STARTTLS'], authOptional: account === undefined, allowInsecureAuth: true, logger: false,
    onAuth: (auth, _session, done) => (auth.username === account?.user && auth.password === account?.password ? done(null, { user: auth.username }) : done(smtpError(535, 'wrong password'))),
    onData: (stream, { envelope }, done) => { keep(stream, envelope).then(done, done); },
  };
  const keep = async (stream: Readable, { mailFrom, rcptTo }: SMTPServerEnvelope): Promise<null> => {
    const raw = (await buffer(stream)).toString('utf8');
    if (failures > 0) { failures -= 1; throw smtpError(failure, 'not this one'); }
    letters.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw });
    return null;
  };
  const server = new SMTPServer(options);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters, failNext: (times, code = 451) => { failures = times; failure = code; }, stop: () => new Promise((resolve) => { server.close(() => resolve()); }) };
}

const smtpError = (responseCode: number, message: string): Error => Object.assign(new RangeError(message), { responseCode });
