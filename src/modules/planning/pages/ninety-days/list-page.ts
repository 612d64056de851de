import { sayDay } from '#kernel/clock.ts';
import { emptyState, linkButton, table } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { ProgrammeLine } from '../../store/ninety-days/programmes.ts';
import { programmeHref } from './addresses.ts';

/** The programmes of ninety days of an entity. */
export const programmesPage = ({ entity, programmes, mayWrite }: { readonly entity: { readonly name: string }; readonly programmes: readonly ProgrammeLine[]; readonly mayWrite: boolean }): PageContent => ({
  title: 'Programa de 90 días', section: '/plan', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Programa de 90 días</h1>
    <p class="govuk-body">Diez pasos para empezar a ofrecer trámites en línea, con responsables, fechas, presupuesto y resultados que se miden.</p>
    ${programmes.length === 0
    ? emptyState({ title: 'Todavía no hay un programa', body: mayWrite ? 'Elija el día en que empieza: los diez pasos aparecen con sus fechas propuestas.' : 'Aparecerá aquí cuando la unidad responsable lo inicie.' })
    : table({
      caption: 'Programas de la entidad', captionHidden: true, cards: true, firstCellNames: true, head: ['Programa', 'Empieza', 'Pasos terminados'],
      rows: programmes.map(({ id, name, start, done }) => [html`<a class="govuk-link" href="${programmeHref(id)}">${name}</a>`, sayDay(start), `${done} de 10`]),
    })}
    ${mayWrite && linkButton({ href: '/plan/noventa-dias/nuevo', text: programmes.length === 0 ? 'Iniciar un programa' : 'Iniciar otro programa' })}
    <p class="govuk-body-s app-muted">El orden de los pasos y la estructura propuesta son los de «10 pasos para iniciar la digitalización de trámites y servicios de un Gobierno eficiente» (cívicadigital). Las fechas propuestas son de este sistema.</p>`,
});
