/** Persons, entities, sessions and logins: the only door of this module. */
export { identityModule } from './module.ts';
export type { IdentityModule } from './module.ts';
export { findPerson, getPerson, officersOfUnit, unitsOfEntity } from './actions/find-person.ts';
export { createOfficer, disableOfficer, enableOfficer, setOfficerAccess } from './actions/manage-officers.ts';
export { resetPassword, resetSecondFactor } from './actions/reset-parts.ts';
export { readOfficer } from './domain/officer-form.ts';
export { findAccountByUsername as findOfficerAccount, listOfficers } from './store/officers.ts';
export { ensureEntity } from './actions/create-entity.ts';
export { findEntity, findEntityByKey, listEntities } from './store/entities.ts';
export { nameUnits, unitNames } from './store/units.ts';
export { registerClient } from './provider/clients.ts';
export { demoAccounts, demoOfficers } from './demo/people.ts';
export { demoEntityId, demoOfficerId, endDemo, seedDemo } from './demo/seed.ts';
export { carrySessions } from './store/sessions.ts';
export { forgetLaterCodes } from './actions/forget-later-codes.ts';
export { rotateKeys } from './keys.ts';
export { findKeyState } from './key-state.ts';
export type { KeyState, PublishedKey } from './key-state.ts';
