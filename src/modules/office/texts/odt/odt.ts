import { escapeHtml } from '#kernel/html/html.ts';
import { namespaces } from '../../odf/namespaces.ts';
import { odfPackage } from '../../odf/package.ts';
import { tag, xmlDocument } from '../../xml/tag.ts';
import type { Prepared } from '../prepared.ts';
import { contentXml, pictureName } from './content.ts';
import { stylesXml } from './styles.ts';

/** A text as ODT (ODF 1.3). Equal texts give equal bytes. */
export const odtFile = (text: Prepared): Buffer => odfPackage('application/vnd.oasis.opendocument.text', [
  { path: 'content.xml', type: 'text/xml', xml: contentXml(text) }, { path: 'styles.xml', type: 'text/xml', xml: stylesXml(text) }, { path: 'meta.xml', type: 'text/xml', xml: metaXml(text) },
  ...text.pieces.filter((piece) => piece.kind === 'figure').map(({ svg }, at) => ({ path: pictureName(at), type: 'image/svg+xml', xml: svg })),
]);

const metaXml = ({ title, subtitle, entity, day, code }: Prepared): string => xmlDocument(tag('office:document-meta', namespaces, tag('office:meta', {},
  tag('meta:generator', {}, 'Ventanilla'), tag('dc:title', {}, escapeHtml(title)), tag('dc:subject', {}, escapeHtml(subtitle)), tag('meta:initial-creator', {}, escapeHtml(entity)), tag('dc:creator', {}, escapeHtml(entity)),
  tag('meta:creation-date', {}, `${day}T00:00:00`), tag('dc:date', {}, `${day}T00:00:00`), tag('dc:language', {}, 'es-BO'), ...(code === '' ? [] : [tag('meta:keyword', {}, escapeHtml(code))]))));
