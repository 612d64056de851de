import { acts, actKeys, type ActKey } from '../domain/follow-up/acts.ts';
import type { PartKind } from '../domain/parts.ts';

/** Address of an examination, or of something below it. */
export const examinationHref = (id: string, rest = ''): string => `/control/examenes/${id}${rest}`;

/** Address of a part that is being written. */
export const partHref = (id: string, rest = ''): string => `/control/partes/${id}${rest}`;

/** Address of a recommendation and its follow-up, or of something below it. */
export const recommendationHref = (id: string, rest = ''): string => `/control/recomendaciones/${id}${rest}`;

/** Address of what the automatic checks found about an entity, or of something below it. */
export const entityHref = (id: string, rest = ''): string => `/control/comprobaciones/entidad/${id}${rest}`;

/** Address of one thing that a check found, or of something below it. */
export const resultHref = (id: string, rest = ''): string => `/control/comprobaciones/resultado/${id}${rest}`;

const kindWords = { request: 'pedido', finding: 'hallazgo', recommendation: 'recomendacion' } as const satisfies Record<PartKind, string>;

/** The part of an address that names a kind of part. */
export const kindWord = (kind: PartKind): string => kindWords[kind];

/** The kind of part that an address names; `undefined` where it names none. */
export const parseKind = (word: string | undefined): PartKind | undefined => (['request', 'finding', 'recommendation'] as const).find((kind) => kindWords[kind] === word);

const actWords = { answer: 'respuesta', plan: 'plan', progress: 'avance', report: 'cumplimiento', take: 'inicio-de-verificacion', verify: 'verificacion', insist: 'insistencia', close: 'cierre' } as const satisfies Record<ActKey, string>;

/** Address at which something is done about a recommendation. */
export const actHref = (id: string, act: ActKey): string => recommendationHref(id, `/${actWords[act]}`);

/** The act that an address names; `undefined` where it names none. */
export const parseActWord = (word: string | undefined): ActKey | undefined => actKeys.find((act) => actWords[act] === word);

/** What the button of an act says. */
export const actName = (act: ActKey): string => acts[act].name;
