import { odfText } from '../../odf/odf-text.ts';
import { tag, xmlDocument } from '../../xml/tag.ts';
import type { Prepared } from '../prepared.ts';
import { namespaces } from '../../odf/namespaces.ts';
import { accent, hairline } from './look.ts';
import { paragraph } from './words.ts';

type Looks = Readonly<Record<string, string>>;

const ink = '#1a2230', muted = '#56606f', serif = 'Liberation Serif', sans = 'Liberation Sans';

/** The file styles.xml of a text: A4, looks by name so that whoever edits the file can change them in one place, and the line at the foot of every page. */
export function stylesXml(text: Prepared): string {
  return xmlDocument(tag('office:document-styles', namespaces,
    tag('office:font-face-decls', {}, ...[serif, sans].map((font) => tag('style:font-face', { 'style:name': font, 'svg:font-family': `'${font}'`, 'style:font-family-generic': font === serif ? 'roman' : 'swiss' }))),
    tag('office:styles', {}, defaults, ...paragraphs.map(paragraphStyle), ...characters, ...lists, outline),
    tag('office:automatic-styles', {}, page),
    tag('office:master-styles', {}, tag('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Pagina' }, tag('style:footer', {}, paragraph('Footer', foot(text)))))));
}

const foot = ({ code, entity }: Prepared): string => `${odfText(code === '' ? entity : `Código ${code}`)}${tag('text:tab')}Página ${tag('text:page-number', { 'text:select-page': 'current' }, '1')} de ${tag('text:page-count', {}, '1')}`;

const page = tag('style:page-layout', { 'style:name': 'Pagina' },
  tag('style:page-layout-properties', { 'fo:page-width': '210mm', 'fo:page-height': '297mm', 'fo:margin-top': '22mm', 'fo:margin-bottom': '14mm', 'fo:margin-left': '25mm', 'fo:margin-right': '20mm', 'style:print-orientation': 'portrait' }),
  tag('style:footer-style', {}, tag('style:header-footer-properties', { 'fo:min-height': '10mm', 'fo:margin-top': '6mm' })));

const defaults = tag('style:default-style', { 'style:family': 'paragraph' },
  tag('style:paragraph-properties', { 'style:tab-stop-distance': '12.5mm', 'fo:orphans': '2', 'fo:widows': '2' }),
  tag('style:text-properties', { 'style:font-name': serif, 'fo:font-size': '11pt', 'fo:language': 'es', 'fo:country': 'BO', 'fo:color': ink })) + tag('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph', 'style:class': 'text' });

const gap = (top: string, bottom: string): Looks => ({ 'fo:margin-top': top, 'fo:margin-bottom': bottom });
const letters = (size: string, colour = ink, more: Looks = {}): Looks => ({ 'fo:font-size': size, 'fo:color': colour, ...more });
const bold = { 'fo:font-weight': 'bold' }, inSans = { 'style:font-name': sans }, upper = { 'fo:text-transform': 'uppercase', 'fo:letter-spacing': '0.06em' };
const headed = (size: string, top: string): readonly [Looks, Looks] => [{ ...gap(top, '2.5mm'), 'fo:keep-with-next': 'always' }, letters(size, accent, { ...bold, ...inSans })];

