import { linkButton } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** The page that asks by which door to come in. `returnTo` is empty where the usual first page will do. */
export function doorsPage(returnTo: string, isStandIn: boolean): PageContent {
  const back = returnTo === '' ? '' : `?volver=${encodeURIComponent(returnTo)}`;
  return {
    title: 'Ingresar', noIndex: true, section: '/ingresar',
    main: html`<h1 class="govuk-heading-l">Ingresar</h1>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">Ciudadanas, ciudadanos y empresas</h2>
<p class="govuk-body">Ingrese con su cuenta de Ciudadanía Digital para hacer trámites y ver cómo avanzan.${isStandIn && ' En esta instalación responde un simulador.'}</p>
${linkButton({ href: `/ingresar/ciudadania${back}`, text: 'Ingresar con Ciudadanía Digital' })}
</div>
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">Servidoras y servidores públicos</h2>
<p class="govuk-body">Ingrese con el usuario que le dio la administración de su entidad.</p>
${linkButton({ href: `/ingresar/servidor${back}`, text: 'Ingresar como servidor público', kind: 'secondary' })}
</div>
</div>`,
  };
}
