import type { FailedLetter } from '#modules/notifications/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { button, emptyState, postForm, table, tag } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { TroubledMessage } from '#kernel/outbox/index.ts';
import { shownMax, type State } from '../actions/look.ts';
import type { Check } from '../domain/check.ts';
import { sayTopic } from '../domain/topics.ts';
import { sayWhy } from '../domain/why.ts';

const home = '/administracion/estado';

/** How everything is: the parts of the installation, the messages that do not get through, the letters that did not go out. */
export const statePage = (state: State, csrf: Html): PageContent => ({
  title: 'Estado del sistema', noIndex: true, width: 'wide', section: home,
  main: html`<h1 class="govuk-heading-l">Estado del sistema</h1>
<p class="govuk-body-l">${sayAll(state)}</p>
${table({ caption: 'La instalación', head: ['Asunto', 'Estado', 'Cómo está'], cards: true, firstCellNames: true, rows: attentionFirst(state.checks).map(checkRow) })}
<h2 class="govuk-heading-m">Mensajes que no llegan</h2>
${messages(state, csrf)}
<h2 class="govuk-heading-m">Correos que no salieron</h2>
${letters(state.letters, csrf)}`,
});

/** The whole in a sentence: nothing to do, or how many things ask for something. */
function sayAll({ checks, late, givenUp, letters: failed }: State): string {
  const count = checks.filter(({ isGood }) => !isGood).length + [late.length + givenUp.length, failed.length].filter((some) => some > 0).length;
  if (count === 0) return 'Todo está bien. No hay nada que atender.';
  return count === 1 ? 'Hay un asunto que atender.' : `Hay ${count} asuntos que atender.`;
}

/** What needs attention comes first; otherwise the order stays, so that a line is found where it always is. */
const attentionFirst = (checks: readonly Check[]): readonly Check[] => checks.toSorted((a, b) => Number(a.isGood) - Number(b.isGood));

const checkRow = (check: Check): readonly Child[] => [
  check.about, check.isGood ? tag({ text: 'Bien', colour: 'green' }) : tag({ text: 'Atender', colour: 'orange' }),
  check.isGood ? check.says : html`${check.says}<br><strong>Qué hacer:</strong> ${check.next}`,
];

function messages({ late, givenUp }: State, csrf: Html): Html {
  if (late.length + givenUp.length === 0) return emptyState({ title: 'Todos los mensajes llegan', body: 'Lo que pasa en los trámites se cuenta a quien corresponde sin demora.' });
  return html`<p class="govuk-body">Lo que pasa en un trámite se cuenta con mensajes internos. Estos esperan más de cinco minutos, o se dejaron de intentar después de muchas veces.</p>
${table({
    caption: 'Mensajes que no llegan', captionHidden: true, head: ['Para qué es', 'Desde', 'Intentos', 'Qué pasó', ''], cards: true, firstCellNames: true,
    rows: [...givenUp.slice(0, shownMax).map((one) => messageRow(one, retryForm(one, csrf))), ...late.slice(0, shownMax).map((one) => messageRow(one, 'Se sigue intentando'))],
  })}${(late.length > shownMax || givenUp.length > shownMax) && more}`;
}

const messageRow = ({ topic, since, attempts, error }: TroubledMessage, act: Child): readonly Child[] => [sayTopic(topic), sayInstant(since), attempts, sayWhy(error), act];

const retryForm = ({ id, topic }: TroubledMessage, csrf: Html): Html =>
  actForm(csrf, `mensajes/${id}/reintento`, 'Volver a intentar', `el mensaje ${id}: ${sayTopic(topic)}`);

function letters(failed: readonly FailedLetter[], csrf: Html): Html {
  if (failed.length === 0) return emptyState({ title: 'Ningún correo se quedó sin salir', body: 'Así fue en los últimos treinta días.' });
  return html`<p class="govuk-body">Son los de los últimos treinta días. Cada aviso está en el buzón de la persona; lo que faltó es el correo.</p>
${table({
    caption: 'Correos que no salieron', captionHidden: true, head: ['Asunto', 'Para', 'Se dejó de intentar', 'Por qué', ''], cards: true, firstCellNames: true,
    rows: failed.slice(0, shownMax).map((one) => [one.subject, one.to, sayInstant(one.givenUpAt), one.problem, resendForm(one, csrf)]),
  })}${failed.length > shownMax && more}`;
}

const resendForm = ({ id, subject, to }: FailedLetter, csrf: Html): Html =>
  actForm(csrf, `correos/${id}/envio`, 'Enviar otra vez', `«${subject}» a ${to}`);

/** One button; `hiddenText` says to a screen reader what it is about. */
const actForm = (csrf: Html, to: string, text: string, hiddenText: string): Html =>
  postForm({ csrf, action: `${home}/${to}`, body: html`<span class="app-nowrap">${button({ text, kind: 'secondary', hiddenText })}</span>` });

const more = html`<p class="govuk-body">Hay más: aparecerán a medida que atienda estos.</p>`;
