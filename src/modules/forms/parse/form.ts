import type { Checked } from '#kernel/faults.ts';
import { evaluateFeel } from '#kernel/feel/index.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { readText } from '../domain/words.ts';
import type { Field, Form, FormPage } from '../domain/types.ts';
import { readField } from './field.ts';
import { Scope } from './scope.ts';

/**
 * Reads form.yaml. Gives the form when nothing in it is an error, and every fault with its line, column and mend. Never throws.
 * Codes: `form.<name>`; the README lists the attributes.
 */
export function parseForm(text: string, file = 'form.yaml'): Checked<Form> {
  const { root, faults } = readYaml(text, file, 'form');
  const form = root && readForm(root);
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : form, faults };
}

function readForm(root: YamlValue): Form | undefined {
  if (!root.isMap) return root.fault('form', 'El archivo no es un formulario.', 'Escriba «title:» y «pages:».');
  const { title, uses, pages } = root.object(['title', 'uses', 'pages']);
  const scope = new Scope(uses?.items().map((item) => item.text()).filter((name) => name !== undefined) ?? []);
  const words = title ? readText(title) : root.fault('title', 'Falta el título del formulario.', 'Escriba «title: …».');
  const read = pages ? readPages(pages, scope) : root.fault('pages', 'El formulario no tiene páginas.', 'Escriba «pages:» y una lista.');
  scope.close();
  return words && read && { title: words, pages: read };
}

function readPages(written: YamlValue, scope: Scope): readonly FormPage[] {
  const pages = written.items().map((item) => readPage(item, scope)).filter((page) => page !== undefined);
  if (pages.length === 0) written.fault('pages', 'El formulario no tiene páginas.', 'Escriba al menos una, con sus campos.');
  const seen = new Set<string>();
  for (const { id } of pages) {
    if (seen.has(id)) written.fault('duplicate_id', `Hay dos páginas con el id «${id}».`, 'Dé a cada página un id distinto.');
    seen.add(id);
  }
  return pages;
}

function readPage(at: YamlValue, scope: Scope): FormPage | undefined {
  const { id, title, intro, showIf, officerOnly, fields } = at.object(['id', 'title', 'intro', 'showIf', 'officerOnly', 'fields']);
  const [name, words] = [id && readPageId(id), title && readText(title)];
  if (id === undefined) at.fault('id', 'A la página le falta el «id».', 'Escriba un id corto, por ejemplo datos-personales.');
  if (title === undefined) at.fault('title', 'A la página le falta el título («title»).', 'Escriba de qué trata la página.');
  const condition = showIf && scope.feel(showIf, new Set());
  if (showIf && condition) refuseConstant(showIf, condition);
  const read = readFields(at, fields, scope);
  if (officerOnly?.boolean() !== true) refuseDelivered(at, read);
  const help = intro && readText(intro);
  if (name === undefined || words === undefined) return undefined;
  return { id: name, title: words, officerOnly: officerOnly?.boolean() ?? false, fields: read, ...(help ? { intro: help } : {}), ...(condition ? { showIf: condition } : {}) };
}

function readPageId(written: YamlValue): string | undefined {
  const id = written.text();
  if (id === undefined || /^[a-z][a-z0-9-]{0,59}$/.test(id)) return id;
  return written.fault('id', `«${id}» no sirve como id de página.`, 'Use minúsculas sin acento, cifras y guiones: forma parte de la dirección.');
}

function readFields(at: YamlValue, written: YamlValue | undefined, scope: Scope) {
  const fields = written?.items().map((item) => readField(item, scope)).filter((field) => field !== undefined) ?? [];
  if (written === undefined || written.items().length === 0) at.fault('empty_page', 'La página no tiene campos.', 'Escriba «fields:» con al menos uno, o quite la página.');
  return fields;
}

/** What an applicant uploads is theirs already. */
function refuseDelivered(at: YamlValue, fields: readonly Field[]): void {
  const wrong = fields.find(({ behaviour }) => behaviour.delivered);
  if (wrong) at.fault('delivered', `«${wrong.id}» se entrega a quien solicita, pero la página la llena quien solicita.`, 'Quite «delivered», o póngalo en una página con «officerOnly: true».');
}

/** A condition that uses no name always says the same: either it hides the page for ever, or it is not needed. */
function refuseConstant(at: YamlValue, condition: NonNullable<FormPage['showIf']>): void {
  if (condition.names.length > 0 || evaluateFeel(condition, {}) === true) return;
  at.fault('unreachable', 'Esta página no se mostrará nunca: su condición no depende de ninguna respuesta.', 'Corrija la condición o quite la página.');
}
