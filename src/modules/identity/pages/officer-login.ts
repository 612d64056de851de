import { renderSVG } from 'uqr';
import { button, details, errorSummary, hiddenField, insetText, linkButton, postForm, textField, warningText } from '#kernel/html/components.ts';
import { html, trusted, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { demoOfficers, demoPassword } from '../demo/people.ts';
import { base32, otpauthUri } from '../domain/totp.ts';

const framed = (title: string, body: Html, fault?: string, errorHref = '#codigo'): PageContent => ({
  title, noIndex: true, section: '/ingresar', hasErrors: fault !== undefined,
  main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${fault && errorSummary([{ href: errorHref, text: fault }])}<h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
});

/** The first page of an officer's login. */
export const officerLoginPage = ({ csrf, returnTo, demo, username, fault }: { readonly csrf: Html; readonly returnTo: string; readonly demo: boolean; readonly username?: string; readonly fault?: string }): PageContent =>
  ({
    ...framed('Ingresar como servidor público', html`${postForm({
      csrf, action: '/ingresar/servidor', body: html`${hiddenField('volver', returnTo)}
${textField({ id: 'usuario', name: 'usuario', label: 'Nombre de usuario', value: username, error: fault, width: 20, autocomplete: 'username', spellcheck: false })}
${textField({ id: 'contrasena', name: 'contrasena', label: 'Contraseña', type: 'password', width: 20, autocomplete: 'current-password' })}
${button({ text: 'Continuar' })}`,
    })}
<p class="govuk-body">¿Olvidó su contraseña? Pida una nueva a la administración de su entidad.</p>
${demo && demoList}`, fault, '#usuario'),
    backLink: { href: '/ingresar', text: 'Volver' },
  });

const demoList = details({
  summary: 'Demostración: con quién puede ingresar',
  body: html`<p class="govuk-body">La contraseña de todas estas cuentas es <strong class="app-nowrap">${demoPassword}</strong>.</p>
<ul class="govuk-list govuk-list--bullet">${demoOfficers.map(({ username, name, does }) => html`<li><strong>${username}</strong>: ${name}, ${does}</li>`)}</ul>`,
});

/** The page that asks for the code of the second factor. `demoCode` is only there in a demonstration. */
export const codePage = ({ csrf, demoCode, fault }: { readonly csrf: Html; readonly demoCode: string | undefined; readonly fault?: string }): PageContent => framed('Escriba su código', html`
<p class="govuk-body">Abra en su teléfono la aplicación de códigos y escriba el que muestra ahora.</p>
${demoCode && insetText(html`<p class="govuk-body">Demostración: su código ahora es <strong>${demoCode}</strong></p>`)}
${postForm({
    csrf, action: '/ingresar/servidor/codigo',
    body: html`${textField({ id: 'codigo', name: 'codigo', label: 'Código de seis cifras', hint: 'Si perdió su teléfono, escriba uno de sus códigos de recuperación', error: fault, width: 20, autocomplete: 'one-time-code', spellcheck: false })}${button({ text: 'Ingresar' })}`,
  })}`, fault);

/** The page that asks for a new password. The user name is there unseen, so that a password manager knows whose it keeps. */
export const newPasswordPage = ({ csrf, action, username, asksOld, fault }: { readonly csrf: Html; readonly action: string; readonly username: string; readonly asksOld?: boolean; readonly fault?: string }): PageContent => framed(asksOld ? 'Cambiar mi contraseña' : 'Elija su contraseña', html`
${!asksOld && html`<p class="govuk-body">La contraseña que le dieron sirve solo para entrar por primera vez.</p>`}
${postForm({
    csrf, action, body: html`<input type="text" name="usuario" value="${username}" autocomplete="username" hidden>${asksOld && textField({ id: 'actual', name: 'actual', label: 'Contraseña actual', type: 'password', width: 20, autocomplete: 'current-password' })}
${textField({ id: 'nueva', name: 'nueva', label: 'Contraseña nueva', hint: 'Al menos 12 caracteres; una frase de varias palabras sirve muy bien', type: 'password', error: fault, width: 20, autocomplete: 'new-password' })}
${textField({ id: 'repetida', name: 'repetida', label: 'La misma contraseña otra vez', type: 'password', width: 20, autocomplete: 'new-password' })}
${button({ text: 'Guardar' })}`,
  })}`, fault, '#nueva');

/** The page on which an officer joins an authenticator application. `secret` is base64. */
export function enrolPage({ csrf, username, secret, fault }: { readonly csrf: Html; readonly username: string; readonly secret: string; readonly fault?: string }): PageContent {
  const bytes = Buffer.from(secret, 'base64'), uri = otpauthUri(bytes, username, 'Ventanilla');
  return framed('Proteja su cuenta con un segundo factor', html`
<p class="govuk-body">Además de la contraseña, cada ingreso le pedirá un código que cambia cada medio minuto. Lo calcula una aplicación de su teléfono, sin conexión.</p>
<ol class="govuk-list govuk-list--number"><li>Instale una aplicación de códigos, por ejemplo Aegis o FreeOTP.</li><li>Escanee este cuadro con ella, o escriba la clave.</li><li>Escriba aquí el código que muestra.</li></ol>
<div class="app-qr">${trusted(renderSVG(uri, { border: 4, pixelSize: 5 }).replace('<svg ', '<svg role="img" aria-label="Código QR con la clave" width="240" height="240" '))}</div>
<p class="govuk-body">Clave: <strong class="app-code">${(base32(bytes).match(/.{1,4}/g) ?? []).join(' ')}</strong></p>
${details({ summary: 'Ver la dirección completa', body: html`<p class="govuk-body app-code">${uri}</p>` })}
${postForm({ csrf, action: '/ingresar/servidor/inscripcion', body: html`${textField({ id: 'codigo', name: 'codigo', label: 'Código de seis cifras', error: fault, width: 10, inputmode: 'numeric', autocomplete: 'one-time-code', spellcheck: false })}${button({ text: 'Confirmar' })}` })}`, fault);
}

/** The page that shows the recovery codes, this once. */
export const recoveryCodesPage = (codes: readonly string[], next: string): PageContent => framed('Guarde sus códigos de recuperación', html`
${warningText('Se muestran solo esta vez. Imprímalos o anótelos y guárdelos bajo llave.')}
<p class="govuk-body">Si pierde su teléfono, cada uno de estos códigos le deja entrar una vez:</p>
<ul class="govuk-list app-code">${codes.map((code) => html`<li>${code}</li>`)}</ul>
${linkButton({ href: next, text: 'Continuar' })}`);
