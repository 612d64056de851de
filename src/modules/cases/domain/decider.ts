import type { EventOf, EventType } from './event.ts';
import type { Case, Decided, Definition } from './types.ts';
import type { World } from './world.ts';

/** What one kind of event does. Refuses what the state or the person does not allow; never reads a clock or a database. */
export type Decider<Type extends EventType> = (definition: Definition, current: Case, event: EventOf<Type>, world: World) => Decided;
