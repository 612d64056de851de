/** A name as it is compared: without accents, capitals and signs. */
export const normal = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const areas: Readonly<Record<string, string>> = { tic: 'tecnologías y sistemas', 'gobierno-electronico': 'gobierno electrónico', seguridad: 'seguridad de la información', planificacion: 'planificación', tramites: 'atención y trámites', transparencia: 'transparencia', administracion: 'administración' };

/** An area in words; what is not known is said as it was written. */
export const areaNames = (area: string): string => areas[area] ?? area;

/** «1 trámite», «3 trámites». */
export const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
