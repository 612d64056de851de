import { invariant } from '#kernel/errors/index.ts';

const memorySection = 5;

/**
 * The same WebAssembly with less memory allowed: its memory section (WebAssembly Core 1.0 §5.5.8) names a maximum in pages of 64 KiB, which
 * is written over in as many bytes. Beyond it the program fails instead of eating the machine; a worker's own limits don't count this memory.
 */
export function boundMemory(wasm: Buffer, pagesMax: number): ArrayBuffer {
  const bytes = new Uint8Array(wasm);
  for (let at = 8; at < bytes.length;) {
    const section = bytes[at];
    const length = readNumber(bytes, at + 1);
    if (section === memorySection) { writeMaximum(bytes, length.end, pagesMax); return bytes.buffer; }
    at = length.end + length.value;
  }
  invariant(false, 'a program of WebAssembly with memory has a memory section');
}

/** After the count comes a flag (1: there is a maximum), the minimum, the maximum. */
function writeMaximum(bytes: Uint8Array, at: number, pagesMax: number): void {
  invariant(bytes[at] === 1 && bytes[at + 1] === 1, 'there is one memory and it has a maximum');
  const minimum = readNumber(bytes, at + 2);
  const maximum = readNumber(bytes, minimum.end);
  invariant(minimum.value <= pagesMax && pagesMax <= maximum.value, 'the new maximum lies between the old limits');
  const width = maximum.end - minimum.end;
  for (let i = 0; i < width; i++) bytes[minimum.end + i] = ((pagesMax >>> (7 * i)) & 0x7f) | (i < width - 1 ? 0x80 : 0);
}

/** A number in LEB128. */
function readNumber(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 0, end = at; ; shift += 7) {
    const byte = bytes[end++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return { value: value >>> 0, end };
  }
}
