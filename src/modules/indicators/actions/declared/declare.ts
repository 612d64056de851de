import { audit } from '#kernel/audit/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { valueOf, type Declaration, type DeclarationId, type Said } from '../../domain/declared/declaration.ts';
import { stepsFor, type Step } from '../../domain/declared/steps.ts';
import type { Measured } from '../../domain/dashboard/frame.ts';
import { refuse } from '../../errors.ts';
import { addUp, changeDraft, insertDeclaration, moveDeclaration, type Place } from '../../store/declared/declarations.ts';
import { dropDeclaredFigure } from '../../store/declared/figures.ts';
import { country, writeFigures, type Figure } from '../../store/figures.ts';
import { refuseLockedYear } from '../evaluation/locked.ts';

/** Somebody who answers for an entity. */
export type Declarer = Person & { readonly entityId: EntityId };

/** Begins a declared figure as a draft. Refuses a period that is declared already, and one of a year whose evaluation is closed. */
export const beginDeclaration = (db: Db, person: Person, place: Place, said: Said, now: Date): Promise<DeclarationId> => db.transaction(async (tx) => {
  await refuseLockedYear(tx, place.period);
  const id = await insertDeclaration(tx, place, said, person, now) ?? refuse('declared_already');
  await audit(tx, { action: 'indicators.declaration_begun', subject: `declaration:${id}`, person, at: now });
  return id;
});

/** Keeps what was changed in a draft; refuses where somebody changed or moved it meanwhile. */
export const changeDeclaration = (db: Db, person: Person, declaration: Declaration, said: Said, now: Date): Promise<void> => db.transaction(async (tx) => {
  await refuseLockedYear(tx, declaration.period);
  if (!await changeDraft(tx, declaration, said, person, now)) refuse('declaration_moved');
  await audit(tx, { action: 'indicators.declaration_changed', subject: `declaration:${declaration.id}`, person, at: now });
});

/** A step that somebody wants to take, and why. */
export type Wanted = { readonly step: Step; readonly reason: string; readonly coordinates: boolean };

/** Takes a step with a figure; gives the words for who took it. What is accepted becomes a figure of the dashboard, and what is reopened stops being one. */
export const takeStep = (db: Db, person: Person, declaration: Declaration, { step, reason, coordinates }: Wanted, indicator: Measured, now: Date): Promise<string> => db.transaction(async (tx) => {
  await refuseLockedYear(tx, declaration.period);
  const row = stepsFor(actorOf(person, declaration, coordinates), declaration).find((each) => each.step === step) ?? refuse('step_not_allowed');
  if (row.needsReason && reason === '') refuse('step_reason');
  if (!await moveDeclaration(tx, declaration, row.to, { step, reason }, person, now)) refuse('declaration_moved');
  if (row.to === 'accepted') await writeFigures(tx, [figureOf(declaration, indicator, now)]);
  if (row.from === 'accepted') await dropDeclaredFigure(tx, declaration.entityId, declaration);
  if (row.to === 'accepted' || row.from === 'accepted') await renewCountry(tx, declaration, indicator, now);
  await audit(tx, { action: `indicators.declaration_${step}`, subject: `declaration:${declaration.id}`, person, entityId: declaration.entityId, at: now });
  return row.done;
});

/** Who acts, as the rules of steps see them. */
export const actorOf = (person: Person, { entityId }: Pick<Declaration, 'entityId'>, coordinates: boolean) =>
  ({ id: person.id, roles: person.roles satisfies readonly Role[], isOfEntity: person.entityId === entityId, coordinates });

const figureOf = ({ entityId, kind, period, num, den, value }: Declaration, { code, version, sha256 }: Measured, now: Date): Figure =>
  ({ indicator: code, entityId, kind, period, origin: 'declared', num, den, value, operands: {}, cutOff: now, version, sha256, population: null });

// What the country declares is what its entities declared together; with the last one gone nothing is left.
async function renewCountry(tx: Tx, { kind, period }: Declaration, indicator: Measured, now: Date): Promise<void> {
  const { num, den, entities } = await addUp(tx, indicator.code, kind, period);
  if (entities === 0 || num === null) { await dropDeclaredFigure(tx, country, { indicator: indicator.code, kind, period }); return; }
  const { code, version, sha256 } = indicator;
  await writeFigures(tx, [{ indicator: code, entityId: country, kind, period, origin: 'declared', num, den, value: valueOf(indicator, num, den), operands: { entidades: entities }, cutOff: now, version, sha256, population: null }]);
}
