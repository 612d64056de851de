import fc from 'fast-check';
import type { ComposedRoute } from '#support/composition.ts';
import { partsOf } from '#support/procedure-steps.ts';
import type { RawRequest } from '#support/raw-request.ts';
import { findFiles } from '#support/source/index.ts';

/** Things that exist, by the beginning of the address and the name in it, so that garbage gets past the first door. */
export type Real = (route: ComposedRoute, name: string) => readonly string[];

/** What people, programs and attackers send where a text belongs. */
const nasty = [
  '', ' ', '0', '-1', '1e309', 'NaN', '999999999999999999999', '2026-02-30', '0000-00-00', '99999-12-31', '+275760-09-13T00:00:00.000Z', '9999-12-31T23:59:59Z', '-000001-01-01T00:00:00Z', '2026-11-20T25:00', 'null', 'undefined', 'true', '\u0000', 'a\u0000b', '\r\nset-cookie: x=1',
  `' or 1=1 --`, '"; drop table cases.case; --', '<script>alert(1)</script>', '{{7*7}}', '=1+1', '../../../../etc/passwd', '..%2f..%2f', '%', '%zz', '%00', '__proto__', 'constructor', 'toString', '😀'.repeat(50), 'ñÑáéíóúü',
  '\u202egpj.exe', '\ud800', 'x'.repeat(70_000), '//evil.example', 'https://evil.example/', 'javascript:alert(1)', '\\\\evil', '0193f2a0-0000-7000-8000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

// Every name that the program looks for in a form or a query, read from its source.
const names = [...new Set(findFiles('src/modules/**/*.ts').flatMap(({ text }) => [...text.matchAll(/\b(?:form|query|body)(?:\.|\[')([a-z][\w-]*)|\bname: '([a-z][\w-]*)'/g)].map(([, a, b]) => a ?? b ?? '')))];

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...nasty) }, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer().map(String));
const fieldName = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, fc.constantFrom('__proto__', 'constructor', 'a[b]', 'a.0.b', '', '_csrf', 'accion'), fc.string({ maxLength: 20 }));

/** Garbage for one route: in its address, its query, its headers and its body. `shown` are the names of the fields on its own page. */
export function garbageFor(route: ComposedRoute, token: string, real: Real, shown: readonly string[]): fc.Arbitrary<RawRequest> {
  const ownName = shown.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...shown) }, fieldName) : fieldName;
  const fields = fc.array(fc.tuple(ownName, text), { maxLength: 12 });
  return fc.record({ address: addressOf(route, real), query: queryOf, headers, body: route.method === 'GET' ? fc.constant<Body>({}) : bodyOf(route, token, fields) })
    .map(({ address, query, headers: extra, body }) => ({ method: route.method, path: address + query, ...body, headers: { ...extra, ...body.headers } }));
}

function addressOf({ path, ...route }: ComposedRoute, real: Real): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith(':')) return fc.constant(part);
    const known = real({ path, ...route }, part.slice(1));
    return known.length === 0 ? garbagePart : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, garbagePart);
  });
  return fc.tuple(...parts).map((made) => made.join('/'));
}

// A path is ASCII; whatever else is in it comes escaped, well or badly.
const garbagePart = fc.oneof(text.map(escaped), fc.constantFrom('%00', '%ff%fe', '%2e%2e%2f', '%', '%zz', '..', 'x'.repeat(299), 'x'.repeat(3_000), ';a=b', '%F0%9F%98%80'));

const queryOf = fc.oneof(fc.constant(''), fc.array(fc.tuple(fieldName, text), { maxLength: 4 }).map((pairs) => `?${pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')}`), fc.constantFrom('?', '?&&=', '?%=%', '?a=%ff', '??a', `?${'a=1&'.repeat(500)}`));

function escaped(value: string): string {
  return encodeURIComponent(value.toWellFormed()).slice(0, 4_000).replace(/%[0-9A-F]?$/, '');
}

const headers = fc.record({
  accept: fc.constantFrom('text/html', 'application/json', '*/*', '', 'x'.repeat(200)), 'accept-language': fc.constantFrom('es-BO', 'en', '*', ';;;', 'x'.repeat(500)),
  'if-none-match': fc.constantFrom('*', '"x"', ''), range: fc.constantFrom('bytes=0-10', 'bytes=9999999-', 'x'), 'idempotency-key': fc.constantFrom('', 'clave-de-prueba', '\u00ff', 'x'.repeat(3_000)),
  referer: fc.constantFrom('https://evil.example/', 'x'), 'content-encoding': fc.constantFrom('identity', 'gzip'), 'user-agent': fc.constantFrom('', '\u00ff\u00fe', 'x'.repeat(4_000)), 'x-http-method-override': fc.constant('DELETE'),
}, { requiredKeys: [] });

