import { button, buttonGroup, details, errorSummary, insetText, textField } from '#kernel/html/components.ts';
import { html, trusted, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';

// Whoever sees these pages must know at once that they are not the State's.
const standIn = insetText(html`<p class="govuk-body"><strong>Simulador de Ciudadanía Digital para demostración.</strong> Este no es el sitio oficial: no escriba aquí su contraseña verdadera.</p>`);

const framed = (title: string, body: Html, hasErrors = false): PageContent => ({
  title: `${title} (simulador)`, noIndex: true, hasErrors, section: '', main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${body}</div></div>`,
});

/** What the login page shows. `people` are those of the demonstration, with the password they share. */
export type LoginPage = {
  readonly action: string; readonly client: string; readonly number?: string | undefined; readonly fault?: string | undefined;
  readonly people: readonly { readonly documentNumber: string; readonly name: string }[]; readonly sharedPassword: string;
};

/** The login page of the stand-in. */
export function loginPage({ action, client, number, fault, people, sharedPassword }: LoginPage): PageContent {
  return framed('Ingresar con Ciudadanía Digital', html`
${fault && errorSummary([{ href: '#numero', text: fault }])}
${standIn}
<h1 class="govuk-heading-l">Ingresar con Ciudadanía Digital</h1>
<p class="govuk-body">${client} le pide identificarse.</p>
<form action="${action}" method="post" novalidate>
${textField({ id: 'numero', name: 'numero', label: 'Número de documento de identidad', hint: html`Con complemento después de un guion si lo tiene, por ejemplo <span class="app-nowrap">4567891-1A</span>`, value: number, error: fault, width: 20, autocomplete: 'username', spellcheck: false })}
${textField({ id: 'contrasena', name: 'contrasena', label: 'Contraseña', type: 'password', width: 20, autocomplete: 'current-password' })}
${buttonGroup(button({ text: 'Ingresar', name: 'hacer', value: 'ingresar' }), button({ text: 'Cancelar', name: 'hacer', value: 'cancelar', kind: 'secondary' }))}
</form>
${people.length > 0 && demoPeople(people, sharedPassword)}`, fault !== undefined);
}

const demoPeople = (people: LoginPage['people'], password: string): Html => details({
  summary: 'Demostración: con quién puede ingresar', open: true,
  body: html`<p class="govuk-body">La contraseña de todas estas personas inventadas es <strong class="app-nowrap">${password}</strong>.</p>
<ul class="govuk-list govuk-list--bullet">${people.map(({ documentNumber, name }) => html`<li>${documentNumber}: ${name}</li>`)}</ul>`,
});

/** The page on which a person allows another system to read their data. */
export const consentPage = (action: string, client: string, asked: readonly string[]): PageContent => framed('Autorizar el acceso a sus datos', html`
${standIn}
<h1 class="govuk-heading-l">Autorizar el acceso a sus datos</h1>
<p class="govuk-body">${client} pide ver:</p>
<ul class="govuk-list govuk-list--bullet">${asked.map((text) => html`<li>${text}</li>`)}</ul>
<form action="${action}" method="post" novalidate>
${buttonGroup(button({ text: 'Autorizar', name: 'hacer', value: 'autorizar' }), button({ text: 'No autorizar', name: 'hacer', value: 'cancelar', kind: 'secondary' }))}
</form>`);

/** The page that asks whether to log out of the stand-in too. `form` is the provider's own, with its hidden field. */
export const leavingPage = (form: string, client: string | undefined): PageContent => framed('Cerrar sesión', html`
${standIn}
<h1 class="govuk-heading-l">¿Cerrar también su sesión de Ciudadanía Digital?</h1>
<p class="govuk-body">${client ?? 'El sistema que usaba'} ya cerró su sesión. Si usa un equipo compartido, ciérrela aquí también.</p>
${trusted(form.replace('id="op.logoutForm"', 'id="cierre"'))}
${buttonGroup(button({ text: 'Sí, cerrar', form: 'cierre', name: 'logout', value: 'yes' }), button({ text: 'No, seguir con la sesión abierta', form: 'cierre', kind: 'secondary' }))}`);

/** The page after logging out, where nobody waits for the person to come back. */
export const leftPage = (): PageContent => framed('Sesión cerrada', html`
${standIn}
<h1 class="govuk-heading-l">Su sesión está cerrada</h1>
<p class="govuk-body"><a class="govuk-link" href="/">Ir al inicio</a></p>`);

/** A page with one button, instead of a script that would press it. `inputs` are hidden fields that the provider wrote. */
export const continuePage = (action: string, inputs: string): PageContent => framed('Continuar', html`
${standIn}
<h1 class="govuk-heading-l">Continuar</h1>
<p class="govuk-body">Presione el botón para terminar.</p>
<form method="post" action="${trusted(action)}">${trusted(inputs)}${button({ text: 'Continuar' })}</form>`);

const sentences: Readonly<Record<string, string>> = {
  invalid_client: 'El sistema que le envió aquí no está registrado. Avise a quien lo administra.',
  invalid_redirect_uri: 'El sistema que le envió aquí pidió volver a una dirección que no está registrada. Avise a quien lo administra.',
  invalid_request: 'El pedido de ingreso está incompleto o caducó. Vuelva al sistema del que venía y empiece otra vez.',
  access_denied: 'Usted no autorizó el ingreso. Vuelva al sistema del que venía.',
  not_found: 'Esta página no existe. Vuelva al sistema del que venía.',
  server_error: 'Algo falló de nuestro lado. Espere unos minutos, vuelva al sistema del que venía y empiece otra vez.',
};

/** A page for what went wrong; never the provider's own English words. */
export const problemPage = (error: string): PageContent => framed('No se pudo continuar', html`
${standIn}
<h1 class="govuk-heading-l">No se pudo continuar</h1>
<p class="govuk-body">${sentences[error] ?? sentences.invalid_request}</p>
<p class="govuk-body"><a class="govuk-link" href="/">Ir al inicio</a></p>`);
