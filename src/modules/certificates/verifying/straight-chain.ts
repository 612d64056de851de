import type { Certificate } from 'pkijs';

const chainMax = 8;

/**
 * The certificates that lead up from a signer, one vouching for the one before, as their names say. `undefined` where they come back to a name
 * that was there before, or are too many: a stranger's certificates may vouch for each other in a circle, in which a library would go round for ever.
 */
export function straightChain(signer: Certificate, carried: readonly Certificate[]): Certificate[] | undefined {
  const chain = [signer];
  for (let at = signer; !at.issuer.isEqual(at.subject);) {
    const above = carried.find(({ subject }) => subject.isEqual(at.issuer));
    if (above === undefined) return chain;
    if (chain.length === chainMax || chain.some(({ subject }) => subject.isEqual(above.subject))) return undefined;
    chain.push(above);
    at = above;
  }
  return chain;
}
