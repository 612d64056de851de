import { inline, route, withHeaders } from '../http/answers.ts';
import type { Answer, Context, Route } from '../http/types.ts';
import { refusals } from '../errors/index.ts';
import { icon, stylesheet, type StaticFile } from './stylesheet.ts';

const refuse = refusals('estaticos', {
  not_found: [404, 'Este archivo ya no existe: el sitio se actualizó. Vuelva a cargar la página.'],
});

/** The stylesheet and the icon. Their addresses change with their content, so that a browser asks for them once and never again. */
export const staticRoutes: readonly Route[] = [
  route('GET', '/estaticos/:name', ['public'], showStaticFile),
];

function showStaticFile(ctx: Context): Answer {
  const file = [stylesheet(), icon()].find(({ href }) => href === ctx.path) ?? refuse('not_found');
  const [encoding, bytes] = packedFor(ctx.headers['accept-encoding'] ?? '', file);
  return withHeaders(inline(file.type, bytes), {
    'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding', ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
}

function packedFor(accepted: string, file: StaticFile): ['br' | 'gzip' | 'identity', Buffer] {
  if (/\bbr\b/.test(accepted)) return ['br', file.brotli];
  if (/\bgzip\b/.test(accepted)) return ['gzip', file.gzip];
  return ['identity', file.body];
}
