import type { EntityId, Id } from '#kernel/ids.ts';
import type { OrderId } from './settlement.ts';

/** Something that does not add up between a provider and us. `subject` tells one from another of its kind. */
export type Discrepancy = {
  readonly kind: DiscrepancyKind;
  readonly subject: string;
  /** Absent for a transaction that nobody knows. */
  readonly entityId?: EntityId | undefined;
  readonly orderId?: OrderId | undefined;
  readonly detail: DiscrepancyDetail;
  readonly at: Date;
};

export type DiscrepancyId = Id<'discrepancy'>;
export type DiscrepancyKind = 'amount' | 'twice' | 'after_cancellation' | 'unknown_transaction';

/** What a person needs in order to look into it; no personal data. */
export type DiscrepancyDetail = {
  readonly reference?: string | undefined; readonly transaction?: string | undefined;
  readonly owedMinor?: number | undefined; readonly receivedMinor?: number | undefined;
};

/** What is wrong and what to do, for the administrator. */
export const discrepancyWords = {
  amount: ['El monto no coincide', 'La pasarela cobró otro monto. Compárelo con el extracto y regularice la diferencia.'],
  twice: ['Pagado dos veces', 'La orden ya estaba pagada. Corresponde devolver este segundo pago.'],
  after_cancellation: ['Pagado después de anular', 'La orden ya no se cobraba. Corresponde devolver el pago.'],
  unknown_transaction: ['Transacción desconocida', 'La pasarela avisó de una transacción que no es de este sistema. Compare los códigos con la pasarela.'],
} as const satisfies Record<DiscrepancyKind, readonly [name: string, mend: string]>;
