import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { unitsOf } from '../domain/reading.ts';
import { getDefinition } from '../definitions.ts';
import { confidentialVersions, type VersionKey } from '../store/entity-cases.ts';

/** The versions of confidential procedures whose cases this officer may see in lists: those that their units work on. */
export async function readableVersions(db: Db, person: Person): Promise<readonly VersionKey[]> {
  if (person.entityId === undefined) return [];
  const versions = await confidentialVersions(db, person.entityId);
  const units = await Promise.all(versions.map(async ({ procedureId, version }) => unitsOf(await getDefinition(db, procedureId, version))));
  return versions.filter((_, index) => units[index]?.some((unit) => person.units.includes(unit)));
}
