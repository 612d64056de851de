import type { SealState } from '#modules/certificates/index.ts';
import type { ScannerHealth } from '#modules/documents/index.ts';
import type { Progress } from '#modules/indicators/index.ts';
import type { KeyState } from '#modules/identity/index.ts';
import type { MailWay } from '#modules/notifications/index.ts';
import type { DatabaseState } from '#kernel/db/index.ts';

/** What the page is made from, as it was found at one moment. Bytes, and counts that stop at `countMax`. */
export type Facts = {
  readonly demo: boolean;
  readonly version: string;
  readonly node: string;
  readonly database: DatabaseState & { readonly isEmbedded: boolean };
  readonly disk: { readonly folder: string; readonly free: number; readonly all: number };
  readonly lastBackup: Date | undefined;
  readonly antivirus: ScannerHealth;
  readonly filesNotScanned: number;
  readonly mail: { readonly way: MailWay; readonly retried: number; readonly problem?: string };
  /** How far counting and computing indicators have come. */
  readonly measures: Progress;
  /** The seal of the administrator's entity. */
  readonly seal: SealState | Problem;
  /** `undefined` where the file is gone. */
  readonly keys: KeyState | Problem | undefined;
  /** Name of the key with which this process signs, and whether its own provider vouches for citizens. */
  readonly signing: { readonly key: string; readonly isStandIn: boolean };
};

/** Why something can't be opened, in a sentence with the next step. */
export type Problem = { readonly problem: string };

/** Where counting stops. */
export const countMax = 1_000;
