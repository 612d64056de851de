import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#kernel/errors/index.ts';
import type { Form } from '#modules/forms/index.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { readForm } from './read-form.ts';
import { shownParts, type GenericNorm, type Guide, type GuideSection } from '../domain/strategy/guide.ts';

function readGuide(): Guide {
  const { root, faults } = readYaml(readFileSync(join(import.meta.dirname, 'strategy-guide.yaml'), 'utf8'), 'strategy-guide.yaml', 'guide');
  const { sections, norms } = root?.object(['sections', 'norms']) ?? {};
  const read = { sections: sections?.items().map(sectionOf) ?? [], norms: norms?.items().map(normOf) ?? [] };
  invariant(faults.length === 0 && read.sections.length > 0, `the guide of a strategy is sound: ${JSON.stringify(faults)}`);
  return read;
}

function sectionOf(value: YamlValue): GuideSection {
  const it = value.object(['key', 'number', 'title', 'level', 'per', 'source', 'kind', 'optional', 'asks', 'advice', 'shows']);
  const number = it.number?.text() ?? '';
  return {
    key: it.key?.text() ?? '', number, title: it.title?.text() ?? '', level: it.level?.integer(1, 3) ?? (number === '' ? 1 : number.split('.').length),
    per: it.per?.oneOf(['solution']) ?? 'strategy', source: it.source?.text() ?? '', kind: it.kind?.oneOf(['heading', 'short', 'lines']) ?? 'text', isOptional: it.optional?.boolean() ?? false,
    asks: it.asks?.items().map((one) => one.text() ?? '') ?? [], advice: it.advice?.text() ?? '', shows: it.shows?.items().flatMap((one) => one.oneOf(shownParts) ?? []) ?? [],
  };
}

function normOf(value: YamlValue): GenericNorm {
  const { norm, supports } = value.object(['norm', 'supports']);
  return { norm: norm?.text() ?? '', supports: supports?.text() ?? '' };
}

/** The parts of a digitisation strategy (Guía de la estrategia de digitalización, sections 1 to 7, references and annexes), and the norms that hold for every entity. */
export const strategyGuide: Guide = readGuide();

/** What is asked of each solution besides its texts: its stages (section 4), and what it will cost people once it runs. */
export const solutionForm: Form = readForm('strategy-solution.form.yaml');
