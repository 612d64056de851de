import type { CaseId, ChargeId, EntityId, PersonId } from '#kernel/ids.ts';
import type { Money, UfvValue } from '#kernel/money.ts';

/** Who pays, as far as a provider asks for it. Birth date `YYYY-MM-DD`; document as `CI` or `CIE` and its number. */
export type Payer = {
  readonly name: string;
  readonly documentType?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly email?: string | undefined;
};

/** An amount in UFV (hundredths) and the value at which it was converted: kept with the charge, because tomorrow's value is another. */
export type UfvAmount = {
  readonly hundredths: number;
  readonly value: UfvValue;
  /** Whether the value was an example of the demonstration; noted when the charge is stored. */
  readonly isExample?: boolean | undefined;
};

/** What somebody must pay for a case. It never changes: what happens to it are rows of their own. */
export type Charge = {
  readonly id: ChargeId;
  readonly entityId: EntityId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  /** The same for every repetition of the request that made it. */
  readonly key: string;
  readonly concept: string;
  readonly amount: Money;
  readonly ufv?: UfvAmount;
  /** Account or code under which the entity is paid. */
  readonly account?: string;
  readonly payer: Payer;
  /** What people call it by: the number of the case. */
  readonly reference: string;
  readonly createdAt: Date;
};

/** What is asked of `createCharge`. */
export type ChargeRequest = {
  readonly entityId: EntityId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly key: string;
  readonly concept: string;
  readonly amount: Money;
  readonly ufv?: UfvAmount | undefined;
  readonly account?: string | undefined;
  readonly payer: Payer;
  readonly reference: string;
  readonly now: Date;
};
