import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { invariant } from '#kernel/errors/index.ts';

/** An answer as a visitor sees it: status, page, and where it wants them to go. */
export type Seen = { readonly status: number; readonly text: string; readonly headers: Headers; readonly url: string; readonly location: string | undefined };

/** A browser without scripts: it keeps cookies by host and path, follows links when told to, and sends the forms it is shown. */
export class Visitor {
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  readonly cookies = new Map<string, { readonly value: string; readonly path: string; readonly origin: string; readonly raw: string }>();

  /** `headers` go with every request, such as a forwarded address. */
  constructor(origin: string, headers: Record<string, string> = {}) {
    this.#origin = origin;
    this.#headers = headers;
  }

  /** Asks for one address and stays there: redirects are shown, not followed. */
  async get(address: string): Promise<Seen> {
    return this.#send(address, 'GET');
  }

  /** Posts fields as a form does. */
  async post(address: string, fields: Record<string, string | readonly string[]>): Promise<Seen> {
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])));
    return this.#send(address, 'POST', body.toString());
  }

  /** Asks for an address and goes wherever it leads, ten times at most. */
  async visit(address: string): Promise<Seen> {
    return this.follow(await this.get(address));
  }

  /** Goes wherever an answer leads; `until` stops before an address that matches. */
  async follow(seen: Seen, until?: RegExp): Promise<Seen> {
    let at = seen;
    for (let hops = 0; at.location !== undefined && hops < 10 && !until?.test(at.location); hops++) at = await this.get(at.location);
    return at;
  }

  /** Sends the first form of a page whose action matches, with its hidden fields and these. Redirects are shown, not followed. */
  async submit(seen: Seen, fields: Record<string, string | readonly string[]> = {}, action: RegExp = /./): Promise<Seen> {
    const forms = [...seen.text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => ({ to: attribute(tag, 'action') ?? seen.url, inside, posts: /method="post"/.test(tag) }));
    const form = forms.find(({ to, posts }) => posts && action.test(to) && to !== '/salir') ?? forms.find(({ to, posts }) => posts && action.test(to));
    invariant(form, `the page ${seen.url} has a form for ${action.source}: ${seen.text.slice(0, 300)}`);
    const hidden = [...form.inside.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, tag = '']) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const);
    return this.post(new URL(form.to, seen.url).href, { ...Object.fromEntries(hidden), ...fields });
  }

  /** The value of a cookie, if the visitor has it. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name)?.value;
  }

  async #send(address: string, method: 'GET' | 'POST', body?: string): Promise<Seen> {
    const url = new URL(address, this.#origin);
    const sent = [...this.cookies].filter(([, { path, origin }]) => url.pathname.startsWith(path) && origin === url.hostname).map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { ...asBrowser, ...this.#headers, ...(sent === '' ? {} : { cookie: sent }), ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
    const response = await exchange(url, { method, headers, agent: false }, body);
    for (const raw of response.headers['set-cookie'] ?? []) this.#keep(raw, url);
    const { location } = response.headers;
    return { status: response.statusCode ?? 0, text: await textOf(response), headers: new Headers(Object.entries(response.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')])), url: url.href, location: location === undefined ? undefined : new URL(location, url).href };
  }

  #keep(raw: string, url: URL): void {
    const [pair = ''] = raw.split(';'), name = pair.slice(0, pair.indexOf('=')), value = pair.slice(pair.indexOf('=') + 1);
    const path = /;\s*path=([^;]+)/i.exec(raw)?.[1] ?? '/';
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(raw)) this.cookies.delete(name);
    else this.cookies.set(name, { value, path, origin: url.hostname, raw });
  }
}

// Some servers only send people, not programs, to a login; and `fetch` always says that it is a program.
const asBrowser = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' };

const exchange = (url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> => new Promise((resolve, reject) => {
  request(url, options, resolve).on('error', reject).end(body);
});

const unescaped: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => unescaped[entity] ?? entity);
}
