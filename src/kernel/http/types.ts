import type { Readable } from 'node:stream';
import type { TSchema } from 'typebox';
import type { Person, Role } from '../access.ts';
import type { Db } from '../db/types.ts';
import type { Html } from '../html/html.ts';

/** A value of a posted form: one text, or several under the same name. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>;

/** One part of a multipart body, in the order it came; a file must be read to its end before the next part is asked for. */
export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly filename: string; readonly mimetype: string; readonly stream: Readable };

/** Everything a handler may know of a request. Handlers never see the server library. */
export type Context = {
  readonly db: Db;
  readonly now: Date;
  readonly person: Person | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** A posted form (urlencoded), already past the CSRF check; empty for other bodies. */
  readonly form: FormBody;
  /** A JSON body, already past its schema; `undefined` for other bodies. */
  readonly json: unknown;
  /** The parts of a multipart body, streamed. The CSRF token must be its first part, and is checked before any other is given. */
  readonly parts: () => AsyncIterable<Part>;
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Address of the caller. */
  readonly ip: string;
  readonly requestId: string;
  /** The hidden field every form needs: `${ctx.csrf}`. */
  readonly csrf: Html;
  /** A short message left by the page before, shown once. */
  readonly notice: string | undefined;
};

/** What a handler answers. Make it with `page`, `seeOther`, `json`, `bytes`, `text`. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly setCookies?: readonly Cookie[];
  /** Shown once on the next page. */
  readonly notice?: string;
  readonly body: AnswerBody;
};

export type AnswerBody =
  | { readonly kind: 'page'; readonly page: PageContent }
  | { readonly kind: 'json'; readonly value: unknown; readonly type?: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly data: Buffer | string | Readable; readonly filename?: string; readonly disposition?: 'inline' | 'attachment' }
  | { readonly kind: 'redirect'; readonly to: string };

/** A page before its frame (header, navigation, footer) is put around it. */
export type PageContent = {
  readonly title: string;
  readonly main: Html;
  /** `wide` uses the whole width, for queues and side-by-side reading. */
  readonly width?: 'normal' | 'wide';
  readonly backLink?: { readonly href: string; readonly text: string };
  /** One sentence for search engines and link previews. */
  readonly description?: string;
  /** Extra elements for `<head>`, such as links to other formats. */
  readonly head?: Html;
  /** An error title gets «Error: » in front, so that a screen reader says it first. */
  readonly hasErrors?: boolean;
  /** The part of the site that the navigation marks as current. */
  readonly section?: string;
  /** Where true, search engines are asked to leave it out. Personal pages always are. */
  readonly noIndex?: boolean;
};

/** A cookie to set; always HttpOnly, SameSite=Lax, and Secure when the site is served over https. `maxAgeSeconds` 0 removes it. */
export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds?: number; readonly path?: string };

export type Handler = (ctx: Context) => Promise<Answer> | Answer;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One row of the route table: method, path, who may call it, what it does. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly who: readonly Role[];
  readonly does: Handler;
  readonly options: RouteOptions;
};

export type RouteOptions = {
  /** Where present, the route belongs to the public API and appears in OpenAPI with this summary. */
  readonly api?: ApiDescription;
  /** `form` (default for POST): token in the form. `none`: only for machines that authenticate otherwise, such as webhooks. */
  readonly csrf?: 'form' | 'none';
  /** Class of rate limit: `page` (default), `file` (what is composed anew for whoever asks), `login`, `upload`, `search`, `webhook`. */
  readonly limit?: 'page' | 'file' | 'login' | 'upload' | 'search' | 'webhook';
  /** How a body is read: `form` (default), `json`, `multipart` (through `ctx.parts`), `either` of the two forms, as the page has files or not. */
  readonly body?: 'form' | 'json' | 'multipart' | 'either';
  /**
   * What people call the form that is posted here, such as «una página de su solicitud». What somebody typed into a form with a name is kept
   * for them when their session had ended before they sent it; of a form without one nothing is, so a form with a password has none.
   */
  readonly form?: string;
};

export type ApiDescription = {
  readonly summary: string;
  readonly tag: string;
  readonly query?: TSchema;
  readonly params?: TSchema;
  readonly body?: TSchema;
  readonly response: TSchema;
  /** Media type of the response when it is not JSON. */
  readonly produces?: string;
};
