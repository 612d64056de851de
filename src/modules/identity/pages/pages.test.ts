import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenField } from '#kernel/html/components.ts';
import type { Person } from '#kernel/access.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { markupFaults } from '#support/markup.ts';
import { newRecoveryCodes } from '../domain/recovery.ts';
import { consentPage, continuePage, leavingPage, leftPage, loginPage, problemPage } from '../provider/pages.ts';
import type { OfficerRow } from '../store/officers.ts';
import { accountPage } from './account.ts';
import { doorsPage } from './doors.ts';
import { codePage, enrolPage, newPasswordPage, officerLoginPage, recoveryCodesPage } from './officer-login.ts';
import { firstPasswordPage, newOfficerPage, officerPage, peoplePage } from './people.ts';

const csrf = hiddenField('_csrf', 'x'), id = '01890000-0000-7000-8000-000000000000', nasty = '<script>"\'&Ñáñez';
const officer: OfficerRow = {
  id: id as PersonId, kind: 'officer', entity_id: id as EntityId, name: nasty, roles: ['officer', 'admin'], units: ['archivo'], email: null, phone: null, document_type: null, document_number: null, document_complement: null, birth_date: null,
  disabled_at: null, username: 'rosa', has_totp: true,
};
const citizen: Person = { id: id as PersonId, kind: 'citizen', name: nasty, roles: ['applicant'], units: [], document: { type: 'CIE', number: '123456' }, birthDate: '1985-03-14', email: nasty, phone: '7' };
const session = { id, createdAt: new Date(0), lastSeenAt: new Date(0), ip: '::1', agent: nasty };
const faults = [{ field: 'nombre', text: nasty }, { field: 'papeles', text: 'x' }, { field: 'unidades', text: 'x' }];
const people = [{ documentNumber: '4567891', name: nasty }];

const pages: readonly [string, PageContent][] = [
  ['doors', doorsPage('/a?b=c&d', true)],
  ['officer login', officerLoginPage({ csrf, returnTo: nasty, demo: true, username: nasty, fault: 'No' })],
  ['code', codePage({ csrf, demoCode: '123456', fault: 'No' })],
  ['first password of one’s own', newPasswordPage({ csrf, action: '/x', username: 'rosa', fault: 'No' })],
  ['change of password', newPasswordPage({ csrf, action: '/x', username: 'rosa', asksOld: true })],
  ['second factor', enrolPage({ csrf, username: 'rosa', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', fault: 'No' })],
  ['recovery codes', recoveryCodesPage(newRecoveryCodes(), '/escritorio')],
  ['own account of a citizen', accountPage({ person: citizen, csrf, sessions: [{ ...session, isCurrent: true }, { ...session, id: `${id}1`, isCurrent: false }] })],
  ['own account of an officer', accountPage({ person: { ...citizen, kind: 'officer', roles: ['officer'], units: ['archivo'] }, csrf, sessions: [] })],
  ['people', peoplePage({ officers: [officer, { ...officer, disabled_at: new Date(0) }, { ...officer, has_totp: false }], further: 'rosa', isFirst: false })],
  ['new officer', newOfficerPage({ csrf, typed: { name: nasty, username: nasty, email: nasty, roles: [], units: nasty }, offered: ['officer'], faults })],
  ['officer', officerPage({ officer, csrf, offered: ['officer'], isOneself: false, faults })],
  ['officer out of service', officerPage({ officer: { ...officer, disabled_at: new Date(0) }, csrf, offered: [], isOneself: false, faults: [] })],
  ['first password', firstPasswordPage({ username: 'rosa', password: 'ABCD-EFGH', id: id as PersonId })],
  ['login of the stand-in', loginPage({ action: '/x', client: nasty, number: nasty, fault: 'No', people, sharedPassword: 'x' })],
  ['consent of the stand-in', consentPage('/x', nasty, ['Fecha de nacimiento'])],
  ['leaving the stand-in', leavingPage('<form id="op.logoutForm" method="post" action="/x"><input type="hidden" name="xsrf" value="x"/></form>', nasty)],
  ['having left the stand-in', leftPage()],
  ['one button of the stand-in', continuePage('/x?a=1&amp;b=2', '<input type="hidden" name="xsrf" value="x"/>')],
  ['a problem of the stand-in', problemPage('something new')],
];

for (const [name, content] of pages) {
  test(`the page ${name} is sound markup and escapes what people wrote`, async () => {
    assert.deepEqual(await markupFaults(content), []);
    assert.ok(!content.main.toString().includes('<script'));
  });
}
