import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';
import { onePagePdf } from './one-page-pdf.ts';
import { formOf, type Caller } from './people.ts';
import type { RawAnswer } from './raw-request.ts';

/** Procedures as their applicants and officers go through them, one request after another and without a browser. Each step gives what it made. */

const patienceMillis = 20_000, pollMillis = 60;

/** What somebody answers who applies: the pages without files, and the page with its one file. */
export type Application = { readonly slug: string; readonly pages: Readonly<Record<string, Readonly<Record<string, string>>>>; readonly upload: { readonly page: string; readonly field: string } };

/** A simple copy of a document, paid by QR. */
export const copy = {
  slug: 'copias-simples', upload: { page: 'respaldos', field: 'carta' },
  pages: {
    solicitante: { correo: 'rosa.mamani@ejemplo.bo', celular: '71234567', calidad: 'propio' },
    documento: { tipo_documento: 'declaracion', numero_documento: '2024/201/C-1', gestion: '2024', descripcion: 'Declaración de importación de un vehículo.' },
  },
} as const satisfies Application;

/** A booklet for a driver, who comes to an appointment. */
export const booklet = {
  slug: 'libreta-de-tripulante-terrestre', upload: { page: 'documentos', field: 'cedula' },
  pages: { tripulante: { correo: 'rosa.mamani@ejemplo.bo', celular: '71234567', funcion: 'conductor', transporte: 'carga' }, empresa: { modalidad: 'propia' } },
} as const satisfies Application;

/** Begins an application; gives the draft's id, which is the case's too. */
export async function startDraft(applicant: Caller, { slug }: Application = copy): Promise<string> {
  return idIn(await press(applicant, `/tramites/${slug}/iniciar`), /^\/solicitudes\/([0-9a-f-]{36})$/);
}

/** Fills every page of a draft; `mark` makes the file another one. */
export async function fillDraft(applicant: Caller, id: string, mark = '', application: Application = copy): Promise<void> {
  for (const [page, fields] of Object.entries(application.pages)) wentOn(await press(applicant, `/solicitudes/${id}/pagina/${page}`, fields), page);
  wentOn(await uploadLetter(applicant, id, mark, application), application.upload.page);
}

/** Uploads the one file that an application asks for. */
export const uploadLetter = (applicant: Caller, id: string, mark = '', { upload: { page, field } }: Application = copy): Promise<RawAnswer> =>
  applicant.send({ method: 'POST', path: `/solicitudes/${id}/pagina/${page}`, ...partsOf([{ name: '_csrf', value: applicant.token }, { name: field, filename: `${field}.pdf`, value: onePagePdf(mark) }]) });

/** Hands a complete draft in. */
export const submit = (applicant: Caller, id: string): Promise<RawAnswer> => press(applicant, `/solicitudes/${id}/envio`);

/** An application from the start to its number. */
export async function apply(applicant: Caller, mark = '', application: Application = copy): Promise<string> {
  const id = await startDraft(applicant, application);
  await fillDraft(applicant, id, mark, application);
  return idIn(await submit(applicant, id), /^\/mis-tramites\/([0-9a-f-]{36})$/);
}

/** The open charge of a case, as soon as it has one. */
export async function awaitCharge(applicant: Caller, id: string): Promise<string> {
  const found = await until(async () => /\/pagos\/([0-9a-f-]{36})\/inicio/.exec((await applicant.send({ path: `/mis-tramites/${id}` })).text)?.[1]);
  invariant(found, `the case ${id} asks for a payment`);
  return found;
}

/** Opens the order of a charge; gives the address of the simulator's page. */
export async function openOrder(applicant: Caller, id: string): Promise<string> {
  const charge = await awaitCharge(applicant, id), opened = await press(applicant, `/mis-tramites/${id}/pagos/${charge}/inicio`);
  const transaction = /transaccion\/?\?id=([0-9a-f-]{36})/.exec(opened.headers.get('location') ?? '')?.[1];
  invariant(transaction, `an order opens: ${opened.status} ${opened.text.slice(0, 300)}`);
  return `/simulador/ppe/transaccion/${transaction}/pago`;
}

