import { zipSync, type Zippable } from 'fflate';
import { escapeHtml } from '#kernel/html/html.ts';
import { tag, xmlDocument } from '../../xml/tag.ts';
import type { Prepared } from '../prepared.ts';
import { contentXml, pictureName } from './content.ts';
import { manifestNamespace, namespaces } from './shared.ts';
import { stylesXml } from './styles.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
// Zip has no dates before 1980 and says them in local time: noon of a day in spring is the same day everywhere.
const sameEverywhere = new Date(2000, 2, 1, 12);

/** A text as ODT (ODF 1.3): the type first and as it is, every entry in the manifest. Equal texts give equal bytes. */
export function odtFile(text: Prepared): Buffer {
  const parts = partsOf(text);
  const entries: Zippable = { mimetype: [Buffer.from(mediaType), { level: 0 }], 'META-INF/manifest.xml': Buffer.from(manifestXml(parts)) };
  for (const { path, xml } of parts) entries[path] = Buffer.from(xml);
  return Buffer.from(zipSync(entries, { mtime: sameEverywhere, level: 6 }));
}

type PackagePart = { readonly path: string; readonly type: string; readonly xml: string };

function partsOf(text: Prepared): readonly PackagePart[] {
  const figures = text.pieces.filter((piece) => piece.kind === 'figure');
  return [
    { path: 'content.xml', type: 'text/xml', xml: contentXml(text) },
    { path: 'styles.xml', type: 'text/xml', xml: stylesXml(text) },
    { path: 'meta.xml', type: 'text/xml', xml: metaXml(text) },
    ...figures.map(({ svg }, at) => ({ path: pictureName(at), type: 'image/svg+xml', xml: svg })),
  ];
}

const manifestXml = (parts: readonly PackagePart[]): string => xmlDocument(tag('manifest:manifest', { 'xmlns:manifest': manifestNamespace, 'manifest:version': '1.3' },
  tag('manifest:file-entry', { 'manifest:full-path': '/', 'manifest:version': '1.3', 'manifest:media-type': mediaType }),
  ...parts.map(({ path, type }) => tag('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type }))));

const metaXml = ({ title, subtitle, entity, day, code }: Prepared): string => xmlDocument(tag('office:document-meta', namespaces, tag('office:meta', {},
  tag('meta:generator', {}, 'Ventanilla'), tag('dc:title', {}, escapeHtml(title)), tag('dc:subject', {}, escapeHtml(subtitle)), tag('meta:initial-creator', {}, escapeHtml(entity)), tag('dc:creator', {}, escapeHtml(entity)),
  tag('meta:creation-date', {}, `${day}T00:00:00`), tag('dc:date', {}, `${day}T00:00:00`), tag('dc:language', {}, 'es-BO'), ...(code === '' ? [] : [tag('meta:keyword', {}, escapeHtml(code))]))));
