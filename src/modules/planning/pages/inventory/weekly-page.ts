import { sayInstant } from '#kernel/clock.ts';
import { button, checkboxes, errorSummary, insetText, postForm, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { WeeklySource } from '../../store/weekly-sources.ts';

/** What the page of the weekly reading shows. */
export type Shown = { readonly ctx: Context; readonly address: string; readonly watches: boolean; /** The entity's folder, below the data folder. */ readonly folder: string; readonly source: WeeklySource | undefined; readonly problem: string | undefined };

/** Asks where the new file is looked for every week. */
export const weeklyPage = ({ ctx, address, watches, folder, source, problem }: Shown): PageContent => ({
  title: 'Leer un archivo cada semana', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: '/plan/inventario/importacion', text: 'Subir un archivo' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#direccion', text: problem }])}<h1 class="govuk-heading-l">Leer un archivo cada semana</h1>
    <p class="govuk-body">El sistema busca el archivo, lo compara con el inventario y, si algo cambia, lo deja esperando a que alguien lo confirme. Nada entra por sí solo.</p>
    ${source && insetText(sayReading(source))}
    ${postForm({ csrf: ctx.csrf, body: html`
      ${textField({ id: 'direccion', name: 'direccion', label: 'Dirección del archivo', hint: 'Empieza con https:// y lleva al archivo del portal del Estado o a una planilla que cualquiera puede abrir. Déjela vacía para no usarla.', value: address, type: 'url', error: problem })}
      ${checkboxes({ id: 'carpeta', name: 'carpeta', label: 'Carpeta', values: watches ? ['si'] : [], options: [{ value: 'si', text: 'Leer el archivo más nuevo de la carpeta de la entidad', hint: html`Quien administra el servidor lo deja en <span class="app-code">${folder}</span>, dentro de la carpeta de datos.` }] })}
      ${button({ text: 'Guardar' })}` })}`,
});

/** When it was read last and will be read next, and what went wrong. */
export function sayReading({ lastAt, nextAt, problem }: WeeklySource): Html {
  return html`${lastAt === null ? 'Todavía no se leyó ningún archivo.' : `Se leyó por última vez el ${sayInstant(lastAt)}.`}${problem !== null && html` <strong>No salió bien:</strong> ${problem}`} La próxima vez será el ${sayInstant(nextAt)}.`;
}
