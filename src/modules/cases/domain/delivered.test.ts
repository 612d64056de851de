import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { deliveredFiles, isForApplicant } from './delivered.ts';
import { emptyState } from './fold.ts';
import type { CaseStatus } from './types.ts';

const form = parseForm(`title: T
pages:
  - { id: a, title: A, fields: [ { id: carta, type: file, label: Carta }, { id: socios, type: group, label: Socios, rowName: socio, fields: [ { id: poder, type: file, label: Poder } ] } ] }
  - { id: b, title: B, officerOnly: true, fields: [ { id: copia, type: file, label: Copia, delivered: true }, { id: informe, type: file, label: Informe } ] }
`).value;
invariant(form, 'the form is sound');
const definition = { form }, file = { id: newId<'file'>(), name: 'copia.pdf', type: 'application/pdf', bytes: 9 };
const caseThatIs = (status: CaseStatus) => ({ state: { ...emptyState, status }, answers: { carta: [file], copia: [file], informe: [file] } });

test('a granted case hands over the files that its form delivers, and no others', () => {
  assert.deepEqual(deliveredFiles(definition, caseThatIs('granted')), [{ field: 'copia', label: 'Copia', files: [file] }]);
  assert.deepEqual(deliveredFiles(definition, { ...caseThatIs('granted'), answers: {} }), []);
});

for (const [status, forApplicant] of [['in_review', ['carta', 'socios.0.poder']], ['refused', ['carta', 'socios.0.poder']], ['granted', ['carta', 'socios.0.poder', 'copia']]] as const) {
  test(`in a case that is ${status}, these files are for the applicant: ${forApplicant.join(', ')}`, () => {
    const fields = ['carta', 'socios.0.poder', 'copia', 'informe', 'nada'];
    assert.deepEqual(fields.filter((field) => isForApplicant(definition, caseThatIs(status), field)), forApplicant);
  });
}
