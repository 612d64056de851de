import type { CaseId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import type { Provider } from './providers/contract.ts';

/** What the actions and handlers of this module share: made once by the manifest. */
export type Wiring = {
  /** The first one opens new orders. */
  readonly providers: readonly Provider[];
  readonly log: Log;
  /** Page of a case, where the payer comes back to. */
  readonly casePath: (caseId: CaseId) => string;
};

/** The provider of an order that exists; `undefined` where it is no longer configured. */
export const providerNamed = ({ providers }: Wiring, name: string): Provider | undefined => providers.find((provider) => provider.name === name);
