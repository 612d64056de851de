/** Office files: texts as ODT, DOCX, PDF/A and pages, sheets as ODS, XLSX and CSV. The only door of the module. */
export type { Block, Inline, OfficeText, Run, TextFormat } from './domain/text.ts';
export type { Cell, Sheet, SheetFormat } from './domain/sheet.ts';
export { readSheets, writeSheets } from './actions/sheets.ts';
export { textFile } from './actions/texts.ts';
export { sheetFormats, textFormats } from './formats.ts';
export { sheetAnswer, textAnswer } from './handlers/answers.ts';
export { formatLinks } from './pages/format-links.ts';
export { textPage } from './pages/text-page.ts';
