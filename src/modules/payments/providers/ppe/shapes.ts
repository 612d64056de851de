import type { Charge, Payer } from '../../domain/charge.ts';
import { fromDecimal, toDecimal } from '../../domain/decimal.ts';
import type { ProviderAnswer } from '../../domain/answer.ts';
import type { OpenedOrder } from '../../domain/order.ts';
import { recordOf } from '../../domain/record.ts';
import type { PaymentMethod } from '../../domain/settlement.ts';
import type { PpeSettings } from './settings.ts';

/** Unit of measure of a service in the catalogue of the tax service. */
const serviceUnit = 58, idCardType = 1;

/** The body of `POST /transaccion/deuda`. Amounts are bolivianos with two decimals. */
export function debtBody(charge: Charge, code: string, { activity }: Pick<PpeSettings, 'activity'>, account: string): object {
  const total = toDecimal(charge.amount);
  return {
    descripcion: `${charge.concept} – ${charge.reference}`.slice(0, 200), codigoOrden: code,
    datosPago: { ...payerFields(charge.payer), cuentaBancaria: account, montoTotal: total, moneda: 'BOB', tipoCambioMoneda: 1 },
    productos: [{ actividadEconomica: activity, codigo: charge.reference, descripcion: charge.concept.slice(0, 200), precioUnitario: total, unidadMedida: serviceUnit, cantidad: 1 }],
  };
}

function payerFields({ name, documentType, documentNumber, birthDate, email }: Payer): object {
  const [given, surnames] = splitName(name);
  return {
    nombresCliente: given, apellidosCliente: surnames, ...(documentType === 'CI' && { tipoDocumentoCliente: idCardType }), numeroDocumentoCliente: documentNumber ?? '',
    ...(birthDate !== undefined && { fechaNacimientoCliente: birthDate }), ...(email !== undefined && { correo: email }),
  };
}

// Identity gives the name as one text. Two surnames are the rule here; a wrong cut changes nothing for the payment.
function splitName(name: string): readonly [given: string, surnames: string] {
  const words = name.trim().split(/\s+/);
  const surnames = words.length > 2 ? 2 : words.length - 1;
  return [words.slice(0, words.length - surnames).join(' '), words.slice(words.length - surnames).join(' ')];
}

// Nothing that could change an address.
const isTransaction = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9-]{1,100}$/.test(value);

/** What the gateway opened; `undefined` where its answer lacks the transaction or sends the payer where it must not. */
export function readOpened(datos: Readonly<Record<string, unknown>>, allowedOrigins: readonly string[]): OpenedOrder | undefined {
  const transaction = datos['codigoTransaccion'] ?? datos['idTransaccion'], redirectUrl = datos['urlRedireccion'];
  if (!isTransaction(transaction) || typeof redirectUrl !== 'string' || !URL.canParse(redirectUrl)) return undefined;
  if (!allowedOrigins.includes(new URL(redirectUrl).origin)) return undefined;
  const { qr, codigoCpt, fechaExpiracion } = datos, expiresAt = instant(fechaExpiracion);
  return {
    transaction, redirectUrl, qr: typeof qr === 'string' && qr.length > 0 && qr.length <= 1_000 ? qr : redirectUrl,
    ...(typeof codigoCpt === 'string' && /^[\w-]{1,40}$/.test(codigoCpt) && { cpt: codigoCpt }), ...(expiresAt && { expiresAt }),
  };
}

const states = new Map<string, ProviderAnswer['state']>([['PROCESADO', 'settled'], ['RECHAZADO', 'failed'], ['ANULADO', 'failed'], ['EXPIRADO', 'expired'], ['VENCIDO', 'expired']]);
const methods = new Map<string, PaymentMethod>([['QR', 'QR'], ['CPT', 'CPT']]);

/** What became of a transaction. Any state that is not known is still open: only a clear word settles or closes. */
export function readStatus(transaction: string, datos: Readonly<Record<string, unknown>>, now: Date): ProviderAnswer {
  const state = states.get(String(datos['estado'])) ?? 'pending';
  if (state !== 'settled') return { state };
  const amount = fromDecimal(datos['montoTotal']), reference = datos['codigoSeguimiento'] ?? transaction;
  return {
    state, method: methods.get(String(datos['metodoPago'])) ?? 'other', at: instant(datos['fechaPago']) ?? now,
    reference: String(reference).slice(0, 100), ...(amount && { amount }),
  };
}

/** The transaction that a webhook is about. */
export function readNews(body: unknown): string | undefined {
  const { codigoSeguimiento, codigoTransaccion } = recordOf(body);
  return [codigoSeguimiento, codigoTransaccion].find(isTransaction);
}

function instant(value: unknown): Date | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}
