import type { Certificates } from '#modules/certificates/index.ts';
import { filesOf } from '#modules/documents/index.ts';
import { addMonths } from '#modules/calendars/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { toDeliver } from '../../domain/delivered.ts';
import type { Service, ServiceRequest } from '../contract.ts';
import { saidAnswers, saidResults } from './said.ts';

/**
 * `v:service="certificate"`: prints certificate.typ with the answers and results, seals it and registers it. `v:months` says how long it is
 * valid, counted from the day of issue; without it the document does not expire. `v:signatory` names who decided, as `=decision.por`; `v:holder`
 * names somebody else than the applicant, or nobody: «Persona con identidad reservada».
 */
export const certificateService = (certificates: Pick<Certificates, 'issue'>): Service => ({
  ...certificateRehearsal,
  async run(db, request) {
    const { current, definition, element, parameters, now } = request;
    const validUntil = lastDay(request);
    const files = toDeliver(definition).length === 0 ? [] : await filesOf(db, current.entityId, `case:${current.id}`);
    const issued = await certificates.issue(db, {
      entity: { id: current.entityId, name: definition.entityName }, caseId: current.id, element,
      procedure: { id: definition.procedureId, name: definition.name, version: String(definition.version) },
      template: definition.files['certificate.typ'] ?? '', holder: holderOf(request), answers: saidAnswers(request),
      results: saidResults(request, new Map(files.map(({ id, sha256 }) => [id, sha256]))), legalBasis: definition.procedure.legalBasis.map(({ norm, article }) => (article === undefined ? norm : `${norm}, ${article}`)),
      ...(typeof parameters.signatory === 'string' ? { signatory: { name: parameters.signatory } } : {}), ...(validUntil === undefined ? {} : { validUntil }),
    }, now);
    return { result: { certificateId: issued.id, code: issued.code, ...(validUntil === undefined ? {} : { validUntil }) } };
  },
});

/** What the service is, and what it pretends in a rehearsal; nothing here prints or seals. */
export const certificateRehearsal: Omit<Service, 'run'> = {
  name: 'certificate',
  does: 'Imprime certificate.typ, lo sella y lo registra; queda verificable en público.',
  needs: [],
  rehearse(request) {
    const validUntil = lastDay(request);
    return { result: { certificateId: 'ensayo', code: 'ENSA-YO00-0000', ...(validUntil === undefined ? {} : { validUntil }) } };
  },
};

function holderOf({ current: { applicant }, parameters }: ServiceRequest) {
  if (typeof parameters.holder === 'string' && parameters.holder !== '') return { name: parameters.holder };
  const kind = applicant.documentType === 'CIE' ? 'Cédula de identidad de extranjero' : 'Cédula de identidad';
  return { name: applicant.name, ...(applicant.documentNumber === undefined ? {} : { document: `${kind} ${applicant.documentNumber}` }) };
}

function lastDay({ parameters, now }: Omit<ServiceRequest, 'key'>): LocalDate | undefined {
  const months = Number(parameters.months);
  return Number.isInteger(months) && months > 0 ? addMonths(localDateOf(now), months) : undefined;
}
