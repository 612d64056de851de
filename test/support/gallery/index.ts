import { errorPage } from '#kernel/html/error-pages.ts';
import { framePage } from '#kernel/html/frame.ts';
import { hiddenField } from '#kernel/html/components.ts';
import { icon, stylesheet } from '#kernel/html/stylesheet.ts';
import type { PageContent } from '#kernel/http/types.ts';
import { fieldsPage, messagesPage } from './parts.ts';
import { caseScene, confirmationScene, procedureScene, queueScene, readingScene } from './scenes.ts';

/** Pages that between them show every component once: what the tests of the look are made with. By path. */
export const galleryPages: Readonly<Record<string, PageContent>> = {
  '/muestra/campos': fieldsPage,
  '/muestra/mensajes': messagesPage,
  '/muestra/tramite': procedureScene,
  '/muestra/expediente': caseScene,
  '/muestra/comprobante': confirmationScene,
  '/muestra/escritorio': queueScene,
  '/muestra/lectura': readingScene,
  ...Object.fromEntries([400, 403, 404, 429, 500, 503].map((status) => [`/muestra/error-${status}`, errorPage({ status, requestId: '0193-7f2a', retryAfterSeconds: 40 })])),
};

const navigation = [{ href: '/tramites', text: 'Trámites', current: false }, { href: '/mis-tramites', text: 'Mis trámites', current: false }, { href: '/verificar', text: 'Verificar', current: false }];

/** One page of the gallery as a whole document; odd pages have somebody logged in and a message. */
export function galleryDocument(path: string, content: PageContent): string {
  const known = path.startsWith('/muestra/e');
  return framePage(content, {
    path, demo: true, csrf: () => hiddenField('csrf', 'gallery'), cssHref: stylesheet().href, iconHref: icon().href, origin: 'https://ventanilla.ejemplo.bo',
    navigation: (known ? [...navigation, { href: '/escritorio', text: 'Escritorio', current: false }] : navigation),
    ...(known ? { person: { name: 'Juana Mamani Quispe' }, notice: 'Tomó el expediente 2026-000123.', entityName: 'Gobierno Autónomo Departamental de Oruro' } : {}),
  });
}
