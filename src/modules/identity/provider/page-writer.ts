import type { Context } from 'oidc-provider';
import type { PageContent } from '#kernel/http/index.ts';
import { continuePage } from './pages.ts';

/** Puts pages of the stand-in into the site's frame, with the headers that such a page needs. */
export type PageWriter = {
  readonly render: (content: PageContent) => string;
  readonly headers: (formEnd?: string) => Readonly<Record<string, string>>;
  readonly continueByButton: (context: Context, scripted: string) => void;
};

/** A writer with the site's frame. */
export function createPageWriter(frame: (content: PageContent) => string, https: () => boolean): PageWriter {
  const writer: PageWriter = {
    render: frame,
    headers: (formEnd) => pageHeaders(https(), formEnd),
    continueByButton: (context, scripted) => {
      const found = /<form method="post" action="([^"]*)">([\s\S]*?)<noscript>/.exec(scripted);
      if (found) writePage(context, writer, continuePage(found[1] ?? '', found[2] ?? ''), found[1], context.status);
    },
  };
  return writer;
}

/** Answers with a page; `formEnd` is where its form may lead in the end, which the browser must be told. */
export function writePage(context: Context, writer: PageWriter, content: PageContent, formEnd?: string, status = context.status === 404 ? 200 : context.status): void {
  context.status = status;
  context.type = 'html';
  context.body = writer.render(content);
  for (const [name, value] of Object.entries(writer.headers(formEnd))) context.set(name, value);
}

// Browsers check `form-action` along the whole chain of redirects, and this form ends at another institution's system.
function pageHeaders(https: boolean, formEnd: string | undefined): Record<string, string> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'${sourceOf(formEnd)}; frame-ancestors 'none'; base-uri 'none'`,
    'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'no-store',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

// An application on a telephone has an address with a scheme of its own and no host.
function sourceOf(address: string | undefined): string {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null) return '';
  return ` ${/^https?:$/.test(url.protocol) ? url.origin : url.protocol}`;
}
