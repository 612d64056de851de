import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

/** Pages about the site itself, which the footer links to. */
export const sitePages: Readonly<Record<string, PageContent>> = {
  '/accesibilidad': {
    title: 'Accesibilidad', description: 'Cómo está hecho este sitio para que todas las personas puedan usarlo.',
    main: html`<h1 class="govuk-heading-l">Accesibilidad</h1>
      <p class="govuk-body">Este sitio está hecho para usarse con un teléfono sencillo, con teclado, con lector de pantalla, con letra grande y en papel. Ninguna página necesita JavaScript.</p>
      <p class="govuk-body">Seguimos las Pautas de Accesibilidad para el Contenido Web 2.2, nivel AA. Cada cambio se revisa con pruebas automáticas en un navegador a 360 y a 1440 píxeles de ancho; una revisión con personas usuarias está pendiente.</p>
      <h2 class="govuk-heading-m">Si algo no le funciona</h2><p class="govuk-body">Cuéntenos en <a class="govuk-link" href="/contacto">Contacto</a> qué quiso hacer y con qué equipo. Mientras tanto puede pedir que le atiendan en la ventanilla de la entidad.</p>`,
  },
  '/privacidad': {
    title: 'Privacidad', description: 'Qué datos se guardan, para qué, y cómo ver quién los consultó.',
    main: html`<h1 class="govuk-heading-l">Privacidad</h1>
      <p class="govuk-body">Guardamos lo que usted escribe y adjunta en una solicitud, y lo que su identidad digital confirma de usted: nombre, documento, fecha de nacimiento, correo y celular. Se usa para atender esa solicitud y para nada más.</p>
      <ul class="govuk-list govuk-list--bullet"><li>No hay publicidad, ni rastreadores, ni estadísticas de terceros.</li>
        <li>Las cookies son las indispensables: la de su sesión, la que protege los formularios, la que muestra un aviso una sola vez y las que recuperan lo que escribió si su sesión terminó antes de enviarlo.</li>
        <li>Lo que escribió cuando su sesión ya había terminado se guarda cifrado durante 30 minutos, solo para usted y en el mismo navegador; después se borra.</li>
        <li>Cada vez que un servidor público abre su expediente queda registrado, y usted lo puede ver en la página de su trámite.</li>
        <li>La página pública de un documento muestra solo lo que el documento declara público.</li></ul>
      <p class="govuk-body">Fundamento: Constitución Política del Estado, arts. 21.2 y 130 (por confirmar por cada entidad en su aviso propio).</p>`,
  },
  '/codigo-abierto': {
    title: 'Código abierto', description: 'Este sitio es software libre.',
    main: html`<h1 class="govuk-heading-l">Código abierto</h1>
      <p class="govuk-body">Ventanilla es software libre: cualquier entidad puede usarlo, estudiarlo, cambiarlo y compartirlo.</p>
      <h2 class="govuk-heading-m" id="licencia">Licencia</h2><p class="govuk-body">Licencia Pública de la Unión Europea (EUPL) 1.2. El texto completo viene con el código, en el archivo <span class="app-code">LICENSE</span>.</p>`,
  },
  '/contacto': {
    title: 'Contacto', description: 'A quién acudir según lo que necesita.',
    main: html`<h1 class="govuk-heading-l">Contacto</h1>
      <h2 class="govuk-heading-m">Sobre un trámite</h2><p class="govuk-body">Cada trámite lo atiende su entidad: en la <a class="govuk-link" href="/tramites">ficha del trámite</a> están sus oficinas, horarios y teléfono. Tenga a mano el número de su solicitud.</p>
      <h2 class="govuk-heading-m">Sobre este sitio</h2><p class="govuk-body">Si una página falla, anote el código que muestra y comuníquelo a quien administra el sitio en su entidad.</p>
      <h2 class="govuk-heading-m">Si encontró una falla de seguridad</h2><p class="govuk-body">Siga las indicaciones de <a class="govuk-link" href="/.well-known/security.txt">security.txt</a>. Gracias por avisar antes de publicarla.</p>`,
  },
  '/api': {
    title: 'Interfaz para programas (API)', description: 'Cómo consultar el catálogo desde un programa.',
    main: html`<h1 class="govuk-heading-l">Interfaz para programas (API)</h1>
      <p class="govuk-body">El catálogo se puede consultar desde un programa, sin cuenta ni clave. Los errores llegan como <span class="app-code">application/problem+json</span> con un código que no cambia.</p>
      <ul class="govuk-list govuk-list--spaced"><li><a class="govuk-link" href="/openapi.json">Descripción de la API (OpenAPI 3.1)</a></li>
        <li><a class="govuk-link" href="/catalogo.jsonld">Catálogo en CPSV-AP 3.2, JSON-LD</a></li><li><a class="govuk-link" href="/catalogo.ttl">Catálogo en CPSV-AP 3.2, Turtle</a></li>
        <li><a class="govuk-link" href="/catalogo.gobbo.jsonl">Catálogo en la forma del portal de trámites del Estado</a></li></ul>`,
  },
};
