import { previousPage, renderPage, renderSummary, summarise, type Answers, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { insetText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { solutionForm } from '../../content/strategy-guide.ts';
import type { Chosen } from '../../domain/strategy/guide.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { solutionHref, strategyHref } from './addresses.ts';

/** One page of what is filled in of a solution: its stages, or what it will cost people. `theirs` is what somebody else saved while this was typed. */
export function solutionPage(ctx: Context, { id }: Strategy, { slug, name }: Chosen, shown: FormPage, answers: Answers, revision: number, { errors, entered, asksMore }: PostedState, theirs?: Answers): PageContent {
  const context = { now: ctx.now }, before = previousPage(solutionForm, shown.id, answers, context);
  return {
    title: shown.title.es, section: '/plan', noIndex: true, hasErrors: errors.length > 0, backLink: before ? { href: solutionHref(id, slug, before.id), text: 'Volver' } : { href: strategyHref(id), text: 'Estrategia' },
    main: renderPage(solutionForm, shown, answers, errors, {
      caption: name, csrf: ctx.csrf, lead: theirs && beside(ctx, shown, theirs), context, entered, asksMore, action: `${ctx.path}?revision=${revision}`,
      beside: html`<button type="submit" class="govuk-button govuk-button--secondary" name="accion" value="salir">Guardar y salir</button>`,
    }),
  };
}

const beside = ({ now }: Context, shown: FormPage, theirs: Answers): Html => html`${insetText(html`<strong>Otra persona guardó esta página mientras usted la llenaba.</strong> No se perdió nada: primero está lo que guardó, y debajo lo que escribió usted. Deje lo que deba quedar y guárdelo.`)}
  ${renderSummary(summarise(solutionForm, theirs, { now }).filter(({ page }) => page === shown.id), { headingLevel: 2 })}`;
