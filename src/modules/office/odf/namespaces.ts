const oasis = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;

/** The names that the roots of an ODF document declare (ODF 1.3 part 3, section 2). */
export const namespaces = {
  'xmlns:office': oasis('office'), 'xmlns:text': oasis('text'), 'xmlns:table': oasis('table'), 'xmlns:style': oasis('style'), 'xmlns:draw': oasis('drawing'),
  'xmlns:fo': oasis('xsl-fo-compatible'), 'xmlns:svg': oasis('svg-compatible'), 'xmlns:meta': oasis('meta'), 'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:number': oasis('datastyle'), 'xmlns:config': oasis('config'), 'xmlns:xlink': 'http://www.w3.org/1999/xlink', 'office:version': '1.3',
} as const;

/** The namespace of the list of what a package holds. */
export const manifestNamespace = oasis('manifest');
