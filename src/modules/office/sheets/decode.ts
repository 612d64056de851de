import { extname } from 'node:path';
import type { Sheet } from '../domain/sheet.ts';
import { refuse } from '../errors.ts';
import { readCsv } from './csv.ts';
import { sheetOf, usedSize, type Grid } from './grid.ts';
import { readWorkbook } from './workbook.ts';
import { judgeZip, keepsItsWord, type ZipEntry } from './zip-guard.ts';

/** A file that somebody handed in: its name, for the words of a refusal and of a CSV's sheet, and its bytes. */
export type SheetFile = { readonly name: string; readonly bytes: Uint8Array };

/** What is read of a file; the rest is refused with the limit that it passes. */
const sheetLimits = { fileBytesMax: 20_000_000, sheetsMax: 50, rowsMax: 50_000, columnsMax: 200, cellsMax: 1_000_000 } as const;

/** The sheets of a file, by its content: ODS, XLSX or CSV. Refuses what is none, is protected, broken, a bomb, or passes a limit. */
export async function decodeSheets({ name, bytes }: SheetFile): Promise<readonly Sheet[]> {
  if (bytes.length > sheetLimits.fileBytesMax) refuse('sheet_too_large', { name, max: `${sheetLimits.fileBytesMax / 1_000_000} MB` });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const grids = file.subarray(0, 4).equals(zipMark) ? await unpacked(name, file) : textual(name, file);
  refuseTooLarge(name, grids.map(([, grid]) => grid));
  return grids.map(([sheet, grid]) => sheetOf(sheet, grid)).filter(({ head }) => head.length > 0);
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1'), compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

type NamedGrid = readonly [name: string, grid: Grid];

async function unpacked(name: string, file: Buffer): Promise<readonly NamedGrid[]> {
  const verdict = judgeZip(file);
  if ('problem' in verdict) return refuse(({ bomb: 'bomb', broken: 'broken_sheet', encrypted: 'old_format' } as const)[verdict.problem], { name });
  const format = formatOf(verdict.entries) ?? refuse('not_a_sheet', { name });
  if (!keepsItsWord(file, verdict.entries)) refuse('bomb', { name });
  try {
    return await readWorkbook(file, format);
  } catch (caught) {
    return refuse('broken_sheet', { name }, caught);
  }
}

function formatOf(entries: readonly ZipEntry[]): 'ods' | 'xlsx' | undefined {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  return has('xl/workbook.xml') ? 'xlsx' : has('mimetype') && has('content.xml') ? 'ods' : undefined;
}

function textual(name: string, file: Buffer): readonly NamedGrid[] {
  if (file.subarray(0, 8).equals(compoundMark)) return refuse('old_format', { name });
  if (file.length === 0 || file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return refuse('not_a_sheet', { name });
  return [[name.slice(0, name.length - extname(name).length), readCsv(file, sheetLimits.rowsMax + 1) ?? refuse('not_a_sheet', { name })]];
}

// Before rows are made as long as the longest: what is there may be small, and what is between it large.
function refuseTooLarge(name: string, grids: readonly Grid[]): void {
  const { sheetsMax, rowsMax, columnsMax, cellsMax } = sheetLimits, sizes = grids.map(usedSize);
  const tooLarge = (max: string): never => refuse('sheet_too_large', { name, max });
  if (grids.length > sheetsMax) tooLarge(`${sheetsMax} hojas`);
  if (sizes.some(({ rows }) => rows > rowsMax + 1)) tooLarge(`${rowsMax.toLocaleString('es-BO')} filas`);
  if (sizes.some(({ columns }) => columns > columnsMax)) tooLarge(`${columnsMax} columnas`);
  if (sizes.reduce((sum, { rows, columns }) => sum + rows * columns, 0) > cellsMax) tooLarge(`${cellsMax.toLocaleString('es-BO')} celdas`);
}
