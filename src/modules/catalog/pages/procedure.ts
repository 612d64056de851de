import { breadcrumbs, details, insetText, linkButton, summaryList, table, tag } from '#kernel/html/components.ts';
import { html, safeHref, trusted, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';
import type { PublishedProcedure } from '../domain/package.ts';
import { latestFees, sayChannels, sayDuration, sayFee, sayRequirement, saySource } from '../domain/say.ts';
import type { Procedure } from '../domain/types.ts';
import { nameOf, type Vocabulary } from '../domain/vocabulary.ts';
import { feesSection, lawSection, outputSection, placesSection, requirementsSection, stepsSection, termsSection } from './sections.ts';

/** A procedure: the first screen answers what, for whom, with what, how much, how long, where, and how to begin; the rest is below. */
export function procedurePage({ procedure, runsHere }: PublishedProcedure, vocabulary: Vocabulary, jsonLdHref: string): PageContent {
  return {
    title: procedure.name, section: '/tramites', description: procedure.summary,
    head: trusted(`<link rel="alternate" type="application/ld+json" href="${jsonLdHref}">`),
    main: html`${breadcrumbs([{ href: '/', text: 'Inicio' }, { href: '/tramites', text: 'Trámites' }, { text: procedure.name }])}
<h1 class="govuk-heading-l">${procedure.name}</h1>
<p class="govuk-body-l">${procedure.summary}</p>
${summaryList([
  { key: 'Para quién', value: procedure.audience.map((key) => nameOf(vocabulary.audiences, key)).join(', ') || unknown },
  { key: 'Qué necesita', value: needs(procedure) },
  { key: 'Cuánto cuesta', value: costs(procedure) },
  { key: 'Cuánto tarda', value: lasts(procedure) },
  { key: 'Dónde', value: html`${sayChannels(procedure, runsHere)}<br><a class="govuk-link" href="/entidades/${procedure.entity.key}">${procedure.entity.name}</a>` },
])}
${startButton(procedure, runsHere)}
${insetText(html`${saySource(procedure.source)}${procedure.source.url !== undefined && html` <a class="govuk-link" href="${safeHref(procedure.source.url)}" rel="external">Ver la ficha original</a>`}`)}
${[outputSection(procedure), requirementsSection(procedure), stepsSection(procedure, runsHere), feesSection(procedure), termsSection(procedure), placesSection(procedure, vocabulary), lawSection(procedure), notesSection(procedure)]}
${ourDecisions(procedure)}`,
  };
}

const unknown = 'Por confirmar: la fuente no lo dice';
const firstScreenItems = 4;

function needs({ requirements }: Procedure): Child {
  if (requirements.length === 0) return unknown;
  const first = requirements.slice(0, firstScreenItems).map((one) => html`<li>${sayRequirement(one)}</li>`);
  return html`<ul class="govuk-list govuk-list--bullet">${first}</ul>${requirements.length > firstScreenItems && html`<a class="govuk-link" href="#requisitos">Ver los ${requirements.length} requisitos</a>`}`;
}

function lasts({ duration }: Procedure): Child {
  if (duration === undefined) return unknown;
  return html`${sayDuration(duration)}${duration.note !== undefined && html`<br><span class="app-small app-muted">${duration.note}</span>`}`;
}

function costs({ free, fees }: Procedure): Child {
  const current = latestFees(fees);
  if (free === true) return 'Gratuito';
  if (current.length === 0) return unknown;
  const first = current.slice(0, firstScreenItems).map((fee) => html`<li>${fee.concept}: <strong>${sayFee(fee)}</strong></li>`);
  return html`<ul class="govuk-list">${first}</ul>${current.length > firstScreenItems && html`<a class="govuk-link" href="#aranceles">Ver todos los montos</a>`}`;
}

// Only what runs here can be started here; everything else goes to where the source said it is done.
function startButton({ slug, channels, source }: Procedure, runsHere: boolean): Html {
  if (runsHere) return linkButton({ href: `/tramites/${slug}/iniciar`, text: 'Iniciar el trámite', start: true });
  const online = channels.find((one) => one.url !== undefined)?.url;
  if (online !== undefined) return html`${linkButton({ href: online, text: 'Ir al sitio de la entidad', kind: 'secondary' })}<p class="govuk-body app-small app-muted">Este trámite no se hace aquí. El enlace es el que la entidad publicó; puede haber cambiado.</p>`;
  return html`<p class="govuk-body">${tag({ text: 'No se hace aquí', colour: 'grey' })} Acuda a la entidad${source.url === undefined ? '' : ' o mire su ficha original'}.</p>`;
}

const notesSection = ({ notes }: Procedure): Html => html`${notes.length > 0 && html`<h2 class="govuk-heading-m" id="notas">Tenga en cuenta</h2><ul class="govuk-list govuk-list--bullet">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;

/** What we decided where the source is silent, so that nobody takes it for a rule of the entity. */
function ourDecisions({ decisions, fees, terms, requirements, silence, retention }: Procedure): Html {
  const marked = [
    ...decisions.map((one) => [one.about, one.reason] as const),
    ...[...fees.map((one) => [one.concept, one] as const), ...Object.values(terms).map((one) => [one.title, one] as const), ...requirements.map((one) => [one.name, one] as const),
      ['Silencio de la administración', silence] as const, ['Conservación del expediente', retention ?? {}] as const]
      .flatMap(([about, one]) => ('decided' in one && one.decided ? [[about, one.reason ?? ''] as const] : [])),
  ];
  if (marked.length === 0) return html``;
  return details({ summary: 'Qué decidimos donde la fuente no dice', body: table({ caption: 'Decisiones propias', captionHidden: true, head: ['Sobre', 'Motivo'], rows: marked.map(([about, reason]) => [aboutNames[about] ?? capital(about), reason]) }) });
}

const aboutNames: Readonly<Record<string, string>> = { fees: 'Aranceles', free: 'Costo', terms: 'Plazos', requirements: 'Requisitos', silence: 'Silencio', output: 'Resultado', retention: 'Conservación' };
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
