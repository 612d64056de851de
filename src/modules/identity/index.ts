/** Persons, entities, sessions and logins: the only door of this module. */
export { identityModule } from './module.ts';
export type { IdentityDeps, IdentityModule } from './module.ts';
export type { Authenticate } from './actions/authenticate.ts';
export { findPerson, getPerson, officersOfUnit } from './actions/find-person.ts';
export { createOfficer, disableOfficer, enableOfficer, resetOfficer, setOfficerAccess, setPassword } from './actions/manage-officers.ts';
export type { OfficerDraft } from './actions/manage-officers.ts';
export type { OfficerRole } from './domain/officer-roles.ts';
export { findAccountByUsername as findOfficerAccount } from './store/officers.ts';
export { ensureEntity } from './actions/create-entity.ts';
export { findEntity, findEntityByKey, listEntities } from './store/entities.ts';
export type { Entity } from './store/entities.ts';
export { registerClient } from './provider/clients.ts';
export type { ForeignClient } from './provider/clients.ts';
export { openKeys, rotateKeys } from './keys.ts';
export type { Keys } from './keys.ts';
export { demoAccounts, demoCitizens, demoEntities, demoOfficers, demoPassword } from './demo/people.ts';
export { demoEntityId, demoOfficerId, seedDemo } from './demo/seed.ts';
