import { readConfig, type Config } from '#kernel/config.ts';
import { migrate, migrationsIn, openDatabase, type Database } from '#kernel/db/index.ts';
import { findEmbedded, startEmbedded, type EmbeddedUrls } from '#kernel/postgres/index.ts';
import type { Terminal } from './terminal.ts';

/** The installation's database for one command: that of the server, a running copy's, or the embedded one started just for this. */
export type Opened = EmbeddedUrls & { readonly config: Config; readonly db: Database; readonly close: () => Promise<void> };

/** Opens it, with its tables up to date unless a running copy sees to them. */
export async function openInstallation(terminal: Terminal): Promise<Opened> {
  const config = readConfig(terminal.environment);
  const server = await findServer(config, terminal);
  if (!server.isRunning) await migrate(server.ownerUrl, roleOf(server.appUrl), migrationsIn());
  const db = openDatabase(server.appUrl);
  return { ...server, config, db, close: async () => { await db.close(); await server.stop(); } };
}

type Server = EmbeddedUrls & { readonly isRunning: boolean; readonly stop: () => Promise<void> };

async function findServer(config: Config, terminal: Terminal): Promise<Server> {
  const stop = async (): Promise<void> => undefined;
  if (config.databaseUrl !== undefined) return { ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl, appUrl: config.databaseUrl, isRunning: false, stop };
  const running = findEmbedded(config.dataFolder);
  if (running) return { ...running, isRunning: true, stop };
  return { ...(await startEmbedded({ dataFolder: config.dataFolder, log: terminal.tell })), isRunning: false };
}

/** The role that an address logs in with. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);
