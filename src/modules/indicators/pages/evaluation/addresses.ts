/** Address of a year's evaluations, or of something below it. */
export const yearHref = (year: number, below = ''): string => `/plan/evaluacion/${year}${below}`;

/** Address of the evaluation of an entity, or of something below it. */
export const evaluationHref = (year: number, key: string, below = ''): string => yearHref(year, `/entidad/${key}${below}`);
