import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
const packFromBytes = 1_000;

/** A text as it goes over the wire, plain and compressed; compressed when first asked for, and only once. */
export class Packed {
  readonly bytes: Buffer;
  #gzip: Promise<Buffer> | undefined;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }

  /** Short texts would hardly get shorter. */
  get isWorthPacking(): boolean {
    return this.bytes.length >= packFromBytes;
  }

  gzip(): Promise<Buffer> {
    return (this.#gzip ??= pack(this.bytes, { level: 5 }));
  }
}
