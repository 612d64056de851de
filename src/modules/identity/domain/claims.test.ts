import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fullName, readClaims, readDocument, sayDocument } from './claims.ts';

const whole = {
  sub: 'b1f0', fecha_nacimiento: '14/03/1985', email: 'rosa@ejemplo.bo', celular: '71234567',
  profile: { documento_identidad: { numero_documento: '4567891-1A', tipo_documento: 'CI' }, nombre: { nombres: 'Rosa', primer_apellido: 'Mamani', segundo_apellido: 'Quispe' } },
};

test('the nested answer of Ciudadanía Digital is read', () => {
  assert.deepEqual(readClaims(whole), {
    subject: 'b1f0', document: { type: 'CI', number: '4567891', complement: '1A' }, givenNames: 'Rosa', firstSurname: 'Mamani', secondSurname: 'Quispe',
    birthDate: '1985-03-14', email: 'rosa@ejemplo.bo', phone: '71234567',
  });
});

const profileWith = (change: object) => ({ ...whole, profile: { ...whole.profile, ...change } });
const documentWith = (type: unknown, number: unknown) => profileWith({ documento_identidad: { tipo_documento: type, numero_documento: number } });
const faults: readonly [string, Record<string, unknown>, string | undefined][] = [
  ['no subject', { ...whole, sub: undefined }, 'sub'],
  ['no profile', { ...whole, profile: undefined }, 'profile.documento_identidad'],
  ['a flat profile', { ...whole, profile: 'Rosa' }, 'profile.documento_identidad'],
  ['an unknown kind of document', documentWith('PAS', '4567891'), 'profile.documento_identidad'],
  ['a number with letters', documentWith('CI', '45678LP'), 'profile.documento_identidad'],
  ['a complement of two digits', documentWith('CI', '4567891-11'), 'profile.documento_identidad'],
  ['no given names', profileWith({ nombre: { primer_apellido: 'Mamani' } }), 'profile.nombre.nombres'],
  ['a date that is none', { ...whole, fecha_nacimiento: '31/02/1985' }, 'fecha_nacimiento'],
  ['a date in another order', { ...whole, fecha_nacimiento: '1985-03-14' }, 'fecha_nacimiento'],
  ['no surname', profileWith({ nombre: { nombres: 'Rosa' } }), undefined],
  ['no second surname', profileWith({ nombre: { nombres: 'Rosa', primer_apellido: 'Mamani', segundo_apellido: '' } }), undefined],
  ['a foreigner', documentWith('CIE', 'E-10234567'), undefined],
  ['no birth date, because its scope was not asked for', { ...whole, fecha_nacimiento: undefined }, undefined],
];

for (const [name, userinfo, wrong] of faults) {
  test(`with ${name}: ${wrong ?? 'accepted'}`, () => {
    const claims = readClaims(userinfo);
    assert.equal('wrong' in claims ? claims.wrong : undefined, wrong);
  });
}

test('a document is said as it was read', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{4,10}(-\d[A-Z])?$/), (text) => {
    const document = readDocument('CI', text);
    assert.equal(document && sayDocument(document), text);
  }));
});

test('whatever the provider sends, reading it does not fail', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('sub', 'profile', 'fecha_nacimiento', 'email'), fc.jsonValue()), (userinfo) => { readClaims(userinfo); }));
});

test('names are joined from what there is', () => {
  assert.equal(fullName({ givenNames: 'Óscar', firstSurname: undefined, secondSurname: 'Ñáñez' }), 'Óscar Ñáñez');
});
