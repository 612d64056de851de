import type { Certificates } from '#modules/certificates/index.ts';
import { addMonths } from '#modules/calendars/index.ts';
import { summarise } from '#modules/forms/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { variablesOf } from '../../domain/world.ts';
import type { Service, ServiceRequest } from '../contract.ts';

/**
 * `v:service="certificate"`: prints certificate.typ with the answers and results, seals it and registers it. `v:months` says how long it is
 * valid, counted from the day of issue; without it the document does not expire. `v:signatory` names who decided, as `=decision.por`.
 */
export const certificateService = (certificates: Pick<Certificates, 'issue'>): Service => ({
  name: 'certificate',
  does: 'Imprime certificate.typ, lo sella y lo registra; queda verificable en público.',
  needs: [],
  async run(db, request) {
    const { current, definition, element, parameters, now } = request;
    const validUntil = lastDay(request);
    const issued = await certificates.issue(db, {
      entity: { id: current.entityId, name: definition.entityName }, caseId: current.id, element,
      procedure: { id: definition.procedureId, name: definition.name, version: String(definition.version) },
      template: definition.files['certificate.typ'] ?? '', holder: holderOf(request), answers: saidAnswers(request),
      results: current.state.flow.variables, legalBasis: definition.procedure.legalBasis.map(({ norm, article }) => (article === undefined ? norm : `${norm}, ${article}`)),
      ...(typeof parameters.signatory === 'string' ? { signatory: { name: parameters.signatory } } : {}), ...(validUntil === undefined ? {} : { validUntil }),
    }, now);
    return { result: { certificateId: issued.id, code: issued.code, ...(validUntil === undefined ? {} : { validUntil }) } };
  },
  rehearse(request) {
    const validUntil = lastDay(request);
    return { result: { certificateId: 'ensayo', code: 'ENSA-YO00-0000', ...(validUntil === undefined ? {} : { validUntil }) } };
  },
});

// What people chose is printed in the words that they chose, not in the keys behind them.
function saidAnswers({ definition, current, now }: ServiceRequest): Record<string, string> {
  const sections = summarise(definition.form, current.answers, { now, variables: variablesOf(definition, current, now) });
  const rows = sections.flatMap((section) => section.rows).filter((row) => !row.isEmpty);
  return Object.fromEntries(rows.map((row) => [row.field, row.lines.join(', ')]));
}

function holderOf({ current: { applicant } }: ServiceRequest) {
  const kind = applicant.documentType === 'CIE' ? 'Cédula de identidad de extranjero' : 'Cédula de identidad';
  return { name: applicant.name, ...(applicant.documentNumber === undefined ? {} : { document: `${kind} ${applicant.documentNumber}` }) };
}

function lastDay({ parameters, now }: Omit<ServiceRequest, 'key'>): LocalDate | undefined {
  const months = Number(parameters.months);
  return Number.isInteger(months) && months > 0 ? addMonths(localDateOf(now), months) : undefined;
}
