import type { PageContent } from '#kernel/http/index.ts';
import { button, dateField, errorSummary, postForm, radios, select, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { DateParts, DeclarationForm, Problem } from '../domain/declaration.ts';
import { departmentCodes, departments } from '../domain/place.ts';

const noDate: DateParts = { day: '', month: '', year: '' };

/** The form before anything is written in it. */
export const emptyDeclaration: DeclarationForm = { name: '', from: noDate, until: noDate, scope: '', department: '', municipality: '', norm: '', source: '' };

/** The form with which an administrator declares days; with its errors where there are any. */
export function declarationPage(form: DeclarationForm, problems: readonly Problem[], csrf: Html): PageContent {
  const error = (field: keyof DeclarationForm): string | undefined => problems.find((one) => one.field === field)?.sentence;
  return {
    title: 'Agregar un día no hábil', backLink: { href: '/calendario', text: 'Volver a los feriados' }, hasErrors: problems.length > 0, noIndex: true,
    main: html`${errorSummary(problems.map(({ field, sentence }) => ({ href: `#${field}`, text: sentence })))}
      <h1 class="govuk-heading-xl">Agregar un día no hábil</h1>
      <p class="govuk-body">Antes de guardar verá cuántos días cambian y cómo se mueven los plazos.</p>
      ${postForm({ csrf, action: '/calendario/dias/revision', body: fields(form, error) })}`,
  };
}

const fields = (form: DeclarationForm, error: (field: keyof DeclarationForm) => string | undefined): Html => html`
  ${textField({ id: 'name', name: 'name', label: 'Nombre del feriado', hint: 'Por ejemplo, «Duelo nacional».', value: form.name, error: error('name') })}
  ${dateField({ id: 'from', name: 'from', label: 'Día', labelSize: 's', hint: 'Por ejemplo, 23 1 2026.', ...form.from, error: error('from') })}
  ${dateField({ id: 'until', name: 'until', label: 'Último día, si son varios seguidos', labelSize: 's', hint: 'Déjelo vacío si es un solo día.', ...form.until, error: error('until') })}
  ${radios({ id: 'scope', name: 'scope', label: 'Alcance', labelSize: 's', value: form.scope, error: error('scope'), options: [
    { value: 'national', text: 'Todo el país' },
    { value: 'department', text: 'Un departamento', reveals: select({ id: 'department', name: 'department', label: 'Departamento', emptyText: 'Elija un departamento', value: form.department, error: error('department'), options: departmentCodes.map((code) => ({ value: code, text: departments[code] })) }) },
    { value: 'municipality', text: 'Un municipio', reveals: textField({ id: 'municipality', name: 'municipality', label: 'Municipio', value: form.municipality, error: error('municipality') }) },
  ] })}
  ${textField({ id: 'norm', name: 'norm', label: 'Norma que lo declara', hint: 'Número y fecha, por ejemplo «Decreto Supremo 5521 de 13-01-2026».', value: form.norm, error: error('norm') })}
  ${textField({ id: 'source', name: 'source', label: 'Dónde y cuándo se publicó', hint: 'Por ejemplo, «Gaceta Oficial, 14-01-2026».', value: form.source, error: error('source') })}
  ${button({ text: 'Continuar' })}`;