type Body = Pick<RawRequest, 'body'> & { readonly headers?: Readonly<Record<string, string>> };
type Fields = readonly (readonly [name: string, value: string])[];

function bodyOf({ options: { body = 'form' } }: ComposedRoute, token: string, fields: fc.Arbitrary<Fields>): fc.Arbitrary<Body> {
  const form = fields.map((pairs): Body => ({ headers: formType, body: new URLSearchParams([['_csrf', token], ...pairs.map(([name, value]): [string, string] => [name, value.toWellFormed()])]).toString() }));
  const broken = fc.constantFrom<Body>({ headers: formType, body: `_csrf=${token}&%=%zz&a=%ff&=` }, { headers: formType, body: '&'.repeat(2_000) }, { headers: formType, body: `_csrf=${token}&${'a=1&'.repeat(2_000)}` }, { headers: { 'content-type': 'text/plain' }, body: 'hola' }, { headers: { 'content-type': '' }, body: 'x' }, {}, { headers: formType, body: 'x'.repeat(1_100_000) });
  const weighted = (arbitrary: fc.Arbitrary<Body>) => ({ weight: 5, arbitrary });
  if (body === 'json') return fc.oneof(weighted(jsonBody), brokenJson, broken);
  if (body === 'multipart') return fc.oneof(weighted(multipart(token, fields)), brokenMultipart(token), broken);
  return body === 'either' ? fc.oneof(weighted(form), weighted(multipart(token, fields)), brokenMultipart(token), broken) : fc.oneof(weighted(form), broken, brokenMultipart(token));
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' }, jsonType = { 'content-type': 'application/json' };

const jsonBody = fc.oneof(fc.jsonValue(), fc.dictionary(fc.oneof(fieldName, fc.constantFrom('respuesta', 'motivo', 'observar', 'datos', 'codigoOrden', 'transaccion', 'estado', 'finalizado')), fc.oneof(text, fc.jsonValue()), { maxKeys: 8 }))
  .map((value): Body => ({ headers: jsonType, body: JSON.stringify(value) ?? 'null' }));
const brokenJson = fc.constantFrom<Body>({ headers: jsonType, body: '{' }, { headers: jsonType, body: '' }, { headers: jsonType, body: '\u0000' }, { headers: jsonType, body: '{"__proto__":{"x":1}}' }, { headers: jsonType, body: '{"constructor":{"prototype":{"x":1}}}' }, { headers: jsonType, body: '['.repeat(50_000) }, { headers: jsonType, body: `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}` }, { headers: jsonType, body: '1e400' });

const multipart = (token: string, fields: fc.Arbitrary<Fields>) => fc.tuple(fields, fc.array(fc.tuple(fc.constantFrom('carta', 'archivo', 'poder', 'respaldos', 'x'), text, text), { maxLength: 3 })).map(([pairs, files]): Body => partsOf([
  { name: '_csrf', value: token }, ...pairs.map(([name, value]) => ({ name: plain(name), value: value.slice(0, 5_000) })), ...files.map(([name, filename, value]) => ({ name, filename: plain(filename), value })),
]));
const plain = (name: string): string => name.replace(/["\r\n]/g, '').slice(0, 300);

function brokenMultipart(token: string): fc.Arbitrary<Body> {
  const type = { 'content-type': 'multipart/form-data; boundary=b' }, start = `--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`, file = '--b\r\ncontent-disposition: form-data; name="carta"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
  return fc.constantFrom<Body>(
    { headers: type, body: start + file }, { headers: type, body: start.slice(0, 30) }, { headers: type, body: '' }, { headers: { 'content-type': 'multipart/form-data' }, body: start }, { headers: type, body: `${start}--b\r\n\r\n\r\n--b--\r\n` },
    { headers: type, body: `${start}--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n` }, { headers: type, body: `${file}\r\n${start}--b--\r\n` }, { headers: type, body: start + '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(600) },
    { headers: type, body: `${start}--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n${'x'.repeat(70_000)}\r\n--b--\r\n` }, { headers: type, body: start + `${file}\r\n`.repeat(30) },
  );
}
