import type { Readable } from 'node:stream';
import type { EntityId, FileId, PersonId } from '#kernel/ids.ts';
import type { FileKind } from './kinds.ts';

/** A received file. Its bytes are in the store under `sha256`. */
export type StoredFile = {
  readonly entityId: EntityId;
  readonly id: FileId;
  readonly owner: FileOwner;
  /** Path of the form's field, such as `socios.0.carnet`. */
  readonly fieldId: string;
  /** The name the person gave it, cleaned, ending as its kind does. */
  readonly name: string;
  readonly kind: FileKind;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: ScanState;
  /** Carries scripts, macros or embedded files. */
  readonly active: boolean;
  readonly createdBy: PersonId | undefined;
  readonly createdAt: Date;
};

/** What holds the file: a draft, from which it can be taken away, or a case, a plan or a recommendation, where it stays. */
export type FileOwner = `draft:${string}` | `case:${string}` | `plan:${string}` | `recommendation:${string}`;

/** `not_scanned` where no antivirus could be asked: it is asked again later. An `infected` file is never served. */
export type ScanState = 'clean' | 'not_scanned' | 'infected';

/** Where bytes are kept, under their SHA-256 in hexadecimal. Putting the same bytes again changes nothing. A folder here; S3 fits as well. */
export type FileStore = {
  /** Takes the finished temporary file; once it returns, the bytes survive a loss of power. */
  readonly put: (sha256: string, temporaryPath: string) => Promise<void>;
  readonly open: (sha256: string) => Promise<Readable>;
  readonly has: (sha256: string) => Promise<boolean>;
  readonly remove: (sha256: string) => Promise<void>;
};

/** What an antivirus said. */
export type Verdict = 'clean' | 'infected' | 'unreachable';
