/** Telling others what happened: written with the fact in one transaction, delivered at least once afterwards. Timers are messages for later. */
export type { Delivery, Job, OutboxMessage, Subscription } from './types.ts';
export { cancelMessages, enqueue, outboxJson } from './enqueue.ts';
export { createDispatcher } from './dispatcher.ts';
export type { Dispatcher } from './dispatcher.ts';
export { givenUpMessages, lateMessages, retryMessage } from './troubles.ts';
export { hastenPostponed } from './put-back.ts';
export type { TroubledMessage } from './troubles.ts';