// name, what it builds on, paragraph, letters, outline level
const paragraphs: readonly (readonly [name: string, parent: string, paragraph: Looks, letters: Looks, level?: number])[] = [
  ['Text_20_body',               'Standard',        { ...gap('0mm', '2.5mm'), 'fo:line-height': '130%' }, {}],
  ['Heading_20_1',               'Standard',        ...headed('17pt', '8mm'), 1],
  ['Heading_20_2',               'Standard',        ...headed('13.5pt', '6mm'), 2],
  ['Heading_20_3',               'Standard',        ...headed('11.5pt', '5mm'), 3],
  ['Heading_20_4',               'Standard',        ...headed('10.5pt', '4mm'), 4],
  ['Entidad',                    'Standard',        gap('45mm', '14mm'), letters('10.5pt', muted, { ...inSans, ...bold, ...upper })],
  ['Membrete',                   'Standard',        gap('0mm', '6mm'), letters('9.5pt', muted, { ...inSans, ...bold, ...upper })],
  ['Title',                      'Standard',        { ...gap('0mm', '4mm'), 'fo:line-height': '115%' }, letters('26pt', accent, { ...inSans, ...bold })],
  ['Subtitle',                   'Standard',        gap('0mm', '12mm'), letters('14pt', muted)],
  ['Nota',                       'Text_20_body',    {}, letters('9.5pt', muted)],
  ['Pendiente',                  'Text_20_body',    { 'fo:background-color': '#fdf3d8', 'fo:border-left': '2.5pt solid #b7791f', 'fo:border-right': 'none', 'fo:border-top': 'none', 'fo:border-bottom': 'none', 'fo:padding': '2mm' }, {}],
  ['List_20_Contents',           'Text_20_body',    gap('0mm', '1.2mm'), {}],
  ['Rotulo',                     'Standard',        { ...gap('4mm', '1.5mm'), 'fo:keep-with-next': 'always' }, letters('9.5pt', ink, { ...bold, ...inSans })],
  ['Fuente',                     'Standard',        gap('1.5mm', '5mm'), letters('8.5pt', muted)],
  ['Figura',                     'Standard',        { ...gap('0mm', '0mm'), 'fo:keep-with-next': 'always' }, {}],
  ['Separador',                  'Standard',        gap('0mm', '3mm'), letters('6pt')],
  ['Table_20_Contents',          'Standard',        gap('0mm', '0mm'), letters('10pt')],
  ['Nombre_20_del_20_dato',      'Table_20_Contents', {}, letters('10pt', muted)],
  ['Celda',                      'Table_20_Contents', {}, {}],
  ['Celda_20_derecha',           'Celda',           { 'fo:text-align': 'end' }, {}],
  ['Celda_20_menuda',            'Celda',           {}, letters('8.5pt')],
  ['Celda_20_menuda_20_derecha', 'Celda_20_menuda', { 'fo:text-align': 'end' }, {}],
  ['Cabecera',                   'Celda',           { 'fo:keep-with-next': 'always' }, letters('9.5pt', ink, { ...bold, ...inSans })],
  ['Cabecera_20_derecha',        'Cabecera',        { 'fo:text-align': 'end' }, {}],
  ['Cabecera_20_menuda',         'Cabecera',        {}, letters('8pt')],
  ['Cabecera_20_menuda_20_derecha', 'Cabecera_20_menuda', { 'fo:text-align': 'end' }, {}],
  ['Contents_20_Heading',        'Standard',        { ...gap('0mm', '5mm'), 'fo:break-before': 'page' }, letters('17pt', accent, { ...bold, ...inSans })],
  ['Contents_20_1',              'Standard',        { ...gap('2mm', '0.6mm') }, bold],
  ['Contents_20_2',              'Standard',        { ...gap('0mm', '0.6mm'), 'fo:margin-left': '5mm' }, {}],
  ['Contents_20_3',              'Standard',        { ...gap('0mm', '0.6mm'), 'fo:margin-left': '10mm' }, letters('10pt', muted)],
  ['Pagina_20_nueva',            'Standard',        { ...gap('0mm', '0mm'), 'fo:break-before': 'page' }, letters('2pt')],
  ['Footer',                     'Standard',        { 'fo:border-top': hairline, 'fo:padding-top': '1.5mm' }, letters('8.5pt', muted, inSans)],
];

const tabbed = /^(Contents_20_\d|Footer)$/;
const edgeMm: Readonly<Record<string, number>> = { Contents_20_2: 160, Contents_20_3: 155 };

function paragraphStyle([name, parent, spacing, look, level]: (typeof paragraphs)[number]): string {
  const stop = tabbed.test(name) ? [tag('style:tab-stops', {}, tag('style:tab-stop', { 'style:position': `${edgeMm[name] ?? 165}mm`, 'style:type': 'right', ...(name === 'Footer' ? {} : { 'style:leader-style': 'dotted', 'style:leader-text': '.' }) }))] : [];
  return tag('style:style', { 'style:name': name, 'style:display-name': name.replaceAll('_20_', ' '), 'style:family': 'paragraph', 'style:parent-style-name': parent, 'style:default-outline-level': level === undefined ? undefined : String(level), 'style:next-style-name': level === undefined ? undefined : 'Text_20_body' },
    tag('style:paragraph-properties', spacing, ...stop), tag('style:text-properties', look));
}

const characters: readonly string[] = ([['Strong_20_Emphasis', bold], ['Emphasis', { 'fo:font-style': 'italic' }], ['Index_20_Link', { 'fo:color': ink }], ['Internet_20_link', { 'fo:color': accent, 'style:text-underline-style': 'solid', 'style:text-underline-color': 'font-color' }]] as const)
  .map(([name, look]) => tag('style:style', { 'style:name': name, 'style:display-name': name.replaceAll('_20_', ' '), 'style:family': 'text' }, tag('style:text-properties', look)));

const labelled = (at: number): string => tag('style:list-level-properties', { 'text:list-level-position-and-space-mode': 'label-alignment' },
  tag('style:list-level-label-alignment', { 'text:label-followed-by': 'listtab', 'text:list-tab-stop-position': `${at * 7}mm`, 'fo:text-indent': '-5mm', 'fo:margin-left': `${at * 7}mm` }));
const lists: readonly string[] = [
  tag('text:list-style', { 'style:name': 'Vinetas' }, tag('text:list-level-style-bullet', { 'text:level': '1', 'text:bullet-char': '•' }, labelled(1))),
  tag('text:list-style', { 'style:name': 'Numeros' }, tag('text:list-level-style-number', { 'text:level': '1', 'style:num-format': '1', 'style:num-suffix': '.' }, labelled(1))),
];

const outline = tag('text:outline-style', { 'style:name': 'Outline' }, ...[1, 2, 3, 4].map((level) => tag('text:outline-level-style', { 'text:level': String(level), 'style:num-format': '' })));
