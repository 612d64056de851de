import type { Person } from '../access.ts';
import type { PageContent } from '../http/types.ts';
import { html, type Html } from './html.ts';

/** What is known of a failure. */
export type Failure = {
  readonly status: number;
  /** Under this id the log tells what happened; shown where the fault is ours. */
  readonly requestId: string;
  /** The sentence of a refusal, which already says what to do; it takes the place of the general one. */
  readonly sentence?: string | undefined;
  /** Stable code of the refusal: in the head, for programs and tests; people get the sentence. */
  readonly code?: string | undefined;
  /** Whoever is logged in; somebody who is not is shown the way in. */
  readonly person?: Pick<Person, 'name'> | undefined;
  /** Way in that comes back to where the person was; without it, the plain one. */
  readonly loginHref?: string | undefined;
  /** After how many seconds it is worth trying again. */
  readonly retryAfterSeconds?: number | undefined;
};

/** The page of a failure: what happened in plain words, and what to do next. Any status has one; the known ones say more. */
export function errorPage(failure: Failure): PageContent {
  const { status, sentence } = failure;
  const row = rows[status] ?? (status >= 500 ? ourFault : cannotDo);
  const first = sentence ?? row.says(failure);
  return {
    title: row.title,
    main: html`<h1 class="govuk-heading-l">${row.title}</h1><p class="govuk-body">${first}</p><p class="govuk-body">Qué puede hacer ahora:</p><ul class="govuk-list govuk-list--bullet">${nextSteps(row, failure).map((step) => html`<li>${step}</li>`)}</ul>${reference(failure)}`,
    noIndex: true,
    head: html`${failure.code && html`<meta name="ventanilla-refusal" content="${failure.code}">
`}`,
  };
}

type Row = { readonly title: string; readonly says: (failure: Failure) => string; readonly next: readonly Html[] };

const home = html`<a class="govuk-link" href="/">ir a la página de inicio</a>`;
const search = html`<a class="govuk-link" href="/tramites">buscar el trámite en el catálogo</a>`;
const contact = html`<a class="govuk-link" href="/contacto">escribirnos o llamarnos</a>, si el problema sigue`;

const cannotDo: Row = {
  title: 'No se pudo hacer lo que pidió',
  says: () => 'Lo que envió no se puede atender tal como está. No se guardó ningún cambio.',
  next: [html`volver a la página anterior, revisar los datos e intentar otra vez`, home, contact],
};

const ourFault: Row = {
  title: 'Tuvimos un problema',
  says: () => 'No es por algo que usted haya hecho. Lo que ya había guardado sigue guardado, y la falla quedó registrada para que la revisemos.',
  next: [html`esperar un minuto e intentar otra vez`, home, contact],
};

const rows: Readonly<Record<number, Row>> = {
  401: {
    title: 'Debe ingresar para ver esta página',
    says: () => 'Esta página es personal. Puede que su sesión haya terminado: por seguridad se cierra sola cuando pasa un tiempo sin uso. Lo que ya había guardado sigue guardado.',
    next: [home],
  },
  403: {
    title: 'No tiene permiso para ver esta página',
    says: () => 'Usted ingresó con una cuenta que no puede ver esta página o hacer esto.',
    next: [html`salir e ingresar con otra cuenta, si tiene más de una`, html`si es servidor público, pedir el permiso a quien administra el sitio en su entidad`, home],
  },
  404: {
    title: 'No encontramos esta página',
    says: () => 'Puede que la dirección esté mal escrita o incompleta, que la página ya no exista, o que haya que ingresar para verla.',
    next: [html`revisar la dirección, si la escribió o la copió`, search, home],
  },
  429: {
    title: 'Demasiados intentos seguidos',
    says: ({ retryAfterSeconds }) => `Desde su conexión llegaron muchos pedidos en poco tiempo, y por seguridad hicimos una pausa. ${waitSentence(retryAfterSeconds)}`,
    next: [html`esperar y volver a intentarlo`, home],
  },
  500: ourFault,
  503: {
    title: 'El sitio no está disponible en este momento',
    says: ({ retryAfterSeconds }) => `Estamos haciendo una tarea de mantenimiento o hay más visitas de las que podemos atender. Lo que ya había guardado sigue guardado. ${waitSentence(retryAfterSeconds)}`,
    next: [html`esperar y volver a cargar la página`, contact],
  },
};

function waitSentence(seconds: number | undefined): string {
  if (seconds === undefined) return 'Intente otra vez en unos minutos.';
  const minutes = Math.ceil(seconds / 60);
  return seconds < 90 ? `Intente otra vez en ${seconds} segundos.` : `Intente otra vez en ${minutes} minutos.`;
}

/** Where somebody is not logged in, that is the likeliest reason for a page not to be there. */
const nextSteps = (row: Row, { status, person, loginHref = '/ingresar' }: Failure): readonly Html[] =>
  status === 401 ? [html`<a class="govuk-link" href="${loginHref}">ingresar</a> y volver a intentarlo`, ...row.next] : (status === 404 && person === undefined ? [html`<a class="govuk-link" href="/ingresar">ingresar</a>, si la página es de un trámite suyo`, ...row.next] : row.next);

/** What to quote when asking for help, where the fault is ours. */
const reference = ({ status, requestId }: Failure): Html =>
  html`${status >= 500 && html`<p class="govuk-body">Si nos escribe, indique este número: <strong class="app-code">${requestId}</strong></p>`}`;
