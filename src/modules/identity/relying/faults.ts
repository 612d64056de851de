import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { refuse } from '../errors.ts';

/** Says what went wrong with the provider in words for the person; the cause stays with it for the operator. */
export function faultOf(caught: unknown): never {
  if (caught instanceof AuthorizationResponseError) return refuse(caught.error === 'access_denied' ? 'login_declined' : 'login_failed', {}, caught);
  if (isOutage(caught)) return refuse('provider_unavailable', {}, caught);
  return refuse('login_failed', {}, caught);
}

// A provider that can't be reached, is too slow, or answers with its own error page.
function isOutage(caught: unknown): boolean {
  if (caught instanceof ResponseBodyError) return caught.status >= 500;
  if (caught instanceof ClientError) return ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(caught.code ?? '') || isNetwork(caught.cause);
  return isNetwork(caught);
}

const isNetwork = (caught: unknown): boolean => caught instanceof TypeError && caught.message === 'fetch failed';
