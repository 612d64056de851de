/**
 * Whom an address is counted as. Somebody with IPv6 has a whole /64 to themselves (RFC 4291 §2.5.4), and could call from another address each time:
 * all of them are one. An IPv4 address, also written as IPv6, is itself. Whoever has hung up already has no address, whatever its type says.
 */
export function neighbourhood(address: string | undefined = ''): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [before = '', after] = address.split('%', 1).join('').split('::');
  const [first, last] = [groupsOf(before), groupsOf(after ?? '')];
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')));
