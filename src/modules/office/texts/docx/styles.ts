import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, ShadingType, type INumberingOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

const ink = '1A2230', accent = '1C4A63', muted = '56606F', serif = 'Times New Roman', sans = 'Arial';
const spanish = { value: 'es-BO', eastAsia: 'es-BO', bidirectional: 'es-BO' };

type Looks = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>;

// Sizes of letters are half points, distances twentieths of a point.
const heading = (size: number, before: number): Looks => ({ run: { font: sans, size, bold: true, color: accent }, paragraph: { keepNext: true, spacing: { before, after: 140 } } });
const own = (id: string, name: string, looks: Looks, basedOn = 'Normal'): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, ...looks });
const upper = { font: sans, bold: true, color: muted, allCaps: true, characterSpacing: 12 };

/** How a text looks, by names that whoever edits the file sees and can change in one place. */
export const docxStyles: IStylesOptions = {
  default: {
    document: { run: { font: serif, size: 22, color: ink, language: spanish }, paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } } },
    title: { run: { font: sans, size: 52, bold: true, color: accent }, paragraph: { spacing: { before: 0, after: 240, line: 276, lineRule: LineRuleType.AUTO } } },
    heading1: heading(34, 440), heading2: heading(27, 340), heading3: heading(23, 280), heading4: heading(21, 220),
    hyperlink: { run: { color: accent, underline: {} } },
  },
  paragraphStyles: [
    own('Entidad', 'Entidad', { run: { ...upper, size: 21 }, paragraph: { spacing: { before: 2_500, after: 800 } } }),
    own('Membrete', 'Membrete', { run: { ...upper, size: 19 }, paragraph: { spacing: { before: 0, after: 340 } } }),
    own('Subtitulo', 'Subtítulo', { run: { size: 28, color: muted }, paragraph: { spacing: { after: 680 } } }),
    own('Nota', 'Nota', { run: { size: 19, color: muted } }),
    own('Pendiente', 'Pendiente', { paragraph: { shading: { type: ShadingType.CLEAR, fill: 'FDF3D8', color: 'auto' }, border: { left: { style: BorderStyle.SINGLE, size: 20, color: 'B7791F', space: 6 } } } }),
    own('Rotulo', 'Rótulo', { run: { font: sans, size: 19, bold: true }, paragraph: { keepNext: true, spacing: { before: 240, after: 80 } } }),
    own('Fuente', 'Fuente', { run: { size: 17, color: muted }, paragraph: { spacing: { before: 80, after: 280 } } }),
    own('Figura', 'Figura', { paragraph: { keepNext: true, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } }),
    own('TituloDelContenido', 'Título del contenido', { run: { font: sans, size: 34, bold: true, color: accent }, paragraph: { spacing: { after: 280 } } }),
    own('Celda', 'Celda', { run: { size: 20 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } }),
    own('NombreDelDato', 'Nombre del dato', { run: { size: 20, color: muted } }, 'Celda'),
    own('Cabecera', 'Cabecera', { run: { font: sans, size: 19, bold: true }, paragraph: { keepNext: true } }, 'Celda'),
    own('CeldaMenuda', 'Celda menuda', { run: { size: 17 } }, 'Celda'),
    own('CabeceraMenuda', 'Cabecera menuda', { run: { size: 16 } }, 'Cabecera'),
    own('Pie', 'Pie', { run: { font: sans, size: 17, color: muted }, paragraph: { spacing: { after: 0 }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'B9C0CA', space: 4 } } } }),
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { before: 120, after: 40 } } },
    { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { indent: { left: 280 }, spacing: { after: 40 } } },
    { id: 'TOC3', name: 'toc 3', basedOn: 'Normal', run: { size: 20, color: muted }, paragraph: { indent: { left: 560 }, spacing: { after: 40 } } },
  ],
};

/** The names of the two kinds of lists. */
export const lists = { numbers: 'numeros', bullets: 'vinetas' } as const;

const indent = { paragraph: { indent: { left: 400, hanging: 280 } } };

/** How lists are counted. */
export const docxNumbering: INumberingOptions = { config: [
  { reference: lists.numbers, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: indent }] },
  { reference: lists.bullets, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: indent }] },
] };
