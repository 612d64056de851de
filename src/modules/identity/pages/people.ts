import { button, checkboxes, errorSummary, linkButton, pagination, postForm, summaryList, table, tag, textField, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Person } from '#kernel/access.ts';
import { keysOf } from '#kernel/tables.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { FieldFault, TypedOfficer } from '../domain/officer-form.ts';
import { roleNames, type OfficerRole } from '../domain/officer-roles.ts';
import type { OfficerRow } from '../store/officers.ts';

const people = '/administracion/personas';

/** Roles in words, with commas between. */
export const rolesText = (roles: Person['roles']): string => roles.map((role) => (role === 'applicant' ? 'Hace trámites' : roleNames[role])).join(', ');

/** The list of an entity's officers. `further` is the user name after which the next page begins. */
export const peoplePage = ({ officers, further, isFirst }: { readonly officers: readonly OfficerRow[]; readonly further: string | undefined; readonly isFirst: boolean }): PageContent => ({
  title: 'Personas de la entidad', noIndex: true, width: 'wide', section: people,
  main: html`<h1 class="govuk-heading-l">Personas de la entidad</h1>
${linkButton({ href: `${people}/nueva`, text: 'Agregar una persona' })}
${table({
    caption: 'Servidoras y servidores públicos', captionHidden: true, head: ['Nombre', 'Usuario', 'Funciones', 'Unidades', 'Estado'], cards: true, firstCellNames: true,
    rows: officers.map((one) => [html`<a class="govuk-link" href="${people}/${one.id}">${one.name}</a>`, one.username, rolesText(one.roles), one.units.join(', ') || '—', stateTag(one)]),
  })}
${pagesOf(further, isFirst)}`,
});

const pagesOf = (further: string | undefined, isFirst: boolean): Html =>
  pagination({ ...(isFirst ? {} : { first: people }), ...(further === undefined ? {} : { next: `${people}?desde=${encodeURIComponent(further)}` }) });

const stateTag = ({ disabled_at: disabledAt, has_totp: hasTotp }: OfficerRow): Html =>
  (disabledAt !== null ? tag({ text: 'De baja', colour: 'red' }) : hasTotp ? tag({ text: 'En servicio', colour: 'green' }) : tag({ text: 'Aún no ingresó', colour: 'yellow' }));

/** The form of a new officer. */
export const newOfficerPage = ({ csrf, typed, offered, faults }: { readonly csrf: Html; readonly typed: TypedOfficer; readonly offered: readonly OfficerRole[]; readonly faults: readonly FieldFault[] }): PageContent => ({
  title: 'Agregar una persona', noIndex: true, section: people, hasErrors: faults.length > 0, backLink: { href: people, text: 'Volver a la lista' },
  main: html`${summaryOf(faults)}<h1 class="govuk-heading-l">Agregar una persona</h1>
${postForm({
    csrf, action: people, body: html`
${textField({ id: 'nombre', name: 'nombre', label: 'Nombre completo', value: typed.name, error: faultOf(faults, 'nombre'), autocomplete: 'off' })}
${textField({ id: 'usuario', name: 'usuario', label: 'Nombre de usuario', hint: 'Letras minúsculas, números, puntos y guiones, por ejemplo rosa.mamani', value: typed.username, error: faultOf(faults, 'usuario'), width: 20, autocomplete: 'off', spellcheck: false })}
${textField({ id: 'correo', name: 'correo', label: 'Correo electrónico (opcional)', type: 'email', value: typed.email, error: faultOf(faults, 'correo'), autocomplete: 'off', spellcheck: false })}
${accessFields(offered, typed.roles, typed.units, faults)}
${button({ text: 'Agregar' })}`,
  })}`,
});

/** The page with a first password, which is shown this once. */
export const firstPasswordPage = ({ username, password, id }: { readonly username: string; readonly password: string; readonly id: PersonId }): PageContent => ({
  title: 'Contraseña de primer ingreso', noIndex: true, section: people,
  main: html`<h1 class="govuk-heading-l">Contraseña de primer ingreso</h1>
${warningText('Se muestra solo esta vez. Entréguela en mano, no por correo.')}
${summaryList([{ key: 'Usuario', value: username }, { key: 'Contraseña', value: html`<strong class="app-code">${password}</strong>` }])}
<p class="govuk-body">Al entrar deberá elegir una contraseña propia y registrar su segundo factor.</p>
<p class="govuk-body"><a class="govuk-link" href="${people}/${id}">Ver la cuenta</a></p>`,
});

/** One officer, with what an administrator may change. */
export const officerPage = ({ officer, csrf, offered, isOneself, faults }: { readonly officer: OfficerRow; readonly csrf: Html; readonly offered: readonly OfficerRole[]; readonly isOneself: boolean; readonly faults: readonly FieldFault[] }): PageContent => ({
  title: officer.name, noIndex: true, section: people, hasErrors: faults.length > 0, backLink: { href: people, text: 'Volver a la lista' },
  main: html`${summaryOf(faults)}<h1 class="govuk-heading-l">${officer.name}</h1>
${summaryList([{ key: 'Usuario', value: officer.username }, { key: 'Correo electrónico', value: officer.email ?? '—' }, { key: 'Estado', value: stateTag(officer) }])}
<h2 class="govuk-heading-m">Permisos</h2>
${postForm({ csrf, action: `${people}/${officer.id}/permisos`, body: html`${accessFields(offered, officer.roles, officer.units.join(', '), faults)}${button({ text: 'Guardar los permisos' })}` })}
${isOneself ? html`<p class="govuk-body">Esta es su propia cuenta: otra persona que administre puede darla de baja o reponerla.</p>` : serviceForms(officer, csrf)}`,
});

const serviceForms = (officer: OfficerRow, csrf: Html): Html => html`<h2 class="govuk-heading-m">Acceso</h2>
<p class="govuk-body">Si la persona perdió su contraseña o su teléfono, repóngale el acceso: recibirá una contraseña nueva y registrará otro segundo factor.</p>
${postForm({ csrf, action: `${people}/${officer.id}/reposicion`, body: button({ text: 'Reponer el acceso', kind: 'secondary' }) })}
${officer.disabled_at === null
    ? postForm({ csrf, action: `${people}/${officer.id}/baja`, body: button({ text: 'Dar de baja', kind: 'warning' }) })
    : postForm({ csrf, action: `${people}/${officer.id}/alta`, body: button({ text: 'Volver a poner en servicio', kind: 'secondary' }) })}`;

// A role that only others give shows where somebody has it, so that saving the rest does not take it away.
const accessFields = (offered: readonly OfficerRole[], roles: readonly string[], units: string, faults: readonly FieldFault[]): Html => html`
${checkboxes({ id: 'papeles', name: 'papeles', label: 'Qué hace', labelSize: 's', error: faultOf(faults, 'papeles'), values: roles, options: keysOf(roleNames).filter((role) => offered.includes(role) || roles.includes(role)).map((value) => ({ value, text: roleNames[value] })) })}
${textField({ id: 'unidades', name: 'unidades', label: 'Unidades cuyas tareas atiende', hint: 'Separadas por comas, por ejemplo ventanilla, archivo', value: units, error: faultOf(faults, 'unidades'), autocomplete: 'off', spellcheck: false })}`;

const faultOf = (faults: readonly FieldFault[], field: string): string | undefined => faults.find((fault) => fault.field === field)?.text;

const summaryOf = (faults: readonly FieldFault[]): Html => errorSummary(faults.map(({ field, text }) => ({ href: `#${field}`, text })));
