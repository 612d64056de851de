import { PNG } from 'pngjs';

/** A PDF of one page that says something. */
export function somePdf(words = 'Hola'): Buffer {
  const content = `BT /F1 24 Tf 72 700 Td (${words}) Tj ET`;
  return Buffer.from([
    '%PDF-1.4', '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj', '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${content.length}>>stream`, content, 'endstream endobj', '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj', 'trailer<</Size 6/Root 1 0 R>>', '%%EOF', '',
  ].join('\n'), 'latin1');
}

/** A small picture. */
export const somePng = (): Buffer => PNG.sync.write(new PNG({ width: 4, height: 4 }));
