import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, InteractionResult, Provider } from 'oidc-provider';
import { isRefusal } from '#kernel/errors/index.ts';
import { isKeyOf } from '#kernel/tables.ts';
import { attemptSucceeded, countOrRefuse } from '../actions/throttle.ts';
import { demoPassword } from '../demo/people.ts';
import { checkProviderLogin, listProviderAccounts } from './accounts.ts';
import type { ProviderDeps } from './configuration.ts';
import { readForm } from './read-form.ts';
import { consentPage, loginPage, problemPage } from './pages.ts';
import { scopes } from './scopes.ts';
import { send } from './send.ts';

/** One request to a page between the arrival of a person and their return: whose it is, and from where. */
type Visit = { readonly uid: string; readonly address: string };

/**
 * The login and consent pages of the stand-in. They belong to the browser that began: its cookie must name the same interaction as the
 * address, so that a link sent to somebody else leads nowhere.
 */
export async function answerInteraction(deps: ProviderDeps, provider: Provider, visit: Visit, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (interaction?.uid !== visit.uid) return send(response, deps.writer, problemPage('invalid_request'), 400);
  if (request.method !== 'POST') return show(deps, provider, interaction, response);
  const form = await readForm(request);
  if (form.get('hacer') === 'cancelar') return finish(provider, request, response, { error: 'access_denied', error_description: 'the person declined' }, false);
  if (interaction.prompt.name === 'consent') return consent(provider, interaction, request, response);
  return login(deps, provider, interaction, visit, form, request, response);
}

async function login(deps: ProviderDeps, provider: Provider, interaction: Interaction, { address }: Visit, form: URLSearchParams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const number = (form.get('numero') ?? '').trim().toUpperCase(), now = new Date();
  const attempt = { what: 'simulator', account: number, ip: address } as const;
  try {
    await countOrRefuse(deps.db, attempt, now);
  } catch (caught) {
    if (!isRefusal(caught)) throw caught;
    return show(deps, provider, interaction, response, { number, fault: caught.message, status: caught.status });
  }
  const subject = await checkProviderLogin(deps.db, number, form.get('contrasena') ?? '');
  if (subject === undefined) return show(deps, provider, interaction, response, { number, fault: 'El número de documento o la contraseña no son correctos. Revise los dos e intente otra vez.', status: 422 });
  await attemptSucceeded(deps.db, attempt);
  return finish(provider, request, response, { login: { accountId: subject, amr: ['pwd'] } }, false);
}

async function consent(provider: Provider, { session, params, grantId, prompt }: Interaction, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = found ?? new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id ?? '' });
  const asked = prompt.details.missingOIDCScope ?? (params.scope ?? '').split(' ');
  grant.addOIDCScope(asked.filter((scope) => scope in scopes).join(' '));
  return finish(provider, request, response, { consent: { grantId: await grant.save() } }, true);
}

async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse, result: InteractionResult, mergeWithLastSubmission: boolean): Promise<void> {
  const location = await provider.interactionResult(request, response, result, { mergeWithLastSubmission });
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

type Shown = { readonly number?: string; readonly fault?: string; readonly status?: number };

async function show(deps: ProviderDeps, provider: Provider, interaction: Interaction, response: ServerResponse, { number, fault, status = 200 }: Shown = {}): Promise<void> {
  const { client_id: clientId = '', redirect_uri: formEnd } = interaction.params;
  const action = `${new URL(provider.issuer).pathname}/interaccion/${interaction.uid}`;
  const client = (await provider.Client.find(clientId))?.clientName ?? clientId;
  const people = deps.demo && interaction.prompt.name !== 'consent' ? await listProviderAccounts(deps.db, 20) : [];
  const page = interaction.prompt.name === 'consent' ? consentPage(action, client, askedOf(interaction)) : loginPage({ action, client, number, fault, people, sharedPassword: demoPassword });
  send(response, deps.writer, page, status, formEnd);
}

const askedOf = ({ params }: Interaction): string[] =>
  (params.scope ?? '').split(' ').flatMap((scope) => (isKeyOf(scopes, scope) ? (scopes[scope] ?? []) : []));
