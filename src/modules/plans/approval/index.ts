import type { ApprovalProvider } from './contract.ts';
import { loggedIdentity } from './logged-identity/index.ts';

/** The ways to approve, the one that is used now first. To add one: a folder with an object of the contract, and a line here. */
export const approvalProviders: readonly [ApprovalProvider, ...ApprovalProvider[]] = [loggedIdentity];

/** The way in which something was approved, by its key. */
export const providerOf = (key: string): ApprovalProvider | undefined => approvalProviders.find((one) => one.key === key);
