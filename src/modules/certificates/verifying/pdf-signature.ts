/** A signature inside a PDF: the bytes it speaks of, the CMS that signs them, and where its revision of the file ends. */
export type PdfSignature = { readonly signed: Buffer; readonly cms: Buffer; readonly endsAt: number; readonly coversAll: boolean };

const signaturesMax = 8, claimsMax = 64, byteRangeCharsMax = 100, hexCharsMax = 1_000_000;
const byteRangeKey = '/ByteRange';

/**
 * Finds the signatures of a PDF (ISO 32000-1 §12.8.1), in the order in which they stand. Nothing is trusted: ranges that don't fit
 * the file, or that leave out more than the signature's own hexadecimal text, are no signatures. At most eight are read, and
 * among 64 places that claim to be one: a stranger could write claims by the thousand, each of which costs a look at megabytes.
 */
export function findPdfSignatures(pdf: Buffer): PdfSignature[] {
  const found: PdfSignature[] = [];
  let at = pdf.indexOf(byteRangeKey);
  for (let claims = 0; at >= 0 && found.length < signaturesMax && claims < claimsMax; claims++) {
    const signature = signatureAt(pdf, at);
    if (signature !== undefined) found.push(signature);
    at = pdf.indexOf(byteRangeKey, at + byteRangeKey.length);
  }
  return found;
}

function signatureAt(pdf: Buffer, at: number): PdfSignature | undefined {
  const text = pdf.toString('latin1', at + byteRangeKey.length, at + byteRangeKey.length + byteRangeCharsMax);
  const numbers = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [start = 0, firstLength = 0, second = 0, secondLength = 0] = numbers;
  const endsAt = second + secondLength;
  if (start !== 0 || firstLength >= second || endsAt > pdf.length) return undefined;
  const cms = readHex(pdf.subarray(firstLength, second));
  if (cms === undefined) return undefined;
  return { signed: Buffer.concat([pdf.subarray(0, firstLength), pdf.subarray(second, endsAt)]), cms, endsAt, coversAll: endsAt === pdf.length };
}

// Between the two ranges stands `<hex>` and nothing else, and after the signature only zeros: whatever hid there would be outside of it.
function readHex(gap: Buffer): Buffer | undefined {
  if (gap.length > hexCharsMax) return undefined;
  const text = gap.toString('latin1');
  if (!/^<[0-9a-fA-F]+>$/.test(text) || text.length % 2 !== 0) return undefined;
  const bytes = Buffer.from(text.slice(1, -1), 'hex'), length = lengthOfDer(bytes);
  return length === undefined || bytes.subarray(length).some((byte) => byte !== 0) ? undefined : bytes.subarray(0, length);
}

/** Length in bytes of the DER value at the start, its head included (X.690 §8.1.3); `undefined` where it has none or is cut off. */
function lengthOfDer(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (first === undefined) return undefined;
  if (first < 0x80) return 2 + first <= bytes.length ? 2 + first : undefined;
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return undefined;
  const length = 2 + count + bytes.readUIntBE(2, count);
  return length <= bytes.length ? length : undefined;
}
