import { isKeyOf } from '#kernel/tables.ts';

/** Classes of reason that the public is told; the full reason stays with the entity. */
export const revocationReasons = {
  issuing_error: 'Error de la entidad al emitirlo',
  false_statement: 'Datos o documentos que no eran verdaderos',
  conditions_lost: 'Dejaron de cumplirse las condiciones',
  replaced: 'Reemplazado por otro documento',
  holder_request: 'A pedido de su titular',
  authority_order: 'Orden de autoridad competente',
} as const satisfies Record<string, string>;

export type RevocationReason = keyof typeof revocationReasons;

/** Reads a class of reason that came from outside. */
export const parseRevocationReason = (text: unknown): RevocationReason | undefined =>
  isKeyOf(revocationReasons, text) ? text : undefined;
