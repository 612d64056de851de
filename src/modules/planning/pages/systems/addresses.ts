import type { SystemId } from '../../domain/systems/system.ts';

/** Address of a system, or of something below it. */
export const systemHref = (id: SystemId, rest = ''): string => `/plan/sistemas/${id}${rest}`;
