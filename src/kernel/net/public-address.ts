import { BlockList, isIPv4, isIPv6 } from 'node:net';

// What is not for everybody on the Internet (RFC 6890 and the registries of IANA that it began): this host, private nets, link-local, documentation, tests, multicast, reserved.
const notPublic = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) notPublic.addSubnet(net, prefix, 'ipv4');
// Of version 6 only what is given out to be routed (2000::/3) is public, without what leads into version 4 or into documents.
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) notPublic.addSubnet(net, prefix, 'ipv6');

/** Whether an address of the Internet Protocol is for everybody: no machine of ours, of the office's net or of nobody answers at it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4');
  return isIPv6(address) && given.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
