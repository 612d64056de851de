import { sayInstant } from '#kernel/clock.ts';
import { button, details, hiddenField, postForm, tag, textArea } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Section } from '../../domain/strategy/guide.ts';
import type { Note, Thread } from '../../domain/strategy/threads.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { sectionHref } from './addresses.ts';

/** What the comments of a section show. */
export type Comments = { readonly ctx: Context; readonly strategy: Strategy; readonly section: Section; readonly threads: readonly Thread[]; readonly commentProblem?: string | undefined };

/** What was said about a section, the open comments first, and a box to say something. */
export function commentsPanel({ ctx, strategy, section, threads, commentProblem }: Comments): Html {
  const action = sectionHref(strategy.id, section.id, '/comentarios'), typed = ctx.form.comentario;
  return html`<h2 class="govuk-heading-m">Comentarios</h2>${threads.length === 0 && html`<p class="govuk-body">Nadie ha comentado esta parte.</p>`}${threads.map((thread) => threadOf(ctx, action, thread))}
    ${postForm({ csrf: ctx.csrf, action, body: html`${key(ctx)}${textArea({ id: 'comentario', name: 'comentario', label: 'Comentar', rows: 3, value: commentProblem === undefined || typeof typed !== 'string' ? '' : typed, error: commentProblem })}${button({ text: 'Comentar', kind: 'secondary' })}` })}`;
}

// Drawn when the form is shown: pressing twice says it once.
const key = ({ now }: Context): Html => hiddenField('clave', newId(now));

function threadOf(ctx: Context, action: string, { id, isOpen, notes }: Thread): Html {
  const said = html`${notes.map(noteOf)}`, answer = html`${isOpen && postForm({ csrf: ctx.csrf, action, body: html`${key(ctx)}${hiddenField('hilo', id)}${textArea({ id: `respuesta-${id}`, name: 'comentario', label: 'Responder', rows: 2 })}<div class="govuk-button-group">${button({ text: 'Responder', name: 'accion', value: 'responder', kind: 'secondary' })}${button({ text: 'Dar por resuelto', name: 'accion', value: 'resolver', kind: 'secondary' })}</div>` })}
    ${!isOpen && postForm({ csrf: ctx.csrf, action, body: html`${key(ctx)}${hiddenField('hilo', id)}${button({ text: 'Abrir otra vez', name: 'accion', value: 'reabrir', kind: 'secondary' })}` })}`;
  return isOpen ? html`<div class="app-task">${said}${answer}</div>` : details({ summary: html`${tag({ text: 'Resuelto', colour: 'green' })} ${notes[0]?.name}: ${short(notes[0]?.body ?? '')}`, body: html`${said}${answer}` });
}

const noteOf = ({ kind, body, name, at }: Note): Html => html`<p class="govuk-body app-diff">${body}${body !== '' && html`<br>`}<span class="app-small app-muted">${acts[kind]}${name}, ${sayInstant(at)}</span></p>`;

const acts = { comment: '', reply: 'Respondió ', resolved: 'Lo dio por resuelto ', reopened: 'Lo abrió otra vez ' } as const satisfies Record<Note['kind'], string>;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
