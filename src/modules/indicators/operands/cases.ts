/** Where officers look at a case; who may not, finds nothing there. */
export const caseHref = (id: string): string => `/escritorio/tramites/${id}`;

/** Cases handed in, or ended, within the period. */
export const submittedWithin = 'k.submitted_on between $1::date and $2::date', endedWithin = 'k.closed_on between $1::date and $2::date';
