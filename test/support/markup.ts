import { HtmlValidate } from 'html-validate';
import { framePage } from '#kernel/html/frame.ts';
import { hiddenField } from '#kernel/html/components.ts';
import type { PageContent } from '#kernel/http/index.ts';

// Style of writing is not what is checked here: only whether a browser and a screen reader understand the page.
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: {
  'void-style': 'off', 'no-trailing-whitespace': 'off', 'doctype-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'prefer-native-element': 'off', 'no-raw-characters': 'off',
  // HTML lets an id have dots, and a field within a group has: `socios.0.nombre`.
  'valid-id': ['error', { relaxed: true }],
  // Boxes of one question share its name, and the server reads them as a list.
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  // govuk-frontend marks the three boxes of a date so, for older screen readers.
  'no-redundant-role': 'off',
} });

/** Everything that html-validate finds wrong with a page in its frame, and words that no person should read. */
export async function markupFaults(content: PageContent): Promise<readonly string[]> {
  const document = framePage(content, { path: '/prueba', demo: false, navigation: [], csrf: () => hiddenField('csrf', 'prueba'), cssHref: '/estilo.css' });
  return [...(await documentFaults(document)), ...(/>[^<]*\b(undefined|null|NaN|\[object)\b/.test(document) ? ['a word of the program on the page'] : [])];
}

/** Everything that html-validate finds wrong with a whole document, each with its line. */
export async function documentFaults(document: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(document);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${document.split('\n')[line - 1]?.slice(0, 160)})`));
}
