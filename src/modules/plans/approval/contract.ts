import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';

/** What is kept of an approval, as texts under names that never change. */
export type Evidence = Readonly<Record<string, string>>;

/** Who approves which content under which code, and what they typed to prove that it is them. */
export type ApprovalAsked = { readonly person: Person; readonly sha256: string; readonly code: string; readonly secret: string; readonly ip: string; readonly now: Date };

/** A way to approve a document in digital form. What there will be more of (a citizen's digital approval, a signature with a certificate) is another leaf. */
export type ApprovalProvider = {
  /** Kept with each approval; never changes. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** What the person types to approve. */
  readonly asks: { readonly label: string; readonly hint: string; readonly isSecret: boolean };
  /** What such an approval proves, and what it does not: sentences for the screen and the verification page. */
  readonly proves: readonly string[];
  /** Makes the evidence, or refuses. It may take time and call others, so it is never called inside a transaction. */
  readonly approve: (db: Db, asked: ApprovalAsked) => Promise<Evidence>;
  /** Whether the evidence is whole and is about this content and this code. */
  readonly verify: (evidence: Evidence, sha256: string, code: string) => boolean;
  /** The evidence in words, for people. */
  readonly say: (evidence: Evidence) => readonly (readonly [name: string, value: string])[];
};
