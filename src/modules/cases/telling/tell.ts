import { notify, parseMessages, renderMessage, type Messages } from '#modules/notifications/index.ts';
import { officersOfUnit } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Case, Definition } from '../domain/types.ts';
import { messageVariables } from './variables.ts';

/** Whom to tell what about a case. `to` is `applicant`, or `unit:<unit>` for every officer of it. */
export type Telling = { readonly key: string; readonly to: string; readonly idempotencyKey: string; readonly more?: Readonly<Record<string, unknown>>; readonly now: Date };

/** Puts a message into the mailbox of whom it concerns, and on its way by mail. Repeated under the same key it tells nobody twice. */
export async function tell(db: Db, definition: Definition, current: Case, telling: Telling): Promise<void> {
  const said = renderMessage(messagesOf(definition), telling.key, 'es', messageVariables(definition, current, telling.now, telling.more));
  const common = { ...said, entityId: current.entityId, caseId: current.id, now: telling.now };
  if (!telling.to.startsWith('unit:')) {
    await notify(db, { ...common, personId: current.applicantId, key: telling.idempotencyKey, link: `/mis-tramites/${current.id}`, email: addressOf(current) });
    return;
  }
  for (const officer of await officersOfUnit(db, current.entityId, telling.to.slice('unit:'.length))) {
    await notify(db, { ...common, personId: officer.id, key: `${telling.idempotencyKey}:${officer.id}`, link: `/escritorio/tramites/${current.id}`, email: officer.email });
  }
}

// An address that the applicant wrote into this very form is newer than the one the identity provider knows.
const addressOf = ({ answers, applicant }: Case): string | undefined => (typeof answers.correo === 'string' && answers.correo !== '' ? answers.correo : applicant.email);

const parsed = new WeakMap<Definition, Messages | null>();

function messagesOf(definition: Definition): Messages | undefined {
  const known = parsed.get(definition);
  if (known !== undefined) return known ?? undefined;
  const text = definition.files['messages.yaml'];
  const read = text === undefined ? undefined : parseMessages(text, 'messages.yaml').value;
  parsed.set(definition, read ?? null);
  return read;
}
