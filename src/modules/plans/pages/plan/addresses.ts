import type { PlanId } from '../../domain/plan/plan.ts';

/** Address of a plan, or of something below it. */
export const planHref = (id: PlanId, rest = ''): string => `/plan/pige/${id}${rest}`;

/** Address of a section of a plan, or of something below it. */
export const sectionHref = (id: PlanId, section: string, rest = ''): string => planHref(id, `/seccion/${section}${rest}`);
