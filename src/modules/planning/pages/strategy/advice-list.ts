import { html, type Html } from '#kernel/html/html.ts';
import type { Advice } from '../../domain/strategy/advice.ts';

/** Advice as a list: the reason, what to do, and where the guide asks for it. */
export const adviceList = (advice: readonly Advice[], where: (one: Advice) => Html = () => html``): Html => html`<ul class="govuk-list govuk-list--spaced">${advice.map((one) =>
  html`<li><strong>${one.reason}</strong> ${one.mend}${where(one)} <span class="app-small app-muted">Guía, ${one.source}.</span></li>`)}</ul>`;
