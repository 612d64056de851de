import { Type } from 'typebox';
import { json } from '#kernel/http/answers.ts';
import type { ApiDescription, Context, Answer } from '#kernel/http/types.ts';
import { searchProcedures } from './actions/search.ts';
import { filterNames, readListAddress } from './domain/address.ts';
import { refuse } from './errors.ts';
import { findProcedure, listEntities } from './store/procedures.ts';

const tag = 'Catálogo';
const limitMax = 100;
const text = (description: string) => Type.Optional(Type.String({ description, maxLength: 200 }));

const filterTexts = {
  [filterNames.entity]: text('Clave de una entidad'), [filterNames.lifeEvent]: text('Clave de un momento de la vida'), [filterNames.category]: text('Clave de un tema'),
  [filterNames.audience]: text('Clave de un público'), [filterNames.channel]: text('in_person u online'), [filterNames.department]: text('Letras de un departamento, como OR'),
};

const entity = Type.Object({ key: Type.String(), name: Type.String(), acronym: Type.Optional(Type.String()), site: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) });
const channel = Type.Object({ kind: Type.Union([Type.Literal('in_person'), Type.Literal('online')]), url: Type.Optional(Type.String()), trackingUrl: Type.Optional(Type.String()) });
const free = Type.Union([Type.Boolean(), Type.Literal('unknown')]);
const facet = Type.Array(Type.Object({ key: Type.String(), label: Type.String(), count: Type.Integer() }));

const hit = Type.Object({ id: Type.String(), slug: Type.String(), name: Type.String(), summary: Type.String(), entity, free, channels: Type.Array(channel), runsHere: Type.Boolean() });

/** `GET /api/v1/tramites`. */
export const listApi: ApiDescription = {
  summary: 'Busca trámites publicados; sin texto, los lista por nombre', tag,
  query: Type.Object({ q: text('Palabras; perdona acentos, plurales y errores al escribir'), ...filterTexts, desde: Type.Optional(Type.String({ description: 'Cursor de la página, el «next» de la anterior', maxLength: 1_000 })), limite: Type.Optional(Type.Integer({ description: 'Cuántos por página', minimum: 1, maximum: limitMax })) }),
  response: Type.Object({
    total: Type.Integer(), atLeast: Type.Boolean({ description: 'Puede haber más de «total»' }), partial: Type.Boolean({ description: 'Ninguno tiene todas las palabras; estos tienen algunas' }),
    corrected: Type.Optional(Type.String({ description: 'Las palabras como se entendieron' })), next: Type.Optional(Type.String()), hits: Type.Array(hit),
    facets: Type.Object({ entity: facet, department: facet, category: facet, lifeEvent: facet, audience: facet, channel: facet }),
  }),
};

/** `GET /api/v1/tramites/:slug`. */
export const procedureApi: ApiDescription = {
  summary: 'Un trámite publicado, con todos sus datos, su fuente y su fecha', tag,
  params: Type.Object({ slug: Type.String({ description: 'La última parte de su dirección', maxLength: 200 }) }),
  response: Type.Object({
    procedureId: Type.String(), version: Type.Integer(), hash: Type.String(), publishedAt: Type.String({ format: 'date-time' }), runsHere: Type.Boolean(),
    procedure: Type.Object({ id: Type.String(), slug: Type.String(), name: Type.String(), summary: Type.String(), entity, free, channels: Type.Array(channel) }, { additionalProperties: true }),
  }),
};

/** `GET /api/v1/entidades`. */
export const entitiesApi: ApiDescription = {
  summary: 'Entidades que publican trámites', tag,
  response: Type.Object({ entities: Type.Array(Type.Intersect([entity, Type.Object({ procedures: Type.Integer() })])) }),
};

/** The catalogue, or a search in it, as JSON; everything that the pages can do. */
export async function listForMachines(ctx: Context): Promise<Answer> {
  const limit = Number(ctx.query['limite'] ?? 20);
  const result = await searchProcedures(ctx.db, { ...readListAddress(ctx.query), limit });
  return json({ ...result, hits: result.hits.map((one) => ({ ...one, channels: one.channels ?? [] })) });
}

/** The current version of one procedure as JSON; refuses with `catalog.not_found`. */
export const procedureForMachines = async (ctx: Context): Promise<Answer> => json((await findProcedure(ctx.db, ctx.params['slug'] ?? '')) ?? refuse('not_found'));

/** Every entity that publishes something, with how much. */
export const entitiesForMachines = async (ctx: Context): Promise<Answer> => json({ entities: await listEntities(ctx.db) });
