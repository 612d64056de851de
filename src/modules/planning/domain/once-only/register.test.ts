import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '#modules/forms/index.ts';
import { registerOf } from './register.ts';

const procedure = (slug: string, answers: Answers) => ({ slug, name: slug.toUpperCase(), answers });
const papers = (rows: ReturnType<typeof registerOf>) => rows.map(({ document, issuer, papersAYear }) => `${document} (${issuer}): ${papersAYear}`);

test('a document is counted by its volume in every procedure that asks for it, the most asked first', () => {
  const rows = registerOf([
    procedure('a', { solicitudes_anio: 100, requisitos: [{ nombre: 'Fotocopia de Cédula de Identidad', copias: 3 }, { nombre: 'Carta' }] }),
    procedure('b', { solicitudes_anio: 1_000, requisitos: [{ nombre: 'NIT' }, { nombre: 'carnet de identidad' }] }),
    procedure('c', { requisitos: [{ nombre: 'Cédula de identidad vigente' }] }),
  ]);
  assert.deepEqual(papers(rows), ['Cédula de identidad (SEGIP): 1300', 'NIT y su certificación (Servicio de Impuestos Nacionales): 1000']);
  assert.deepEqual([rows[0]?.askers.map(({ slug }) => slug), rows[0]?.withoutVolume], [['a', 'b', 'c'], 1]);
});

test('what nobody knows by name counts where the row says who issues it', () => {
  assert.deepEqual(papers(registerOf([procedure('a', { solicitudes_anio: 5, requisitos: [{ nombre: 'Informe de suelos', emisor: 'Gobernación' }, { nombre: 'Croquis' }] })])), ['Informe de suelos (Gobernación): 5']);
});

test('the same document twice in one procedure is one row with both its copies', () => {
  const [row] = registerOf([procedure('a', { solicitudes_anio: 10, requisitos: [{ nombre: 'Cédula de identidad del titular' }, { nombre: 'Cédula de identidad del garante', copias: 2 }] })]);
  assert.deepEqual([row?.askers.length, row?.papersAYear], [1, 30]);
});

test('an inventory that asks for nothing has an empty register', () => assert.deepEqual(registerOf([procedure('a', {})]), []));
