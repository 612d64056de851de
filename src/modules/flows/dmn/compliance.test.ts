import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { toPlain } from '#kernel/feel/index.ts';
import { compileDecisions, decide } from '../index.ts';
import { standardsFolder } from '../test-support/standards.ts';
import { childrenOf, parseXml, type XmlNode } from '../test-support/xml.ts';

const folder = join(standardsFolder, 'dmn', 'compliance-level-2');

if (!existsSync(folder)) test('the published DMN tables of compliance level 2', { skip: `${folder} is not here` });
else for (const name of readdirSync(folder)) checkModel(name);

function checkModel(name: string): void {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const cases = parseXml(read(`${name}-test-01.xml`));
  for (const one of childrenOf(cases, 'testCase')) {
    test(`${name} ${one.attributes['id']}`, async () => {
      const { value: decisions, faults } = await compileDecisions(read(`${name}.dmn`), 'decisions.dmn');
      assert.ok(decisions, JSON.stringify(faults));
      const given = Object.fromEntries(childrenOf(one, 'inputNode').map((node) => [node.attributes['name'], valueOf(node)]));
      for (const result of childrenOf(one, 'resultNode')) {
        const [expected] = childrenOf(result, 'expected');
        const { value } = decide(decisions, result.attributes['name'] ?? '', given);
        assert.deepEqual(near(toPlain(value)), near(expected ? valueOf(expected) : null));
      }
    });
  }
}

/** The value that a node of a test case stands for: a list, a context of components, or a plain value. */
function valueOf(node: XmlNode): unknown {
  const [list] = childrenOf(node, 'list');
  if (list) return childrenOf(list, 'item').map(valueOf);
  const components = childrenOf(node, 'component');
  if (components.length > 0) return Object.fromEntries(components.map((part) => [part.attributes['name'], valueOf(part)]));
  const [value] = childrenOf(node, 'value');
  if (!value || value.attributes['xsi:nil'] === 'true') return null;
  const type = value.attributes['xsi:type'];
  if (type === 'xsd:decimal') return Number(value.text);
  return type === 'xsd:boolean' ? value.text === 'true' : value.text;
}

/** Numbers to ten digits: the tables give decimals that binary numbers can't hold. */
function near(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(near);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, near(part)]));
}
