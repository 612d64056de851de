import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Fault } from '#kernel/faults.ts';
import type { Module } from '#kernel/module.ts';
import { loadCatalog, type CheckRest } from './actions/load.ts';
import { catalogRoutes } from './routes.ts';

/** What the module needs of the process. */
export type CatalogDeps = {
  readonly db: Db;
  readonly clock: Clock;
  /** The folder of procedures that is published at start. */
  readonly folder: string;
  /** Address at which people reach the site, without a slash at the end; asked at each request. */
  readonly publicUrl: () => string;
  /** Looks at what a folder has besides its card: a procedure with an error there is not published. */
  readonly checkRest?: CheckRest;
  /** Told what is wrong in the folder; what is wrong stays as it was published before. */
  readonly onFaults?: (faults: readonly Fault[]) => void;
};

/** The public catalogue: pages, search, exports and API, published from a folder at start. */
export const catalogModule = ({ db, clock, folder, publicUrl, checkRest, onFaults }: CatalogDeps): Module => ({
  name: 'catalog',
  routes: catalogRoutes(publicUrl),
  start: async () => {
    const { faults } = await loadCatalog(db, folder, clock.now(), checkRest);
    if (faults.length > 0) onFaults?.(faults);
  },
});
