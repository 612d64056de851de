import { Type } from 'typebox';
import { isRefusal } from '#kernel/errors/index.ts';
import { json, page, route, seeOther } from '#kernel/http/answers.ts';
import type { Answer, Context, Route } from '#kernel/http/types.ts';
import type { Certificates } from './certificates.ts';
import { checkPath, parseCode } from './domain/code.ts';
import { publicViewOf } from './domain/public-view.ts';
import type { PublicView } from './domain/public-view.ts';
import { refuse } from './errors.ts';
import { certificatePage } from './pages/certificate.ts';
import { checkFormPage } from './pages/check-form.ts';
import { publicJsonSchema, toPublicJson } from './pages/public-json.ts';
import { verdictPage } from './pages/verdict.ts';
import { readUpload } from './read-upload.ts';

/** The public check. An unknown code, a mistyped one and one that cannot exist get the same answer, at a limited pace. */
export const routesOf = (certificates: Certificates): readonly Route[] => [
  route('GET', '/verificar', ['public'], showForm, { limit: 'search' }),
  route('POST', '/verificar', ['public'], (ctx) => checkUpload(certificates, ctx), { body: 'multipart', limit: 'upload' }),
  route('GET', '/verificar/:code', ['public'], (ctx) => showCertificate(certificates, ctx), { limit: 'search' }),
  route('GET', '/api/v1/certificados/:codigo', ['public'], async (ctx) => json(toPublicJson(await getView(certificates, ctx, ctx.params['codigo']))), {
    limit: 'search',
    api: { summary: 'Estado de un documento por su código', tag: 'Verificación', params: Type.Object({ codigo: Type.String() }), response: publicJsonSchema },
  }),
];

function showForm(ctx: Context): Answer {
  const typed = ctx.query['codigo'];
  if (typed === undefined) return page(checkFormPage({ csrf: ctx.csrf }));
  if (typed.trim() === '') return page(checkFormPage({ csrf: ctx.csrf, codeError: 'Escriba el código del documento.' }), 422);
  // A code that cannot be ours goes on its way too: it is answered where unknown codes are.
  return seeOther(checkPath(encodeURIComponent(parseCode(typed) ?? typed.trim().slice(0, 40))));
}

async function showCertificate(certificates: Certificates, ctx: Context): Promise<Answer> {
  const asked = ctx.params['code'] ?? '';
  const code = parseCode(asked);
  if (code !== undefined && code !== asked) return seeOther(checkPath(code));
  try {
    return page(certificatePage(await getView(certificates, ctx, asked)));
  } catch (caught) {
    if (!isRefusal(caught, 'certificates.not_found')) throw caught;
    return page(checkFormPage({ csrf: ctx.csrf, code: asked.slice(0, 40), codeError: caught.message }), caught.status);
  }
}

async function getView(certificates: Certificates, ctx: Context, asked = ''): Promise<PublicView> {
  const certificate = await certificates.findByCode(ctx.db, asked);
  return certificate === undefined ? refuse('not_found') : publicViewOf(certificate, ctx.now);
}

async function checkUpload(certificates: Certificates, ctx: Context): Promise<Answer> {
  try {
    const bytes = await readUpload(ctx.parts());
    return page(verdictPage(await certificates.checkFile(ctx.db, bytes, ctx.now), ctx.now));
  } catch (caught) {
    if (!isRefusal(caught) || !caught.code.startsWith('certificates.')) throw caught;
    return page(checkFormPage({ csrf: ctx.csrf, fileError: caught.message }), caught.status);
  }
}
