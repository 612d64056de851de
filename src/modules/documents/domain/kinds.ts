/**
 * The kinds of file that can be received, as form.yaml names them (`accept: [pdf, jpeg]`).
 * A kind is decided by what the file contains, never by its name or by what the browser says.
 */
export const fileKinds = {
  pdf: { title: 'PDF', type: 'application/pdf', extensions: ['pdf'] },
  jpeg: { title: 'JPEG', type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { title: 'PNG', type: 'image/png', extensions: ['png'] },
  webp: { title: 'WebP', type: 'image/webp', extensions: ['webp'] },
  odt: { title: 'ODT', type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { title: 'ODS', type: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  docx: { title: 'DOCX', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { title: 'XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  txt: { title: 'TXT', type: 'text/plain', extensions: ['txt'] },
  csv: { title: 'CSV', type: 'text/csv', extensions: ['csv'] },
} as const satisfies Record<string, FileKindRow>;

/** What is known of a kind: its name for people, its media type, and the endings a name may have. */
export type FileKindRow = { readonly title: string; readonly type: string; readonly extensions: readonly string[] };

/** One of the accepted kinds of file. */
export type FileKind = keyof typeof fileKinds;

/** Whether a word is the name of a kind. */
export const isFileKind = (word: string): word is FileKind => Object.hasOwn(fileKinds, word);
