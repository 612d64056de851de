/** A small PDF of one empty page, as a scanner makes. */
export const emptyPdf = { name: 'documento.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) };

function pdf(): string {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>'];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => { const at = text.length; text += `${index + 1} 0 obj${object}endobj\n`; return at; });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 4\n0000000000 65535 f \n${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}
