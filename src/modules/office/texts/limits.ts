import type { Block, OfficeText } from '../domain/text.ts';
import { refuse } from '../errors.ts';

const blocksMax = 5_000, rowsMax = 5_000, charactersMax = 2_000_000, figuresMax = 200, figureCharactersMax = 500_000;

/** Refuses a text that is too long to be laid out in reasonable time, with the limit that it passes (`office.text_too_large`). */
export function refuseTooLong(text: OfficeText): void {
  const figures = text.blocks.filter((block) => block.kind === 'figure');
  const rows = text.blocks.reduce((sum, block) => sum + rowsOf(block), 0);
  if (text.blocks.length > blocksMax) refuse('text_too_large', { max: `${said(blocksMax)} párrafos y cuadros` });
  if (rows > rowsMax) refuse('text_too_large', { max: `${said(rowsMax)} filas entre todos sus cuadros` });
  if (figures.length > figuresMax || figures.some(({ svg }) => svg.length > figureCharactersMax)) refuse('text_too_large', { max: `${figuresMax} gráficos de hasta ${said(figureCharactersMax)} letras` });
  const words = text.blocks.filter((block) => block.kind !== 'figure');
  if (JSON.stringify(words).length > charactersMax) refuse('text_too_large', { max: `${said(charactersMax)} letras` });
}

const rowsOf = (block: Block): number => (block.kind === 'table' || block.kind === 'facts' ? block.rows.length : block.kind === 'list' ? block.items.length : 0);
const said = (count: number): string => count.toLocaleString('es-BO');
