import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { json, type Answer, type Context } from '#kernel/http/index.ts';
import { fromDecimal } from '../domain/decimal.ts';
import { recordOf } from '../domain/record.ts';
import { simulatorPath, type SimulatorSettings } from './settings.ts';
import { findTransaction, insertTransaction, readBehaviour, type SimulatedTransaction } from './store.ts';

/** `POST /transaccion/deuda`: opens a transaction as the gateway does. 201 when made, 400 and 412 for a bad body, 409 for a code used before. */
export async function openDebt(settings: SimulatorSettings, ctx: Context): Promise<Answer> {
  const refused = await turnedAway(settings, ctx);
  if (refused) return refused;
  const debt = readDebt(ctx.json);
  if ('problem' in debt) return failure(debt.status, debt.problem);
  const made = await insertTransaction(ctx.db, debt, ctx.now);
  await dawdle(settings, ctx);
  if (!made) return failure(409, `La orden ${debt.orderCode} ya fue registrada.`);
  return success(201, 'Registro creado con exito!', {
    codigoTransaccion: made.id, urlRedireccion: `${settings.publicUrl()}${simulatorPath}/transaccion/?id=${made.id}`,
    codigoCpt: made.cpt, qr: qrText(made), fechaExpiracion: made.expiresAt.toISOString(),
  });
}

/** `GET /transaccion/deuda/:id`: what became of it. */
export async function tellDebt(settings: SimulatorSettings, ctx: Context): Promise<Answer> {
  const refused = await turnedAway(settings, ctx);
  if (refused) return refused;
  await dawdle(settings, ctx);
  const found = await findTransaction(ctx.db, ctx.params['id'] ?? '', ctx.now);
  return found ? success(200, 'Transacción encontrada', statusOf(found)) : failure(404, 'La transacción no existe.');
}

/** A transaction as its status and its webhook tell it. */
export const statusOf = ({ id, orderCode, state, method, amount, paidAt }: SimulatedTransaction): Readonly<Record<string, unknown>> => ({
  codigoTransaccion: id, codigoSeguimiento: id, codigoOrden: orderCode, estado: state, montoTotal: Number(amount), ...(method && { metodoPago: method }), ...(paidAt && { fechaPago: paidAt.toISOString() }),
});

/** What the QR code of a transaction says. Real ones belong to each bank; this one opens nothing. */
export const qrText = ({ id, amount }: Pick<SimulatedTransaction, 'id' | 'amount'>): string => `PPE-SIMULADO|${id}|BOB|${amount}`;

async function turnedAway(settings: SimulatorSettings, { db, headers }: Context): Promise<Answer | undefined> {
  if ((await readBehaviour(db)).service === 'down') return failure(503, 'Servicio no disponible.');
  const isKnown = same(headers['authorization'], `Bearer ${settings.token}`) && same(headers['x-cpt-authorization'], settings.cptToken);
  return isKnown ? undefined : failure(401, 'Token inválido.');
}

async function dawdle(settings: SimulatorSettings, { db }: Context): Promise<void> {
  if ((await readBehaviour(db)).service === 'slow') await pause(settings.slowMillis);
}

type Debt = Pick<SimulatedTransaction, 'orderCode' | 'amount' | 'description' | 'account'>;

function readDebt(body: unknown): Debt | { readonly status: 400 | 412; readonly problem: string } {
  const { codigoOrden, descripcion, datosPago, productos } = recordOf(body), payment = recordOf(datosPago);
  const amount = fromDecimal(payment['montoTotal']);
  if (typeof codigoOrden !== 'string' || !/^[\w-]{1,80}$/.test(codigoOrden)) return { status: 400, problem: 'codigoOrden no debe estar vacío.' };
  if (amount === undefined) return { status: 400, problem: 'montoTotal debe ser un número con dos decimales.' };
  if (!Array.isArray(productos) || productos.length === 0) return { status: 400, problem: 'productos no debe estar vacío.' };
  if (amount.amountMinor === 0 || payment['moneda'] !== 'BOB') return { status: 412, problem: 'El monto o la moneda no se admiten.' };
  return { orderCode: codigoOrden, amount: (amount.amountMinor / 100).toFixed(2), description: String(descripcion ?? '').slice(0, 200), account: String(payment['cuentaBancaria'] ?? '').slice(0, 40) };
}

const success = (status: number, mensaje: string, datos: object): Answer => json({ finalizado: true, mensaje, datos }, status);
const failure = (status: number, mensaje: string): Answer => json({ finalizado: false, mensaje }, status);

const same = (given: string | undefined, expected: string): boolean => timingSafeEqual(digest(given ?? ''), digest(expected));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
