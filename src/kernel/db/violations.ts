import { codeOf, refusals } from '../errors/index.ts';

const refuse = refusals('base', {
  unavailable: [503, 'El servicio no está disponible en este momento. No se guardó nada: espere un minuto y vuelva a intentarlo.'],
});

type PostgresError = Error & { readonly code: string; readonly constraint?: string };

const isPostgresError = (caught: unknown): caught is PostgresError => codeOf(caught) !== undefined;

/** Whether a statement failed because a row with the same key is there already, optionally by the name of the constraint. */
export const isUniqueViolation = (caught: unknown, constraint?: string): boolean =>
  isPostgresError(caught) && caught.code === '23505' && (constraint === undefined || caught.constraint === constraint);

// Class 08 connection, 57P shutdown, 53 out of resources; the rest are the socket's own.
const gone = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/;
const goneMessages = /Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection error|Cannot use a pool/i;

/** Turns a lost database into a refusal that a person can read; every other error is passed on as it is. */
export function meaningOf(caught: unknown): unknown {
  const lost = isPostgresError(caught) ? gone.test(caught.code) : caught instanceof Error && goneMessages.test(caught.message);
  if (!lost) return caught;
  try { return refuse('unavailable', {}, caught); } catch (refusal) { return refusal; }
}
