import { insetText, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { sayText } from '#kernel/text.ts';
import { readText } from '../../domain/words.ts';
import { empty, type FieldType } from '../../domain/field-type.ts';

/** A paragraph between questions. It asks nothing. */
export const information: FieldType = {
  name: 'information',
  purpose: 'Un texto entre preguntas, que no pregunta nada.',
  stored: 'nada',
  attributes: { text: 'El texto.', style: 'plain, inset o warning (plain si no se dice).' },
  secondsToFill: 10,
  prepare: (own) => {
    const at = own.get('text');
    const text = at && readText(at);
    if (at === undefined) own.at.fault('text', 'Falta el texto («text»).', 'Escriba lo que la persona debe saber.');
    const style = own.get('style')?.oneOf(['plain', 'inset', 'warning']) ?? 'plain';
    return {
      asksNothing: true,
      read: () => empty,
      check: () => empty,
      ask: () => '',
      render: ({ label, language }) => {
        const words = text === undefined ? '' : sayText(text, language);
        const paragraphs = words.split(/\n{2,}/).map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`);
        const heading = label !== '' && html`<h2 class="govuk-heading-s">${label}</h2>`;
        if (style === 'warning') return warningText(words);
        return style === 'inset' ? insetText(html`${heading}${paragraphs}`) : html`${heading}${paragraphs}`;
      },
      say: () => [],
      schema: {},
    };
  },
};