/** Pays the charge of a case at the simulator. */
export const pay = async (applicant: Caller, id: string): Promise<RawAnswer> => press(applicant, await openOrder(applicant, id), { accion: 'qr' });

/** The key of the open task of a case that this officer can see, as soon as there is one. */
export async function awaitTask(officer: Caller, id: string): Promise<string> {
  const found = await until(async () => /\/tareas\/([\w-]+)\/(?:toma|resolucion)/.exec((await officer.send({ path: `/escritorio/tramites/${id}` })).text)?.[1]);
  invariant(found, `the case ${id} has a task`);
  return found;
}

/** Takes the task of a case, answers it, and confirms where that is asked. */
export async function resolve(officer: Caller, id: string, outcome: string, fields: Fields = {}): Promise<RawAnswer> {
  const task = await awaitTask(officer, id), base = `/escritorio/tramites/${id}/tareas/${task}`;
  await press(officer, `${base}/toma`);
  return press(officer, `${base}/resolucion`, resolution(outcome, fields));
}

/** What an officer sends with an answer, already confirmed. */
export const resolution = (outcome: string, fields: Fields = {}): Fields =>
  ({ 'tarea-respuesta': outcome, 'tarea-confirmada': 'si', 'tarea-motivo': 'Conforme a lo revisado.', ...fields });

/** What the archive writes and uploads when it delivers the copy. */
export const foundDocument: Fields = { documento_hallado: 'DUI 2024/201/C-1', fojas: '3', copia: onePagePdf('Declaración de mercancías de importación') };

/** What is posted: texts, and the bytes of PDF files. */
export type Fields = Readonly<Record<string, string | Buffer>>;

/** Presses a button: posts a form with these fields; in parts where there are files. */
export const press = (caller: Caller, path: string, fields: Fields = {}): Promise<RawAnswer> =>
  caller.send({ method: 'POST', path, ...written({ _csrf: caller.token, ...fields }) });

/** Headers and body of a form with these fields; in parts where there are files. */
export function written(fields: Fields): ReturnType<typeof formOf> {
  const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  if (texts.length === Object.keys(fields).length) return formOf(Object.fromEntries(texts));
  return partsOf(Object.entries(fields).map(([name, value]) => ({ name, value, ...(typeof value === 'string' ? {} : { filename: `${name}.pdf` }) })));
}

/** Asks again and again until there is something to give back, for a while. */
export async function until<Found>(ask: () => Promise<Found | undefined>, millis = patienceMillis): Promise<Found | undefined> {
  for (const deadline = Date.now() + millis; Date.now() < deadline; await pause(pollMillis)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One part of a multipart body; with `filename` it is a file. */
export type SentPart = { readonly name: string; readonly filename?: string; readonly value: string | Buffer };

const boundary = 'ventanilla-prueba';

/** Headers and body of a multipart form. */
export function partsOf(parts: readonly SentPart[]): { readonly headers: { readonly 'content-type': string }; readonly body: Buffer } {
  const written = parts.flatMap(({ name, filename, value }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`, value, '\r\n',
  ]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: Buffer.concat([...written, `--${boundary}--\r\n`].map((part) => Buffer.from(part))) };
}

function wentOn(answer: RawAnswer, page: string): void {
  invariant(answer.status === 303, `the page ${page} is complete: ${answer.status} ${/govuk-error-summary[\s\S]{0,600}/.exec(answer.text)?.[0] ?? answer.text.slice(0, 300)}`);
}

/** The id in the address an answer leads to. */
function idIn(answer: RawAnswer, pattern: RegExp): string {
  const id = pattern.exec(answer.headers.get('location') ?? '')?.[1];
  invariant(id, `the answer leads on: ${answer.status} ${answer.headers.get('location') ?? answer.text.slice(0, 300)}`);
  return id;
}
