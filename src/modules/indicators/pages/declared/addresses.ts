/** Address of a declared figure, or of something below it. */
export const declarationHref = (id: string, below = ''): string => `/plan/indicadores/declaracion/${id}${below}`;
