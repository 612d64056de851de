import { once } from 'node:events';
import type { Connection, Submittable } from 'pg';

const waitingBytesMax = 4_000_000;

/** A running `copy … to stdout`: gives the rows as they come, and stops the server while nobody takes them. */
export class CopyOut implements Submittable, AsyncIterable<Buffer> {
  readonly #text: string;
  #connection: Connection | undefined;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #ended = false;
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(text: string) { this.#text = text; }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#waiting.push(Buffer.from(chunk));
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes > waitingBytesMax) this.#connection?.stream.pause();
    this.#wake();
  }

  handleCommandComplete(): void { /* the rows are all there; ready-for-query follows */ }
  handleReadyForQuery(): void { this.#end(); }
  handleError(error: Error): void { this.#end(error); }

  #end(failure?: Error): void {
    this.#ended = true;
    this.#failure ??= failure;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Buffer> {
    for (;;) {
      if (this.#waiting.length > 0) {
        const chunk = Buffer.concat(this.#waiting);
        this.#waiting = [];
        this.#waitingBytes = 0;
        this.#connection?.stream.resume();
        yield chunk;
      } else if (this.#failure) throw this.#failure;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => { this.#wake = resolve; });
    }
  }
}

/** A running `copy … from stdin`: sends chunks no faster than the server takes them. */
export class CopyIn implements Submittable {
  readonly #text: string;
  readonly #chunks: AsyncIterable<Buffer>;
  readonly done: Promise<void>;
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void };
  #failure: Error | undefined;

  constructor(text: string, chunks: AsyncIterable<Buffer>) {
    this.#text = text;
    this.#chunks = chunks;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.done = promise;
    this.#settle = { resolve, reject };
  }

  submit(connection: Connection): void { connection.query(this.#text); }

  handleCopyInResponse(connection: Connection): void {
    this.#feed(connection).catch((caught: Error) => {
      this.#failure = caught;
      connection.sendCopyFail('the source of the rows failed');
    });
  }

  handleCommandComplete(): void { /* ready-for-query follows */ }
  handleReadyForQuery(): void { this.#settle.resolve(); }
  handleError(error: Error): void { this.#settle.reject(this.#failure ?? error); }

  async #feed(connection: Connection): Promise<void> {
    for await (const chunk of this.#chunks) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }
}
