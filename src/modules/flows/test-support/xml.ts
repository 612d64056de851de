/** A node of an XML file, as far as tests need it. */
export type XmlNode = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlNode[]; text: string };

/** Reads well-formed XML without comments inside elements or CDATA: enough for published test cases. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name, attributes = '', empty, text] of xml.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += unescape(text);
    else if (close) open.pop();
    else {
      const node: XmlNode = { name: name ?? '', attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  return root.children[0] ?? root;
}

/** The children of a name, whatever their prefix. */
export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] => node.children.filter((child) => child.name.replace(/^.*:/, '') === name);

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, one, other]) => [name, unescape(one ?? other ?? '')]));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
