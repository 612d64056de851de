import { html } from '#kernel/html/html.ts';
import type { Html } from '#kernel/html/html.ts';
import { button, errorSummary, fileField, postForm, textField } from '#kernel/html/components.ts';
import type { PageContent } from '#kernel/http/types.ts';

/** What the form shows again after something went wrong. */
export type CheckForm = { readonly csrf: Html; readonly code?: string; readonly codeError?: string; readonly fileError?: string };

/** The page where anybody checks a document, by its code or by its file. */
export const checkFormPage = (form: CheckForm): PageContent => ({
  title: 'Verificar un documento',
  description: 'Compruebe si un documento emitido aquí es auténtico y está vigente, con su código o con el archivo.',
  section: '/verificar', hasErrors: form.codeError !== undefined || form.fileError !== undefined, main: bothForms(form),
});

const bothForms = ({ csrf, code, codeError, fileError }: CheckForm): Html => html`
${errorSummary([...(codeError === undefined ? [] : [{ href: '#codigo', text: codeError }]), ...(fileError === undefined ? [] : [{ href: '#archivo', text: fileError }])])}
<h1 class="govuk-heading-xl">Verificar un documento</h1>
<p class="govuk-body-l">Sepa si un documento es auténtico y si está vigente. No hace falta identificarse.</p>
<h2 class="govuk-heading-m">Con el código</h2>
<form action="/verificar" method="get" novalidate>
${textField({ id: 'codigo', name: 'codigo', label: 'Código del documento', hint: 'Son doce letras y números, en tres grupos, junto al código QR. Por ejemplo, K7M4-Q2XZ-9RTB.', value: code, error: codeError, width: 20, spellcheck: false, autocomplete: 'off' })}
${button({ text: 'Verificar el código' })}
</form>
<h2 class="govuk-heading-m">Con el archivo</h2>
${postForm({ csrf, action: '/verificar', multipart: true, body: html`
${fileField({ id: 'archivo', name: 'archivo', label: 'Archivo PDF del documento', hint: 'El archivo tal como lo recibió, de hasta 5 MB. Lo comprobamos y no guardamos nada de él.', accept: '.pdf,application/pdf', error: fileError })}
${button({ text: 'Verificar el archivo' })}` })}`;
