import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30, digitsUsual = 6, driftSteps = 1;

/** The step of time in which an instant falls (RFC 6238 §4.2: 30 seconds counted from 1970). */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds);

/** The code of one step: RFC 4226 §5.3 truncation of HMAC-SHA-1, which every authenticator application knows. */
export function totpCode(secret: Buffer, step: number, digits = digitsUsual): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.readUInt8(mac.length - 1) & 0x0f) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was typed, or `undefined`. One step before and after is forgiven, for clocks that differ (RFC 6238 §5.2). A step
 * not later than `lastStep` never matches, so that a code that was seen over somebody's shoulder cannot be used again.
 */
export function matchTotp(secret: Buffer, typed: string, now: Date, lastStep: number | undefined): number | undefined {
  const code = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return undefined;
  const current = totpStep(now);
  const steps = Array.from({ length: 2 * driftSteps + 1 }, (_, i) => current - driftSteps + i);
  const matching = steps.filter((step) => timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)));
  return matching.find((step) => lastStep === undefined || step > lastStep);
}

/** What an authenticator application reads from the QR (Key Uri Format: otpauth, type totp). */
export function otpauthUri(secret: Buffer, username: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digitsUsual}&period=${stepSeconds}`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as base32 without padding (RFC 4648 §6), to be typed by hand where no camera is at hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
