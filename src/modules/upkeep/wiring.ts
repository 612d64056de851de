import type { Certificates } from '#modules/certificates/index.ts';
import type { ScannerHealth } from '#modules/documents/index.ts';
import type { Config } from '#kernel/config.ts';

/** What the page asks besides the database: made by whoever starts the process. */
export type UpkeepDeps = {
  readonly config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'demo' | 'environment'>;
  readonly version: string;
  readonly antivirus: () => Promise<ScannerHealth>;
  readonly certificates: Pick<Certificates, 'sealOf'>;
  /** Name of the key with which this process signs what it says of citizens. */
  readonly signingKey: string;
};
