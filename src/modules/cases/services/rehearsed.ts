import { certificateRehearsal } from './certificate/index.ts';
import { charge } from './charge/index.ts';
import type { Service } from './contract.ts';

/** Every service that a flow may call, as far as checks, rehearsals and the reference need it: nothing here touches the world. */
export const rehearsedServices: readonly Omit<Service, 'run'>[] = [charge, certificateRehearsal];
