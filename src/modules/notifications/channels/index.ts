import type { Channel } from './contract.ts';
import { email } from './email/index.ts';

/** Every external channel. To add one: its folder, and a line here. */
export const channels: readonly Channel[] = [email];

/** Their names, as messages.yaml writes them. */
export const channelNames: readonly string[] = channels.map(({ name }) => name);
