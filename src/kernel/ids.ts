import { createHash, randomInt, randomUUID } from 'node:crypto';

/** A UUIDv7 that belongs to one kind of thing; ids of two kinds don't mix at compile time. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type EntityId = Id<'entity'>;
export type PersonId = Id<'person'>;
export type CaseId = Id<'case'>;
export type FileId = Id<'file'>;
export type ChargeId = Id<'charge'>;
export type CertificateId = Id<'certificate'>;
export type AppointmentId = Id<'appointment'>;

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new id: 48 bits of time in milliseconds, then randomness (RFC 9562 §5.7), so that keys sort by age. */
export function newId<Kind extends string>(now: Date = new Date()): Id<Kind> {
  // Node draws the randomness of many of its own ids at once; ours differ in the first half, and keep the rest with its variant bits.
  const random = randomUUID().replaceAll('-', '');
  return idOfHex(`${now.getTime().toString(16).padStart(12, '0')}7${random.slice(13)}`);
}

/** The id that always belongs to a name (RFC 9562 §5.8): for demonstrations and rehearsals, whose examples must name things. */
export function namedId<Kind extends string>(name: string): Id<Kind> {
  const hex = createHash('sha256').update(name).digest('hex');
  return idOfHex(`${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17, 32)}`);
}

// Here and in `parseId` a text becomes an id.
const idOfHex = <Kind extends string>(hex: string): Id<Kind> =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;

/** Reads an id that came from outside; `undefined` where it has not the form of one. */
export function parseId<Kind extends string>(text: unknown): Id<Kind> | undefined {
  return typeof text === 'string' && pattern.test(text) ? (text as Id<Kind>) : undefined;
}

// No 0/O, 1/I/L, U: the code is read aloud over a telephone and copied from paper.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code that people can read aloud, in groups of four: `length` 12 gives about 58 bits. */
export function shortCode(length = 12): string {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
