import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Bug } from '../errors/index.ts';
import { refuse } from './errors.ts';
import { explainStartFailure } from './failures.ts';

const failure = (facts: object): Error => Object.assign(new Bug('x'), facts);

const refused = (): unknown => {
  try { return refuse('second_copy', { folder: '/srv/datos', pid: 7 }); } catch (error) { return error; }
};

const rows: readonly (readonly [string, unknown, RegExp])[] = [
  ['a taken port', failure({ code: 'EADDRINUSE', syscall: 'listen', port: 3000 }), /puerto 3000 ya está ocupado.*PORT=3001/],
  ['a port for root only', failure({ code: 'EACCES', syscall: 'listen', port: 80 }), /permiso para usar el puerto 80/],
  ['a folder of somebody else', failure({ code: 'EACCES', syscall: 'mkdir', path: '/srv/x' }), /permiso para usar \/srv\/x/],
  ['a full disk', failure({ code: 'ENOSPC' }), /No queda espacio/],
  ['a full disk, wrapped', new Bug('y', { cause: failure({ code: 'ENOSPC' }) }), /No queda espacio/],
  ['no server, at any of its addresses', Object.assign(new Bug('z'), { errors: [failure({ code: 'ECONNREFUSED' })] }), /DATABASE_URL no responde/],
  ['a wrong password', failure({ code: '28P01' }), /usuario o la contraseña/],
  ['a missing database', failure({ code: '3D000' }), /no existe en el servidor.*createdb/],
  ['a refusal', refused(), /ya está funcionando con la carpeta \/srv\/datos \(proceso 7\)/],
  ['a bug', new Bug('never'), /falla propia/],
  ['no error at all', 'nonsense', /falla propia/],
];

for (const [name, error, sentence] of rows) {
  test(`why it did not start: ${name}`, () => {
    const said = explainStartFailure(error);
    assert.match(said, sentence);
    assert.doesNotMatch(said, /undefined|\{|\n/);
  });
}

test('a port that is really taken is explained with its number', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => first.once('listening', resolve));
  const { port } = first.address() as { port: number };
  const error = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
  first.close();
  assert.match(explainStartFailure(error), new RegExp(`puerto ${port} `));
});
