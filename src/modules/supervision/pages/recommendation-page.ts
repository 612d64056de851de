import { sayBytes } from '#modules/documents/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { localDateOf, parseLocalDate, sayDay, sayInstant } from '#kernel/clock.ts';
import { buttonGroup, insetText, linkButton, summaryList, table, tag, timeline, type TimelineEntry } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { actForms, partForms } from '../content/forms.ts';
import { sayAnswer } from '../content/say.ts';
import { didOf, type ActKey } from '../domain/follow-up/acts.ts';
import { evidenceFiles, fileField, type EvidenceFile } from '../domain/follow-up/evidence-file.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { isClosed, stateRows } from '../domain/follow-up/states.ts';
import { rowsOf, textOf, type Part } from '../domain/parts.ts';
import type { Fact } from '../store/facts.ts';
import { actHref, actName, examinationHref, recommendationHref } from './addresses.ts';
import { evidenceList, exampleNote, exampleTag, explained, sayDue, stateTag } from './words.ts';

/** What the page of a recommendation shows. */
export type Recommended = {
  readonly standing: Standing; readonly examinedName: string; readonly examinerName: string; readonly facts: readonly Fact[]; readonly may: readonly ActKey[]; readonly findings: readonly Part[]; readonly children: readonly Standing[]; readonly nameOf: (entityId: string) => string;
};

/** A recommendation and its follow-up: where it stands, whose turn it is and by when, what can be done, and everything that happened. */
export function recommendationPage(shown: Recommended): PageContent {
  const { standing, examinedName, facts, may, children } = shown, plan = facts.findLast(({ act }) => act === 'plan')?.detail;
  return {
    title: `Recomendación ${standing.code}`, section: '/control', noIndex: true, backLink: { href: examinationHref(standing.examinationId), text: 'Informe' },
    main: html`<span class="govuk-caption-l">Informe ${standing.reportNumber} · ${examinedName}</span><h1 class="govuk-heading-l">Recomendación ${standing.code}</h1>
      <p class="govuk-body">${stateTag(standing.state)}${standing.overdue && html` ${tag({ text: 'Vencida', colour: 'red' })}`}${exampleTag(standing.example)}</p>
      <p class="govuk-body-l">${textOf(standing.answers, 'texto')}</p>${exampleNote(standing.example)}${turn(shown)}
      ${may.length > 0 && buttonGroup(may.map((act, place) => linkButton({ href: actHref(standing.id, act), text: actName(act), ...(place === 0 ? {} : { kind: act === 'close' ? 'warning' as const : 'secondary' as const }) })))}
      ${children.length > 0 && childrenTable(children)}${facts.length > 0 && plan && planTable(plan)}${about(shown)}
      ${facts.length > 0 && html`<h2 class="govuk-heading-m">Lo que pasó</h2>${timeline(facts.map((fact) => entryOf(shown, fact)))}`}`,
  };
}

function turn({ standing, examinedName, examinerName }: Recommended): Html {
  const { state, due, isParent } = standing, whose = stateRows[state].turn;
  if (isParent) return html`<p class="govuk-body">Reúne a otras recomendaciones: está donde está la menos avanzada, y se cierra cuando todas se cierran.</p>`;
  if (whose === 'nobody') return html``;
  return html`<p class="govuk-body">Le toca a <strong>${whose === 'examiner' ? examinerName : examinedName}</strong>${due && html`, hasta el ${sayDue(standing)}`}.</p>${explained(due)}${due?.term !== undefined && due.term.rule.norm === undefined && insetText('Plazo por confirmar: es el que fijó quien examina, y no se conoce una norma que lo establezca.')}`;
}

const childrenTable = (children: readonly Standing[]): Html => table({ caption: 'Recomendaciones que reúne', cards: true, head: ['Código', 'Recomendación', 'Estado', 'Para cuándo'], rows: children.map((one) => [html`<a class="govuk-link" href="${recommendationHref(one.id)}">${one.code}</a>`, textOf(one.answers, 'texto'), stateTag(one.state), sayDue(one)]) });

const planTable = (plan: Answers): Html => table({
  caption: 'Plan de acción', cards: true, head: ['Qué se hará', 'Causa que atiende', 'Meta', 'Responsable', 'Comienza', 'Termina'], rows: rowsOf(plan, 'acciones').map((row) => [
    textOf(row, 'actividad'), textOf(row, 'causa') || '—', `${textOf(row, 'cantidad').replace('.', ',')} ${textOf(row, 'unidad')}`, textOf(row, 'responsable'), sayWritten(row, 'inicio'), sayWritten(row, 'fin'),
  ]),
});

const sayWritten = (answers: Answers, name: string): string => { const day = parseLocalDate(textOf(answers, name)); return day === undefined ? '—' : sayDay(day); };

function about({ standing, findings }: Recommended): Html {
  const { answers, notifiedAt } = standing;
  const rows: readonly (readonly [string, Child])[] = [
    ['Responde a', findings.length > 0 && html`<ul class="govuk-list">${findings.map(({ code, answers: found }) => html`<li><a class="govuk-link" href="${examinationHref(standing.examinationId)}#${code}">${code}</a>: ${textOf(found, 'condicion')}</li>`)}</ul>`],
    ['Tipo', sayAnswer(partForms.recommendation, answers, 'tipo')], ['Prioridad', sayAnswer(partForms.recommendation, answers, 'prioridad')], ['Norma', textOf(answers, 'norma')],
    ['Notificada', notifiedAt !== null && sayDay(localDateOf(notifiedAt))], ['Nota nuestra', textOf(answers, 'nota')],
  ];
  return summaryList(rows.filter(([, value]) => Boolean(value)).map(([key, value]) => ({ key, value })));
}

function entryOf({ standing, nameOf }: Recommended, fact: Fact): TimelineEntry {
  const { act, at, byName, byEntityId, detail, state } = fact;
  return { title: didOf(act), when: html`${sayInstant(at)} · ${byName}${textOf(detail, 'firmante') && `, ${textOf(detail, 'firmante')}`} · ${nameOf(byEntityId)}`, kind: isClosed(state) && state !== 'closed_implemented' ? 'refused' : state === 'not_accepted' ? 'attention' : 'done', body: said(standing.id, fact) };
}

// What was written, in the words of its form; the plan has a table of its own.
function said(id: string, { act, detail }: Fact): Child {
  if (act === 'issue' || act === 'notify' || act === 'plan') return false;
  const form = actForms[act], fields = form.pages.flatMap((page) => page.fields.filter(({ fields: rows, id: field }) => rows === undefined && field !== 'firmante' && field !== fileField));
  const lines = fields.map(({ id: field, label }) => [label.es, sayAnswer(form, detail, field)] as const).filter(([, value]) => value !== '');
  return html`${lines.map(([label, value]) => html`<p class="govuk-body"><span class="app-muted">${label.endsWith('?') ? label : `${label}:`}</span> ${value}</p>`)}${evidenceList(detail)}${evidenceFiles(detail).map((file) => fileLine(id, file))}`;
}

const hashShown = 12;

// A file with what tells it from another: how big it is, and how the SHA-256 of its bytes begins.
const fileLine = (id: string, { id: file, name, bytes, sha256 }: EvidenceFile): Html => html`<p class="govuk-body"><a class="govuk-link" href="${recommendationHref(id, `/archivos/${file}`)}" download>${name}</a> <span class="app-muted">${sayBytes(bytes)}, SHA-256 <span class="app-code">${sha256.slice(0, hashShown)}…</span></span></p>`;
