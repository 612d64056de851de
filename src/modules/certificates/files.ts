/** Where files are kept under the SHA-256 of what is in them. `put` answers only once the bytes would survive a power cut. */
export type FileStore = {
  readonly put: (bytes: Buffer) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  readonly open: (sha256: string) => Promise<Buffer>;
};
