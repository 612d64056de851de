import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import type { Message, Messages } from '../domain/template.ts';
import { channelNames } from '../channels/index.ts';
import { readTemplates, warnOfNames, type Names } from './templates.ts';

/**
 * Reads messages.yaml: for each key a subject, a body, what the mail says and the channels. `known` are the names that the procedure's messages see
 * (ids of fields and of elements with a result); given, any other name is warned about. Never throws; codes read `messages.<name>`.
 */
export function parseMessages(text: string, file = 'messages.yaml', known?: readonly string[]): Checked<Messages> {
  const { root, faults } = readYaml(text, file, 'messages');
  const messages = root && (root.isNothing ? new Map<string, Message>() : readAll(root, known));
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : messages, faults };
}

function readAll(root: YamlValue, known: readonly string[] | undefined): Messages | undefined {
  if (!root.isMap) return root.fault('shape', 'El archivo no es una lista de mensajes.', 'Escriba, por ejemplo, «received:» y debajo «subject:» y «body:».');
  const read = [...root.members()].map(([key, written]) => [key, readKey(key, written) && readMessage(written, known)] as const);
  return new Map(read.flatMap(([key, message]) => (message ? [[key, message]] : [])));
}

function readKey(key: string, written: YamlValue): boolean {
  if (/^[a-z][a-z0-9_-]{0,59}$/.test(key)) return true;
  written.faultOfName('key', `«${key}» no sirve como clave de un mensaje.`, 'Use minúsculas sin acento, cifras y guiones, como «observed».');
  return false;
}

function readMessage(written: YamlValue, known: readonly string[] | undefined): Message | undefined {
  const { subject, body, mail, channels } = written.object(['subject', 'body', 'mail', 'channels']);
  const names: Names = { known };
  const heading = subject ? readTemplates(subject) : written.fault('subject', `Al mensaje «${written.path}» le falta el asunto.`, 'Escriba «subject: …».');
  const text = body ? readTemplates(body) : written.fault('body', `Al mensaje «${written.path}» le falta el texto.`, 'Escriba «body: …».');
  const outside = mail && readTemplates(mail), through = channels && readChannels(channels);
  if (subject && heading) warnOfNames(subject, heading, { ...names, isPublic: true });
  if (body && text) warnOfNames(body, text, names);
  if (mail && outside) warnOfNames(mail, outside, { ...names, isPublic: true });
  return heading && text && { subject: heading, body: text, ...(outside && { mail: outside }), ...(through && { channels: through }) };
}

const readChannels = (written: YamlValue): readonly string[] => written.items().map((item) => item.oneOf(channelNames)).filter((name) => name !== undefined);
