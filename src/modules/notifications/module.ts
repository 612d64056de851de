import type { Clock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { Log } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { deliver } from './actions/deliver.ts';
import { channels } from './channels/index.ts';
import { deliverTopic } from './events.ts';
import { notificationRoutes } from './routes.ts';

/** What the module needs from whoever starts the process. */
export type NotificationsDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Pick<Config, 'demo' | 'environment'>;
  /** Scheme and host at which people reach the site, without a slash at the end: letters lead there. */
  readonly publicUrl: () => string;
};

/** The mailbox and its ways out. Telling somebody is `notify`, which any module above may call. */
export function notificationsModule({ clock, log, config, publicUrl }: NotificationsDeps): Module {
  const { environment, demo } = config;
  const senders = new Map(channels.map((channel) => [channel.name, channel.open({ environment, demo, publicUrl, clock: clock.now })]));
  return {
    name: 'notifications',
    routes: notificationRoutes(demo ? { publicUrl, isReal: Boolean(environment.SMTP_URL) } : undefined),
    subscriptions: [{ topic: deliverTopic, name: 'send a letter', handle: (db, delivery) => deliver({ senders, publicUrl, log }, db, delivery) }],
    stop: async () => { for (const sender of senders.values()) await sender.stop(); },
  };
}
