import { zipSync, type Zippable } from 'fflate';
import { tag, xmlDocument } from '../xml/tag.ts';
import { manifestNamespace } from './namespaces.ts';

/** An entry of a package: where it lies, what it is, and its text. */
export type PackagePart = { readonly path: string; readonly type: string; readonly xml: string };

// Zip has no dates before 1980 and says them in local time: noon of a day in spring is the same day everywhere.
const sameEverywhere = new Date(2000, 2, 1, 12);

/** A package of ODF 1.3 (part 2, section 3): its type first and as it is, every entry in the manifest. Equal parts give equal bytes. */
export function odfPackage(mediaType: string, parts: readonly PackagePart[]): Buffer {
  const entries: Zippable = { mimetype: [Buffer.from(mediaType), { level: 0 }], 'META-INF/manifest.xml': Buffer.from(manifestXml(mediaType, parts)) };
  for (const { path, xml } of parts) entries[path] = Buffer.from(xml);
  return Buffer.from(zipSync(entries, { mtime: sameEverywhere, level: 6 }));
}

const manifestXml = (mediaType: string, parts: readonly PackagePart[]): string => xmlDocument(tag('manifest:manifest', { 'xmlns:manifest': manifestNamespace, 'manifest:version': '1.3' },
  tag('manifest:file-entry', { 'manifest:full-path': '/', 'manifest:version': '1.3', 'manifest:media-type': mediaType }),
  ...parts.map(({ path, type }) => tag('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type }))));
