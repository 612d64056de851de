import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mount } from '#kernel/module.ts';
import { createProvider, type ProviderDeps } from './configuration.ts';
import { answerInteraction } from './interactions.ts';
import { problemPage } from './pages.ts';
import { send } from './send.ts';

/** The embedded provider under `/oidc`. It is made at the first request, because its own address is known only after listening. */
export function providerMount(deps: ProviderDeps): Mount {
  let made: ReturnType<typeof makeProvider> | undefined;
  return {
    prefix: '/oidc',
    handle: (request, response) => {
      (made ??= makeProvider(deps))(request, response).catch((error: unknown) => {
        deps.log.error('identity.provider_failed', { error });
        if (!response.headersSent) send(response, deps.writer, problemPage('server_error'), 500); else response.destroy();
      });
    },
  };
}

function makeProvider(deps: ProviderDeps): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const provider = createProvider(deps), serve = provider.callback(), issuer = new URL(deps.settings().issuer);
  return async (request, response) => {
    const address = callerAddress(request, deps.trustProxy);
    asIssuer(request, issuer);
    // Whatever is answered carries them; a page sets its own in their place.
    for (const [name, value] of Object.entries(deps.writer.headers())) response.setHeader(name, value);
    const uid = /^\/oidc\/interaccion\/([\w-]+)$/.exec((request.url ?? '').split('?')[0] ?? '')?.[1];
    if (uid !== undefined) return answerInteraction(deps, provider, { uid, address }, request, response);
    Object.assign(request, { originalUrl: request.url });
    request.url = withinProvider(request.url?.slice(issuer.pathname.length) ?? '');
    await serve(request, response);
  };
}

// What it is asked begins with a slash, and whoever comes back from a page of ours brings nothing but their cookies: the library stumbles over the rest.
const withinProvider = (url: string): string => url.replace(/^(?!\/)/, '/').replace(/^(\/auth\/[^?]*)\?.*/s, '$1');

// The provider writes its own address into answers. It must be the configured one, never what a caller put into a header.
function asIssuer(request: IncomingMessage, issuer: URL): void {
  delete request.headers['x-forwarded-host'];
  request.headers.host = issuer.host;
  request.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
}

function callerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : undefined;
  return forwarded || request.socket.remoteAddress || 'unknown';
}
