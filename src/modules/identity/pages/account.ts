import { button, linkButton, postForm, summaryList, table, tag, type SummaryRow } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { parseLocalDate, sayDay, sayInstant } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Person } from '#kernel/access.ts';
import { sayDocument } from '../domain/claims.ts';
import { sayAgent } from '../domain/agent.ts';
import type { OpenSession } from '../store/sessions.ts';
import { rolesText } from './people.ts';

/** What the page of one's own account shows. */
export type AccountPage = { readonly person: Person; readonly unitNames?: ReadonlyMap<string, string>; readonly sessions: readonly OpenSession[]; readonly csrf: Html };

/** A person's own data and open sessions. */
export const accountPage = ({ person, unitNames = new Map(), sessions, csrf }: AccountPage): PageContent => ({
  title: 'Mi cuenta', noIndex: true, width: 'wide', section: '/mi-cuenta',
  main: html`<h1 class="govuk-heading-l">Mi cuenta</h1>
<h2 class="govuk-heading-m">Mis datos</h2>
${summaryList(rowsOf(person, unitNames))}
${person.kind === 'citizen' ? html`<p class="govuk-body">Estos datos vienen de Ciudadanía Digital. Si alguno está mal, corríjalo allí y vuelva a ingresar.</p>` : linkButton({ href: '/mi-cuenta/contrasena', text: 'Cambiar mi contraseña', kind: 'secondary' })}
${table({ caption: 'Mis sesiones abiertas', head: ['Equipo', 'Dirección', 'Desde', 'Último uso', ''], cards: true, firstCellNames: true, rows: sessions.map((session) => sessionRow(session, csrf)) })}
${postForm({ csrf, action: '/mi-cuenta/sesiones/cierre', body: button({ text: 'Cerrar todas mis sesiones', kind: 'warning' }) })}`,
});

function rowsOf(person: Person, unitNames: ReadonlyMap<string, string>): SummaryRow[] {
  const birth = person.birthDate === undefined ? undefined : parseLocalDate(person.birthDate);
  const rows: readonly [string, string | undefined][] = [
    ['Nombre', person.name],
    ['Documento', person.document && `${person.document.type === 'CIE' ? 'Cédula de identidad de extranjero' : 'Cédula de identidad'} ${sayDocument(person.document)}`],
    ['Fecha de nacimiento', birth && sayDay(birth)],
    ['Correo electrónico', person.email], ['Celular', person.phone],
    ['Funciones', person.kind === 'officer' ? rolesText(person.roles) : undefined],
    ['Unidades', person.units.length > 0 ? person.units.map((unit) => unitNames.get(unit) ?? unit).join(', ') : undefined],
  ];
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

const sessionRow = (session: OpenSession, csrf: Html) => [
  html`${sayAgent(session.agent)} ${session.isCurrent && tag({ text: 'Esta', colour: 'green' })}`, session.ip, sayInstant(session.createdAt), sayInstant(session.lastSeenAt),
  session.isCurrent ? 'Para cerrarla use «Salir»' : postForm({ csrf, action: `/mi-cuenta/sesiones/${session.id}/cierre`, body: button({ text: 'Cerrar', kind: 'secondary', hiddenText: `la sesión de ${sayAgent(session.agent)}` }) }),
];
