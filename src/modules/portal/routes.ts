import { route, type Route } from '#kernel/http/index.ts';
import { book, showAppointment, showDays, showTimes } from './appointments/choose.ts';
import { askCancel, cancel, downloadIcs, showSlip } from './appointments/manage.ts';
import { acceptPlace, joinWaiting, leaveWaiting, showWaiting } from './appointments/waiting.ts';
import { showCase } from './cases/case.ts';
import { sendCorrection, showCorrection } from './cases/correction.ts';
import { downloadCaseFile, downloadCertificate, downloadDraftFile } from './cases/files.ts';
import { showMyCases } from './cases/list.ts';
import { showLookups } from './cases/lookups.ts';
import { showReceipt } from './cases/receipt.ts';
import { askWithdrawal, withdraw } from './cases/withdrawal.ts';
import { resumeDraft, saveDraftPage, showDraftPage } from './drafts/page.ts';
import { askDiscard, discardDraft, sendDraft, showReview } from './drafts/review.ts';
import { begin, showStart } from './drafts/start.ts';
import { unlessSent } from './drafts/unless-sent.ts';
import { askAgain, showPaymentReceipt, startPaying } from './cases/payment.ts';
import type { PortalDeps } from './wiring.ts';

/** The applicant's side of Ventanilla. Whose draft or case it is, each handler asks the store: somebody else's is not found. */
export const portalRoutes = (deps: PortalDeps): readonly Route[] => [
  //    method  path                                      who            does
  route('GET',  '/tramites/:slug/iniciar',                ['applicant'], showStart),
  route('POST', '/tramites/:slug/iniciar',                ['applicant'], begin),
  route('GET',  '/solicitudes/:id',                       ['applicant'], unlessSent(resumeDraft)),
  route('GET',  '/solicitudes/:id/pagina/:page',          ['applicant'], unlessSent(showDraftPage)),
  route('POST', '/solicitudes/:id/pagina/:page',          ['applicant'], unlessSent(saveDraftPage(deps)), { body: 'either', limit: 'upload', form: 'una página de su solicitud' }),
  route('GET',  '/solicitudes/:id/archivos/:file',        ['applicant'], downloadDraftFile(deps)),
  route('GET',  '/solicitudes/:id/revisar',               ['applicant'], unlessSent(showReview)),
  route('POST', '/solicitudes/:id/envio',                 ['applicant'], sendDraft),
  route('GET',  '/solicitudes/:id/descarte',              ['applicant'], unlessSent(askDiscard)),
  route('POST', '/solicitudes/:id/descarte',              ['applicant'], discardDraft),
  route('GET',  '/mis-tramites',                          ['applicant'], showMyCases),
  route('GET',  '/mis-tramites/:id',                      ['applicant'], showCase(deps)),
  route('GET',  '/mis-tramites/:id/comprobante',          ['applicant'], showReceipt),
  route('GET',  '/mis-tramites/:id/consultas',            ['applicant'], showLookups),
  route('GET',  '/mis-tramites/:id/archivos/:file',       ['applicant'], downloadCaseFile(deps)),
  route('GET',  '/mis-tramites/:id/documentos/:certificate', ['applicant'], downloadCertificate(deps)),
  route('POST', '/mis-tramites/:id/pagos/:charge/inicio', ['applicant'], startPaying(deps)),
  route('POST', '/mis-tramites/:id/pagos/:charge/consulta', ['applicant'], askAgain(deps)),
  route('GET',  '/mis-tramites/:id/pagos/:charge/comprobante', ['applicant'], showPaymentReceipt(deps)),
  route('GET',  '/mis-tramites/:id/correccion',           ['applicant'], showCorrection),
  route('GET',  '/mis-tramites/:id/correccion/:page',     ['applicant'], showCorrection),
  route('POST', '/mis-tramites/:id/correccion/:page',     ['applicant'], sendCorrection(deps), { body: 'either', limit: 'upload', form: 'una corrección de su trámite' }),
  route('GET',  '/mis-tramites/:id/cita',                 ['applicant'], showAppointment),
  route('GET',  '/mis-tramites/:id/cita/dias',            ['applicant'], showDays),
  route('GET',  '/mis-tramites/:id/cita/dias/:day',       ['applicant'], showTimes),
  route('POST', '/mis-tramites/:id/cita/dias/:day',       ['applicant'], book),
  route('GET',  '/mis-tramites/:id/cita/comprobante',     ['applicant'], showSlip),
  route('GET',  '/mis-tramites/:id/cita/calendario',      ['applicant'], downloadIcs),
  route('GET',  '/mis-tramites/:id/cita/cancelacion',     ['applicant'], askCancel),
  route('POST', '/mis-tramites/:id/cita/cancelacion',     ['applicant'], cancel),
  route('GET',  '/mis-tramites/:id/cita/espera',          ['applicant'], showWaiting),
  route('POST', '/mis-tramites/:id/cita/espera',          ['applicant'], joinWaiting),
  route('POST', '/mis-tramites/:id/cita/espera/aceptacion', ['applicant'], acceptPlace),
  route('POST', '/mis-tramites/:id/cita/espera/salida',   ['applicant'], leaveWaiting),
  route('GET',  '/mis-tramites/:id/retiro',               ['applicant'], askWithdrawal),
  route('POST', '/mis-tramites/:id/retiro',               ['applicant'], withdraw, { form: 'el retiro de su trámite' }),
];
