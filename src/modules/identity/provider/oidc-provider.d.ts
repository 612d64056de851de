// What this project uses of npm oidc-provider 9, which brings no types of its own.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { JsonWebKey } from 'node:crypto';

  export type Payload = { readonly [member: string]: unknown; readonly grantId?: string; readonly uid?: string };

  /** Where the provider keeps what it must remember; one instance a kind of thing. */
  export type Adapter = {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export type Account = { readonly accountId: string; readonly claims: (use: string, scope: string) => Promise<Readonly<Record<string, unknown>>> };

  export type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  export type Client = { readonly clientId: string; readonly clientName?: string; readonly redirectUris?: readonly string[]; readonly postLogoutRedirectUris?: readonly string[] };

  export type Context = {
    body: unknown; status: number; type: string; readonly path: string; readonly method: string; readonly url: string;
    readonly request: { readonly url: string };
    set(name: string, value: string): void;
    accepts(...types: readonly string[]): string | false;
    readonly oidc: {
      readonly client?: Client; readonly provider: Provider; readonly route: string;
      readonly session?: { readonly accountId?: string; readonly state?: { readonly secret?: string; readonly postLogoutRedirectUri?: string }; grantIdFor(clientId: string): string | undefined };
      readonly result?: { readonly consent?: { readonly grantId?: string } };
    };
  };

  export type Interaction = {
    readonly uid: string; readonly grantId?: string;
    readonly prompt: { readonly name: string; readonly details: { readonly missingOIDCScope?: readonly string[] } };
    readonly params: { readonly client_id?: string; readonly redirect_uri?: string; readonly scope?: string };
    readonly session?: { readonly accountId: string };
  };

  export type InteractionResult = {
    readonly login?: { readonly accountId: string; readonly acr?: string; readonly amr?: readonly string[] };
    readonly consent?: { readonly grantId: string };
    readonly error?: string; readonly error_description?: string;
  };

  export type Configuration = {
    readonly adapter: (kind: string) => Adapter;
    readonly clients: readonly Readonly<Record<string, unknown>>[];
    readonly jwks: { readonly keys: readonly JsonWebKey[] };
    readonly findAccount: (context: Context, subject: string) => Promise<Account | undefined>;
    readonly loadExistingGrant: (context: Context) => Promise<Grant | undefined>;
    readonly renderError: (context: Context, out: Readonly<Record<string, unknown>>, error: Error) => void;
    readonly [member: string]: unknown;
  };

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    proxy: boolean;
    readonly issuer: string;
    readonly Grant: { new (members: { readonly accountId: string; readonly clientId: string }): Grant; find(id: string): Promise<Grant | undefined> };
    readonly Client: { find(id: string): Promise<Client | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    on(event: string, listener: (context: Context, error: Error) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(request: IncomingMessage, response: ServerResponse, result: InteractionResult, options: { readonly mergeWithLastSubmission: boolean }): Promise<string>;
  }

  export const errors: { readonly InvalidGrant: new () => Error };
}
