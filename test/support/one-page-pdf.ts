/** A real PDF of one page; `mark` makes its bytes, and so its hash, another one. */
export function onePagePdf(mark = ''): Buffer {
  const content = 'BT /F1 24 Tf 72 700 Td (Solicitud) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = `%PDF-1.7\n% ${mark}\n`;
  const offsets = objects.map((object, index) => { const at = body.length; body += `${index + 1} 0 obj${object}endobj\n`; return at; });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}
