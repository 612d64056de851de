import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tablesOf } from './read-tables.ts';

const read = (sql: string) => tablesOf([{ name: 'x/001', sql }]);

const made = `-- What it is,
-- in two lines.
create table a.b (
  id uuid primary key,
  -- It can't be (empty, or zero);
  n int not null check (n in (1, 2)),
  said text not null default 'a, (b); c', primary key (id, n)
) with (fillfactor = 80);
comment on table a.b is 'append-only: it grows';
`;

test('a table is read with its comments, defaults, checks and constraints', () => {
  assert.deepEqual(read(made), [{
    name: 'a.b', says: 'What it is, in two lines.', appendOnly: true, constraints: ['primary key (id, n)'],
    columns: [
      { name: 'id', type: 'uuid primary key', says: '' },
      { name: 'n', type: 'int not null check (n in (1, 2))', says: "It can't be (empty, or zero);" },
      { name: 'said', type: "text not null default 'a, (b); c'", says: '' },
    ],
  }]);
});

const changes = [
  //  statement                                        columns afterwards
  ['alter table a.b add column more text not null;',   ['id', 'n', 'said', 'more']],
  ['alter table a.b add more text;',                   ['id', 'n', 'said', 'more']],
  ['alter table a.b drop column n;',                   ['id', 'said']],
  ['alter table a.b alter column n set default 1;',    ['id', 'n', 'said']],
] as const;

for (const [statement, columns] of changes) {
  test(statement, () => { assert.deepEqual(read(`${made}${statement}\n`)[0]?.columns.map(({ name }) => name), columns); });
}

test('a check is lifted from its column, and another put on the table', () => {
  const [table] = read(`${made}alter table a.b drop constraint b_n_check;\nalter table a.b add constraint few check (n < 3);\n`);
  assert.equal(table?.columns.find(({ name }) => name === 'n')?.type, 'int not null');
  assert.deepEqual(table?.constraints, ['primary key (id, n)', 'constraint few check (n < 3)']);
  assert.deepEqual(read(`${made}alter table a.b add constraint few check (n < 3);\nalter table a.b drop constraint few;\n`)[0]?.constraints, ['primary key (id, n)']);
});

test('a dropped table is gone, and what is not understood is not passed over', () => {
  assert.deepEqual(read(`${made}drop table a.b;\n`), []);
  assert.throws(() => read(`${made}alter table a.b rename to c;\n`), /understood/);
});
