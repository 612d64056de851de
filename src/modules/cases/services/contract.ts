import type { Json } from '#modules/flows/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Case, Definition } from '../domain/types.ts';

/** What a flow asks of another module at a service task, such as `v:service="charge"`. */
export type ServiceRequest = {
  readonly current: Case;
  readonly definition: Definition;
  readonly element: string;
  /** The same for every repetition of this request: makes the effect idempotent. */
  readonly key: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly now: Date;
};

/** What came of it: a result for the flow, or a business error that a boundary event may catch. */
export type ServiceAnswer = { readonly result: Json } | { readonly code: string; readonly reason: string };

/** A service that flows may call. It is called outside any transaction, may be called again with the same key, and then must give the same answer. */
export type Service = {
  readonly name: string;
  /** What it does, for the reference. */
  readonly does: string;
  /** Attributes that the element must have. */
  readonly needs: readonly string[];
  readonly run: (db: Db, request: ServiceRequest) => Promise<ServiceAnswer>;
  /** What a rehearsal pretends that it answered. */
  readonly rehearse: (request: Omit<ServiceRequest, 'key'>) => ServiceAnswer;
};
