import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isRefusal } from '../errors/index.ts';
import { refuse } from './errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Most bytes and seconds that a file may take, over all the sites it is passed on to. */
export type FetchLimits = { readonly bytesMax: number; readonly secondsMax: number };

/** Which addresses may be asked; a test asks a server of its own. */
export type FetchRules = { readonly isAllowed: (address: string) => boolean; readonly protocols: readonly string[]; readonly ports: (port: string) => boolean };

const redirectsMax = 3;
const publicOnly: FetchRules = { isAllowed: isPublicAddress, protocols: ['https:'], ports: (port) => port === '' };

/**
 * Gets a file from a public site. Every address that a name leads to is judged when it is connected to, so that neither a name, nor one that changes its mind, nor a redirection
 * leads into our own net (OWASP, Server-Side Request Forgery Prevention). Refuses what is not https, not public, not a file, too long or too slow.
 */
export async function fetchPublic(address: string, { bytesMax, secondsMax }: FetchLimits, rules: FetchRules = publicOnly): Promise<Buffer> {
  const signal = AbortSignal.timeout(secondsMax * 1_000);
  let url = checkedAddress(address, rules);
  for (let passedOn = 0; passedOn <= redirectsMax; passedOn += 1) {
    const answer = await ask(url, signal, rules), { statusCode: status = 0, headers } = answer;
    if (status === 200) return readWithin(answer, url, bytesMax);
    answer.destroy();
    if (status < 300 || status >= 400 || headers.location === undefined) return refuse('bad_answer', { host: url.host, status });
    url = checkedAddress(URL.parse(headers.location, url.href)?.href ?? '', rules);
  }
  return refuse('bad_answer', { host: url.host, status: 'demasiadas redirecciones' });
}

/** An address that may be asked, or a refusal. */
export function checkedAddress(address: string, { isAllowed, protocols, ports }: FetchRules = publicOnly): URL {
  const url = URL.parse(address);
  if (!url || !protocols.includes(url.protocol) || url.username !== '' || url.password !== '' || !ports(url.port)) return refuse('bad_address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) > 0 && !isAllowed(host)) return refuse('not_public', { host });
  return url;
}

const refusedCode = 'ENOTPUBLIC';

function ask(url: URL, signal: AbortSignal, { isAllowed }: FetchRules): Promise<IncomingMessage> {
  const guarded: LookupFunction = (host, options, tell) => resolve(host, { ...options, all: true }, (problem, found) => {
    const [first] = found ?? [];
    if (problem || !first) return tell(problem ?? Object.assign(new TypeError(`${host} leads nowhere`), { code: 'ENOTFOUND' }), '');
    if (!found.every(({ address }) => isAllowed(address))) return tell(Object.assign(new TypeError(`${host} is not public`), { code: refusedCode }), '');
    return options.all ? tell(null, found) : tell(null, first.address, first.family);
  });
  // Nothing is unpacked on the way, so that what comes is as long as it says.
  const options: RequestOptions = { signal, lookup: guarded, agent: false, headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Ventanilla' } };
  return new Promise<IncomingMessage>((done, failed) => { (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, done).once('error', failed).end(); })
    .catch((caught: unknown) => (caught instanceof Error && 'code' in caught && caught.code === refusedCode ? refuse('not_public', { host: url.host }) : refuse('unreachable', { host: url.host }, caught)));
}

async function readWithin(answer: IncomingMessage, url: URL, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      const bytes: Buffer = chunk;
      length += bytes.length;
      if (length > bytesMax) refuse('too_long', { host: url.host, megabytes: bytesMax / 1_000_000 });
      chunks.push(bytes);
    }
  } catch (caught) {
    if (isRefusal(caught)) throw caught;
    refuse('unreachable', { host: url.host }, caught);
  }
  return Buffer.concat(chunks);
}
