import { casesOf, draftsOf, getDefinition, readCaseKey, sayCaseKey, statusTag, type CaseLine, type Draft } from '#modules/cases/index.ts';
import { sayDay, sayInstant, localDateOf, parseLocalDate } from '#kernel/clock.ts';
import { emptyState, pagination, summaryList, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { applicantOf } from '../applicant.ts';
import { draftHref } from '../drafts/open-draft.ts';

const pageSize = 20;

/** `GET /mis-tramites`: what is begun and what was sent, the newest first. */
export async function showMyCases(ctx: Context): Promise<Answer> {
  const person = applicantOf(ctx);
  const before = readCaseKey(ctx.query.antes);
  const [drafts, cases] = await Promise.all([before ? [] : draftsOf(ctx.db, person.id), casesOf(ctx.db, person.id, pageSize + 1, before)]);
  const names = await Promise.all(drafts.map(async (draft) => (await getDefinition(ctx.db, draft.procedureId, draft.version)).name));
  const shown = cases.slice(0, pageSize);
  const last = shown.at(-1);
  return page({
    title: 'Mis trámites', section: '/mis-tramites',
    main: html`<h1 class="govuk-heading-l">Mis trámites</h1>
      ${drafts.length > 0 && draftList(drafts, names)}
      ${drafts.length === 0 && shown.length === 0 && !before ? nothing : caseList(shown)}
      ${pagination({ ...(before ? { first: '/mis-tramites' } : {}), ...(cases.length > pageSize && last ? { next: `/mis-tramites?antes=${sayCaseKey(last)}` } : {}) })}`,
  });
}

const nothing = emptyState({ title: 'Todavía no tiene trámites', body: 'Cuando empiece uno, aquí verá cómo va y qué le toca hacer.', action: { href: '/tramites', text: 'Buscar un trámite' } });

const draftList = (drafts: readonly Draft[], names: readonly string[]): Html => html`<h2 class="govuk-heading-m">Sin enviar</h2>${summaryList(drafts.map((draft, index) => ({
  key: html`<a class="govuk-link" href="${draftHref(draft.id)}">${names[index]}</a>`,
  value: `Guardado el ${sayInstant(draft.updatedAt)}`,
  action: { href: `${draftHref(draft.id)}/descarte`, text: 'Descartar', hiddenText: `el borrador de ${names[index] ?? ''}` },
})))}`;

const caseList = (cases: readonly CaseLine[]): Html => (cases.length === 0 ? html`` : table({
  caption: 'Enviados', head: ['Número', 'Trámite', 'Cómo está', 'Fecha'], cards: true, firstCellNames: true,
  rows: cases.map((line) => [
    html`<a class="govuk-link app-nowrap" href="/mis-tramites/${line.id}">${line.number}</a>`, line.title,
    statusTag(line.status, 'applicant'), dates(line),
  ]),
}));

function dates(line: CaseLine): Html {
  const due = line.due === null ? undefined : parseLocalDate(line.due);
  return html`Enviado el ${sayDay(localDateOf(line.submittedAt))}${due && html`<br><span class="app-muted">La entidad debe responder hasta el ${sayDay(due)}</span>`}`;
}
