import { recordOf } from '../../domain/record.ts';
import { refuse } from '../../errors.ts';
import type { PpeSettings } from './settings.ts';

/** The envelope in which every service of the State answers. */
export type Envelope = { readonly finalizado: boolean; readonly mensaje: string; readonly datos: Readonly<Record<string, unknown>> };

/** An answer that could be read, whatever its status. */
export type PpeAnswer = { readonly status: number; readonly envelope: Envelope };

const answerBytesMax = 65_536, messageCharactersMax = 300;

/**
 * Calls the gateway at one of its paths. The address is made from the configured base alone, redirects are not followed, and the answer is
 * read up to 64 KiB. Silence, a broken answer or a fault of the server throw `payments.provider_unavailable`.
 */
export async function callPpe(settings: PpeSettings, method: 'GET' | 'POST', path: string, account: string, body?: object): Promise<PpeAnswer> {
  const url = guarded(settings.baseUrl(), path);
  const headers = { authorization: `Bearer ${settings.token}`, 'x-cpt-authorization': settings.cptToken(account), accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
  const { status, text } = await exchange(url, { method, headers, redirect: 'error', signal: AbortSignal.timeout(settings.timeoutMillis), ...(body && { body: JSON.stringify(body) }) });
  const envelope = readEnvelope(text);
  return status >= 500 || envelope === undefined ? refuse('provider_unavailable', {}, { status, readable: envelope !== undefined }) : { status, envelope };
}

async function exchange(url: URL, init: RequestInit): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, text: await boundedText(response) };
  } catch (cause) {
    return refuse('provider_unavailable', {}, cause);
  }
}

function guarded(base: string, path: string): URL {
  const root = new URL(`${base}/`), url = new URL(`${base}${path}`);
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname) || url.username !== '') return refuse('provider_refused', {}, { outside: url.origin });
  return url;
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '', bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > answerBytesMax) return '';
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function readEnvelope(text: string): Envelope | undefined {
  try {
    const { finalizado, mensaje, datos } = recordOf(JSON.parse(text));
    if (typeof finalizado !== 'boolean') return undefined;
    return { finalizado, mensaje: typeof mensaje === 'string' ? mensaje.slice(0, messageCharactersMax) : '', datos: recordOf(datos) };
  } catch {
    return undefined;
  }
}
