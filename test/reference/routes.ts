import { roles } from '#kernel/access.ts';
import { composedRoutes, type ComposedRoute } from '#support/composition.ts';
import { generated, markdownTable } from './table.ts';

/** Every address of the program and who may call it. */
export async function routesReference(): Promise<string> {
  const shipped = new Set((await composedRoutes({ demo: false })).map(nameOf));
  const byModule = Map.groupBy(await composedRoutes(), ({ module }) => module);
  const sections = [...byModule].map(([module, routes]) => `## ${module}\n\n${markdownTable(head, routes.map((route) => rowOf(route, shipped)))}`);
  return `# Routes × roles\n\n${generated}\n\n${explained}\n\n${sections.join('\n\n')}\n`;
}

const explained = `A role marked ● may call the route; everybody else is refused, which is tested for each of them. What a route then shows of a
case, the case itself decides: somebody else's is not found. GET answers HEAD too. \`public\` means that nobody need log in, so every role may. Addresses below
\`/oidc\` are the embedded identity provider's own. Limits are counted by caller's address.`;

const head = ['method', 'address', ...roles, 'body', 'limit', 'notes'];

const rowOf = (route: ComposedRoute, shipped: ReadonlySet<string>): string[] => [
  route.method, `\`${route.path}\``, ...roles.map((role) => (route.who.includes(role) || route.who.includes('public') ? '●' : '')),
  route.method === 'GET' ? '' : route.options.body ?? 'form', route.options.limit ?? 'page', notesOf(route, shipped),
];

const notesOf = (route: ComposedRoute, shipped: ReadonlySet<string>): string => [
  route.options.api && 'API', route.options.csrf === 'none' && 'no form token: the caller proves itself otherwise', !shipped.has(nameOf(route)) && 'demonstration only',
  route.options.form && `kept when the session has ended: «${route.options.form}»`,
].filter((note) => typeof note === 'string').join('; ');

const nameOf = ({ method, path }: ComposedRoute): string => `${method} ${path}`;
