/** A text without what XML cannot hold (XML 1.0, section 2.2); line ends become plain ones, as XML would make them. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]/gu, '');
}
