import { dirname } from 'node:path';
import type { Config } from '#kernel/config.ts';
import { migrate, migrationsIn, openDatabase, type Database } from '#kernel/db/index.ts';
import { startEmbedded } from '#kernel/postgres/index.ts';

/** The database of a running process, and how to let it go. */
export type RunningDatabase = { readonly db: Database; readonly embedded: boolean; readonly stop: () => Promise<void> };

/** Opens the configured server, or starts the embedded one, and brings its tables up to date. */
export async function startDatabase(config: Config, say: (sentence: string) => void): Promise<RunningDatabase> {
  if (config.databaseUrl === undefined) return startOwn(config, say);
  await migrate(config.databaseOwnerUrl ?? config.databaseUrl, userOf(config.databaseUrl), migrationsIn());
  const db = openDatabase(config.databaseUrl);
  return { db, embedded: false, stop: db.close };
}

async function startOwn(config: Config, say: (sentence: string) => void): Promise<RunningDatabase> {
  const server = await startEmbedded({ dataFolder: config.dataFolder, log: say, onLost: () => { say('La base de datos no vuelve a responder. Ventanilla se detiene: revise el disco y el registro postgres.log, y vuelva a iniciarla.'); process.exit(1); } });
  try {
    await migrate(server.ownerUrl, userOf(server.appUrl), migrationsIn());
  } catch (caught) {
    await server.stop();
    throw caught;
  }
  const db = openDatabase(server.appUrl);
  return { db, embedded: true, stop: async () => { await db.close(); await server.stop(); } };
}

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** The folder of procedures that come with the program. */
export const shippedProcedures = `${dirname(dirname(import.meta.dirname))}/procedures`;
