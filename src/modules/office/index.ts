/** Office files: texts as ODT, DOCX, PDF/A and pages, sheets as ODS, XLSX and CSV. The only door of the module. */
export type { Block, Inline, OfficeText, Run } from './domain/text.ts';
export type { Cell, Sheet, SheetFormat } from './domain/sheet.ts';
