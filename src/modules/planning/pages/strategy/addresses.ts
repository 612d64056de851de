/** Address of a strategy, or of something below it. */
export const strategyHref = (id: string, rest = ''): string => `/plan/estrategia/${id}${rest}`;

/** Address of a section of a strategy, or of something below it. */
export const sectionHref = (id: string, section: string, rest = ''): string => strategyHref(id, `/seccion/${section}${rest}`);

/** Address of what is filled in of a solution. */
export const solutionHref = (id: string, slug: string, page: string): string => strategyHref(id, `/soluciones/${slug}/${page}`);
