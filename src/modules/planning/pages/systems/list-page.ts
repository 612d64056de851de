import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { button, emptyState, hiddenField, linkButton, postForm, statRow, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { NamedSystem, SystemLine } from '../../store/systems.ts';
import { systemHref } from './addresses.ts';

/** What the register of systems shows. */
export type Shown = { readonly ctx: Context; readonly entity: { readonly name: string }; readonly systems: readonly SystemLine[]; readonly unknown: readonly NamedSystem[]; readonly mayWrite: boolean };

/** The systems behind the procedures of an entity, and what entries name that nobody has registered. */
export function systemsPage(shown: Shown): PageContent {
  const { entity, systems, mayWrite } = shown, used = systems.filter(({ retiredOn }) => retiredOn === null), retired = systems.filter(({ retiredOn }) => retiredOn !== null);
  return {
    title: 'Sistemas de apoyo', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Sistemas de apoyo</h1>
      <p class="govuk-body">Los sistemas informáticos con los que la entidad atiende sus trámites, y con quién intercambian datos.</p>
      ${systems.length === 0 ? emptyState({ title: 'Todavía no hay sistemas registrados', body: mayWrite ? 'Registre el primero, o nombre en la ficha de cada trámite el sistema que lo apoya: aparecerá aquí para registrarlo.' : 'Aparecerán aquí cuando la unidad responsable los registre.' }) : numbers(used)}
      ${mayWrite && linkButton({ href: '/plan/sistemas/nuevo', text: 'Registrar un sistema' })}${unknownPanel(shown)}${listed('En uso', used)}${listed('Retirados', retired)}`,
  };
}

const numbers = (used: readonly SystemLine[]): Html => statRow([
  { value: String(used.length), label: used.length === 1 ? 'sistema en uso' : 'sistemas en uso' },
  { value: String(used.filter(({ interoperates }) => interoperates === true).length), label: 'intercambian datos' },
  { value: String(used.filter(({ interoperates }) => interoperates === null).length), label: 'de los que no se sabe' },
]);

function unknownPanel({ ctx, unknown, mayWrite }: Shown): Html {
  if (unknown.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Nombrados en fichas y sin registrar</h2>${table({
    caption: 'Sistemas sin registrar', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1], head: ['Sistema', 'Fichas que lo nombran', ...(mayWrite ? [''] : [])],
    rows: unknown.map(({ key, name, entries }) => [name, String(entries), ...(mayWrite ? [postForm({ csrf: ctx.csrf, action: '/plan/sistemas/nombrados', body: html`${hiddenField('clave', key)}${button({ text: 'Registrar', hiddenText: name, kind: 'secondary' })}` })] : [])]),
  })}`;
}

function listed(title: string, systems: readonly SystemLine[]): Html {
  if (systems.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">${title}</h2>${table({
    caption: title, captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1], head: ['Sistema', 'Trámites', 'Intercambia datos'],
    rows: systems.map((line) => [
      html`<a class="govuk-link" href="${systemHref(line.id)}">${line.name}</a>${line.aliases.length > 0 && html`<br><span class="app-small app-muted">También: ${line.aliases.join(', ')}</span>`}`,
      String(line.procedures), line.retiredOn === null ? exchange(line) : `Retirado el ${sayDate(line.retiredOn)}`,
    ]),
  })}`;
}

function exchange({ interoperates, since }: SystemLine): Html {
  if (interoperates === null) return html`<span class="app-muted">No se sabe</span>`;
  return interoperates ? html`${tag({ text: 'Sí', colour: 'green' })}${since !== null && html` desde el ${sayDate(since)}`}` : html`No`;
}

/** A day of the database in words. */
export function sayDate(written: string): string {
  const day = parseLocalDate(written);
  return day ? sayDay(day) : written;
}
