import { fileKinds, isFileKind, type FileKind } from '#modules/documents/index.ts';
import { button, fileField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { fileAnswers, toAnswer } from '../../domain/files.ts';
import { drawn, empty, start, value, wrong, type FieldType, type OwnAttributes } from '../../domain/field-type.ts';
import type { Asked, FileAnswer, Reading, Shown, UploadRules } from '../../domain/types.ts';

/** One uploaded file or several. The documents module receives the bytes; the answer keeps their ids and names. */
export const file: FieldType = {
  name: 'file',
  purpose: 'Uno o varios archivos que la persona adjunta.',
  stored: 'lista de {id, name, type, bytes}',
  attributes: {
    accept: `Clases de archivo: ${Object.keys(fileKinds).join(', ')} (pdf, jpeg y png si no se dice).`,
    maxMegabytes: 'Tamaño máximo de cada archivo (10 si no se dice; hasta 50).', maxFiles: 'Cuántos archivos (1 si no se dice; hasta 20).',
    delivered: 'En una página de funcionarios, `true` entrega el archivo a quien solicita cuando el trámite se aprueba.',
  },
  secondsToFill: 60,
  prepare: (own) => {
    const upload = readRules(own), delivered = own.get('delivered')?.boolean() ?? false;
    const check = (it: unknown, asked: Asked) => checkFiles(it, asked, upload);
    return {
      check, upload, delivered,
      read: (posted, asked) => check(posted.files, asked),
      ask: ({ name }) => `Adjunte ${name}.`,
      render: (shown) => render(shown, upload),
      say: (it) => fileAnswers(it).map(sayFile),
      schema: { type: 'array', maxItems: upload.filesMax, items: fileSchema },
    };
  },
};

const fileSchema = {
  type: 'object', required: ['id', 'name', 'type', 'bytes'], additionalProperties: false,
  properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' }, type: { type: 'string' }, bytes: { type: 'integer', minimum: 1 } },
};

const megabyte = 1_000_000;

function readRules(own: OwnAttributes): UploadRules {
  const accept = own.get('accept')?.items().map((item) => item.oneOf(kindNames)).filter((kind) => kind !== undefined);
  if (accept?.length === 0) own.get('accept')?.fault('accept', 'No se acepta ninguna clase de archivo.', `Escriba al menos una: ${kindNames.join(', ')}.`);
  return {
    accept: accept === undefined || accept.length === 0 ? ['pdf', 'jpeg', 'png'] : accept,
    bytesMax: (own.get('maxMegabytes')?.integer(1, 50) ?? 10) * megabyte,
    filesMax: own.get('maxFiles')?.integer(1, 20) ?? 1,
  };
}

const kindNames: readonly FileKind[] = Object.keys(fileKinds).filter(isFileKind);

function checkFiles(it: unknown, { name }: Asked, { filesMax }: UploadRules): Reading {
  if (it === undefined || it === null || (Array.isArray(it) && it.length === 0)) return empty;
  const files = fileAnswers(it);
  if (!Array.isArray(it) || files.length < it.length) return wrong('invalid', `${start(name)} debe ser una lista de archivos ya recibidos. Adjúntelos de nuevo.`);
  if (files.length > filesMax) return wrong('max', `En ${name} puede adjuntar ${filesMax === 1 ? 'un archivo' : `${filesMax} archivos`}. Quite ${files.length - filesMax}.`);
  return value(toAnswer(files));
}

const megabytes = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

const saySize = (bytes: number): string => (bytes < megabyte / 10 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${megabytes.format(bytes / megabyte)} MB`);

const sayFile = ({ name, bytes }: FileAnswer): string => `${name} (${saySize(bytes)})`;

function render(shown: Shown, { accept, bytesMax, filesMax }: UploadRules): Html {
  const files = fileAnswers(shown.value);
  const kinds = accept.map((kind) => fileKinds[kind].title).join(', ');
  const limits = `Formatos: ${kinds}. Hasta ${saySize(bytesMax)}${filesMax === 1 ? '' : ` cada uno; ${filesMax} archivos como máximo`}.`;
  const picker = fileField({
    ...drawn(shown), hint: shown.hint === undefined ? limits : html`${shown.hint}<br>${limits}`, multiple: filesMax > 1,
    accept: accept.flatMap((kind) => fileKinds[kind].extensions.map((ending) => `.${ending}`)).join(','),
  });
  return html`${picker}${files.length > 0 && html`<ul class="govuk-list">${files.map((one) => renderFile(shown.path, one))}</ul>`}`;
}

const renderFile = (path: string, one: FileAnswer): Html =>
  html`<li>${sayFile(one)} ${button({ text: 'Quitar', hiddenText: one.name, kind: 'secondary', name: 'accion', value: `quitar-archivo:${path}:${one.id}` })}</li>`;
