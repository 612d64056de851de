import type { ApiDescription, Route } from './types.ts';

/** Name and address of the installation, as the API document says them. */
export type ApiTitle = { readonly title: string; readonly version: string; readonly serverUrl: string };

/** The OpenAPI 3.1 document of every route that describes itself as public API. */
export function openApi(routes: readonly Route[], about: ApiTitle): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!route.options.api) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, route.options.api);
  }
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: about.serverUrl }],
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}

function operation(route: Route, api: ApiDescription): Record<string, unknown> {
  return {
    summary: api.summary, tags: [api.tag], operationId: operationId(route),
    parameters: [...parametersOf(api.params, 'path'), ...parametersOf(api.query, 'query')],
    ...(api.body ? { requestBody: { required: true, content: { 'application/json': { schema: api.body } } } } : {}),
    responses: {
      200: { description: api.summary, content: { [api.produces ?? 'application/json']: { schema: api.response } } },
      default: { description: 'Problema', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

const operationId = (route: Route): string => `${route.method.toLowerCase()}${route.path.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`;

type ObjectSchema = { readonly properties?: Readonly<Record<string, { readonly description?: string }>>; readonly required?: readonly string[] };

function parametersOf(schema: unknown, place: 'path' | 'query'): unknown[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name, in: place, required: place === 'path' || required.includes(name), ...(property.description ? { description: property.description } : {}), schema: property,
  }));
}

const problemSchema = {
  type: 'object', required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' }, requestId: { type: 'string' },
  },
};
