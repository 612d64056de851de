/** A text without what XML cannot hold (XML 1.0, section 2.2); line ends become plain ones, as XML would make them. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what XML forbids
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
