import { renderPage, type Answers, type PostedState } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { systemForm } from '../../content/system-form.ts';
import type { System } from '../../domain/systems/system.ts';
import { systemHref } from './addresses.ts';

/** The form of a system: of a new one where there is none yet. */
export function editSystemPage(ctx: Context, system: Pick<System, 'id' | 'name' | 'revision'> | undefined, answers: Answers, { errors, entered, asksMore }: PostedState): PageContent {
  const title = system ? 'Datos del sistema' : 'Registrar un sistema', pages = systemForm.pages.map((page) => ({ ...page, title: { es: title } })), [shown] = pages;
  invariant(shown, 'the form of a system has a page');
  return {
    title, section: '/plan', noIndex: true, hasErrors: errors.length > 0, backLink: system ? { href: systemHref(system.id), text: system.name } : { href: '/plan/sistemas', text: 'Sistemas de apoyo' },
    main: renderPage({ ...systemForm, pages }, shown, answers, errors, {
      csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, submitText: 'Guardar', action: system ? `${ctx.path}?revision=${system.revision}` : ctx.path, ...(system ? { caption: system.name } : {}),
    }),
  };
}
