import type { Language } from '#kernel/text.ts';
import { defaultMessage } from '../content/index.ts';
import { render, type Rendered, type Variables } from '../domain/render.ts';
import { standardKeys, type Messages } from '../domain/template.ts';

/**
 * The message of a procedure under a key, filled in and ready for `notify`. What the procedure does not write comes from the defaults; a key that
 * neither knows gives a short «hay novedades», so that nobody is left without word. Spread the result into the request.
 */
export const renderMessage = (messages: Messages | undefined, key: string, language: Language, variables: Variables): Rendered =>
  render(messages?.get(key) ?? defaultMessage(key), language, variables);

/** Whether a key has words of its own: in the procedure's messages or in the defaults. For the check of `v:message`. */
export const knowsMessage = (messages: Messages | undefined, key: string): boolean => (messages?.has(key) ?? false) || standardKeys.some((known) => known === key);
