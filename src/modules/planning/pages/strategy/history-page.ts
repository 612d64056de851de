import { sayInstant } from '#kernel/clock.ts';
import { button, details, hiddenField, pagination, postForm } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { headingOf, type Section } from '../../domain/strategy/guide.ts';
import { changesOf } from '../../domain/strategy/words.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import type { TextRevision } from '../../store/strategy/texts.ts';
import { sectionHref } from './addresses.ts';
import { diffOf } from './diff.ts';

/** What the history of a section shows. The last of `revisions` is there to be compared with, where `more` follow. */
export type HistoryShown = { readonly ctx: Context; readonly strategy: Strategy; readonly section: Section; readonly revisions: readonly TextRevision[]; readonly more: boolean; readonly mayWrite: boolean };

/** Every state that a section has had, the newest first, with what changed in each. */
export function historyPage(shown: HistoryShown): PageContent {
  const { strategy, section, revisions, more } = shown, listed = more ? revisions.slice(0, -1) : revisions;
  return {
    title: 'Historia', section: '/plan', noIndex: true, backLink: { href: sectionHref(strategy.id, section.id), text: headingOf(section) },
    main: html`<span class="govuk-caption-l">${headingOf(section)}</span><h1 class="govuk-heading-l">Historia</h1>
      ${listed.length === 0 && html`<p class="govuk-body">Nadie ha escrito todavía en esta parte.</p>`}${listed.map((one, at) => revisionOf(shown, one, revisions[at + 1]?.body ?? '', at === 0))}
      ${pagination(more ? { next: `${sectionHref(strategy.id, section.id, '/historia')}?antes=${listed.at(-1)?.revision ?? 0}` } : {})}`,
  };
}

function revisionOf({ ctx, strategy, section, revisions, mayWrite }: HistoryShown, { revision, body, at, name }: TextRevision, before: string, isFirst: boolean): Html {
  const newest = revisions[0]?.revision ?? 0, isCurrent = isFirst && ctx.query.antes === undefined;
  return html`<h2 class="govuk-heading-s">${sayInstant(at)}, ${name}</h2>${body === before ? html`<p class="govuk-body">No cambió el texto.</p>` : diffOf(changesOf(before, body))}
    ${!isCurrent && mayWrite && details({ summary: html`Ver el texto de entonces<span class="govuk-visually-hidden">: ${sayInstant(at)}</span>`, body: html`<p class="govuk-body app-diff">${body === '' ? 'Estaba vacía.' : body}</p>${postForm({ csrf: ctx.csrf, action: `${sectionHref(strategy.id, section.id, '/restauracion')}`, body: html`${hiddenField('revision', revision)}${hiddenField('desde', newest)}${button({ text: 'Volver a este texto', kind: 'secondary' })}` })}` })}`;
}
