import { unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { button, checkboxes, postForm, select } from '#kernel/html/components.ts';
import { html, type Child } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { partForms } from '../content/forms.ts';
import type { Examination } from '../domain/examination.ts';
import { findingsOf, rowsOf, textOf, type Part, type PartKind } from '../domain/parts.ts';
import { examinationHref, kindWord, partHref } from './addresses.ts';
import { formPage } from './form-pages.ts';
import { shorten } from './words.ts';

/** A part that is being written: a new one has no `part`. `findings` are those that a recommendation may answer to. */
export type PartShown = { readonly examination: Examination; readonly kind: PartKind; readonly part?: Part | undefined; readonly parent?: Part | undefined; readonly answers: Answers; readonly state?: PostedState; readonly findings: readonly Part[]; readonly parents: readonly Part[] };

const newTitles = { request: 'Pedido de información', finding: 'Nuevo hallazgo', recommendation: 'Nueva recomendación' } as const satisfies Record<PartKind, string>;
const names = { request: 'Pedido', finding: 'Hallazgo', recommendation: 'Recomendación' } as const satisfies Record<PartKind, string>;

/** The form of a part of an examination, with what it is tied to; and the way to take it out. */
export function partPage(ctx: Context, shown: PartShown): PageContent {
  const { examination, kind, part, answers, state = unposted } = shown;
  return formPage(ctx, {
    form: partForms[kind], answers, state, title: part ? `${names[kind]} ${part.code}` : newTitles[kind], caption: shorten(textOf(examination.answers, 'referencia'), 120), back: { href: examinationHref(examination.id), text: 'Examen' }, submit: 'Guardar',
    action: part ? `${partHref(part.id)}?revision=${part.revision}` : examinationHref(examination.id, `/partes/${kindWord(kind)}`), first: ties(shown), after: part && removal(ctx, part),
  });
}

function ties({ kind, answers, examination, findings, parents, part, parent }: PartShown): Child {
  if (kind === 'finding') return select({ id: 'aspecto', name: 'aspecto', label: 'Aspecto', emptyText: 'Sin aspecto', value: textOf(answers, 'aspecto'), options: rowsOf(examination.answers, 'aspectos').map((row) => ({ value: textOf(row, 'nombre'), text: textOf(row, 'nombre') })) });
  if (kind === 'request') return false;
  return html`${part === undefined && parents.length > 0 && select({ id: 'padre', name: 'padre', label: 'Dentro de otra recomendación (opcional)', emptyText: 'No, va por sí sola', value: parent?.id ?? '', options: parents.map((one) => ({ value: one.id, text: `${one.code}: ${shorten(textOf(one.answers, 'texto'), 80)}` })) })}
    ${findings.length > 0 && checkboxes({ id: 'hallazgos', name: 'hallazgos', label: 'Hallazgos a los que responde (opcional)', small: true, values: findingsOf({ answers }), options: findings.map(({ code, answers: found }) => ({ value: code, text: `${code}: ${shorten(textOf(found, 'condicion'), 120)}` })) })}`;
}

const removal = (ctx: Context, { id, code }: Part): Child => postForm({ csrf: ctx.csrf, action: partHref(id, '/retiro'), body: button({ text: `Quitar ${code} del examen`, kind: 'warning' }) });
