import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { isRefusal } from '../errors/index.ts';
import { checkedAddress, fetchPublic, type FetchRules } from './fetch-public.ts';
import { isPublicAddress } from './public-address.ts';

//  address                 is it for everybody
const addresses: readonly (readonly [string, boolean])[] = [
  ['200.87.100.1', true], ['8.8.8.8', true], ['2606:4700::1111', true], ['2800:320::1', true],
  ['127.0.0.1', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['172.32.0.1', true], ['192.168.1.1', false], ['169.254.169.254', false], ['100.64.0.1', false], ['0.0.0.0', false], ['224.0.0.1', false], ['255.255.255.255', false], ['198.18.0.1', false],
  ['::1', false], ['::', false], ['fe80::1', false], ['fd00::1', false], ['::ffff:127.0.0.1', false], ['::ffff:7f00:1', false], ['64:ff9b::7f00:1', false], ['2002:7f00:1::', false], ['2001:db8::1', false], ['ff02::1', false], ['localhost', false], ['', false],
];
for (const [address, isPublic] of addresses) test(`«${address}» is ${isPublic ? '' : 'not '}public`, () => assert.equal(isPublicAddress(address), isPublic));

for (const address of ['http://gob.bo/a.jsonl', 'https://u:p@gob.bo/a', 'https://gob.bo:8443/a', 'file:///etc/passwd', 'ftp://gob.bo/a', 'gob.bo/a', '', 'javascript:1']) {
  test(`«${address}» is no address of a file`, () => assert.throws(() => checkedAddress(address), (caught) => isRefusal(caught, 'net.bad_address')));
}
for (const address of ['https://127.0.0.1/a', 'https://[::1]/a', 'https://2130706433/a', 'https://0x7f.1/a', 'https://169.254.169.254/latest', 'https://[::ffff:10.0.0.1]/a']) {
  test(`«${address}» leads into a net that is not public`, () => assert.throws(() => checkedAddress(address), (caught) => isRefusal(caught, 'net.not_public')));
}
test('a name that leads to this machine is not asked', () => assert.rejects(fetchPublic('https://localhost/a', limits), (caught) => isRefusal(caught, 'net.not_public')));

const limits = { bytesMax: 1_000, secondsMax: 2 }, loopback: FetchRules = { isAllowed: (address) => address === '127.0.0.1', protocols: ['http:'], ports: () => true };
let server: Server, origin = '';
before(async () => {
  server = createServer(({ url = '' }, answer) => {
    if (url === '/moved') answer.writeHead(302, { location: '/file' }).end();
    else if (url === '/round') answer.writeHead(302, { location: '/round' }).end();
    else if (url === '/inside') answer.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    else if (url === '/long') answer.end(Buffer.alloc(1_001));
    else if (url === '/slow') answer.write('x');
    else if (url === '/file') answer.end('hola');
    else answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => { server.closeAllConnections(); server.close(); });

test('a file comes, also where its site passes it on', async () => {
  for (const path of ['/file', '/moved']) assert.equal((await fetchPublic(origin + path, limits, loopback)).toString(), 'hola');
});

//  what the site does                refused with
for (const [path, code] of [['/nothing', 'net.bad_answer'], ['/round', 'net.bad_answer'], ['/inside', 'net.not_public'], ['/long', 'net.too_long']] as const) {
  test(`${path} is ${code}`, () => assert.rejects(fetchPublic(origin + path, limits, loopback), (caught) => isRefusal(caught, code)));
}
test('a site that never ends is left', () => assert.rejects(fetchPublic(`${origin}/slow`, { ...limits, secondsMax: 0.2 }, loopback), (caught) => isRefusal(caught, 'net.unreachable')));
test('a site that is not there is told', () => assert.rejects(fetchPublic('http://127.0.0.1:1/', limits, loopback), (caught) => isRefusal(caught, 'net.unreachable')));
