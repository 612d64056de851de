import type { SheetFormat } from './domain/sheet.ts';
import type { TextFormat } from './domain/text.ts';

/** A format as it is offered and sent: what people call it, its media type, and what its file is good for. */
export type Format<Key extends string> = { readonly key: Key; readonly name: string; readonly mediaType: string; readonly use: string };

/** Formats of texts, open standards first: ODT is ISO/IEC 26300, PDF/A is ISO 19005. */
export const textFormats: readonly Format<TextFormat>[] = [
  { key: 'odt', name: 'ODT', mediaType: 'application/vnd.oasis.opendocument.text', use: 'para editar' },
  { key: 'pdf', name: 'PDF', mediaType: 'application/pdf', use: 'para firmar, enviar o archivar' },
  { key: 'docx', name: 'DOCX', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', use: 'para editar en Word' },
];

/** Formats of sheets, open standards first: ODS is ISO/IEC 26300, CSV is RFC 4180. */
export const sheetFormats: readonly Format<SheetFormat>[] = [
  { key: 'ods', name: 'ODS', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', use: 'para editar' },
  { key: 'xlsx', name: 'XLSX', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', use: 'para editar en Excel' },
  { key: 'csv', name: 'CSV', mediaType: 'text/csv; charset=utf-8', use: 'para otros programas' },
];


