import { statfs } from 'node:fs/promises';
import { countNotScanned } from '#modules/documents/index.ts';
import { findProgress } from '#modules/indicators/index.ts';
import { findEntity, findKeyState } from '#modules/identity/index.ts';
import { failedLetters, mailWay, retriedLetters, type FailedLetter } from '#modules/notifications/index.ts';
import { databaseState, type Db } from '#kernel/db/index.ts';
import { invariant, isRefusal } from '#kernel/errors/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { givenUpMessages, lateMessages, type TroubledMessage } from '#kernel/outbox/index.ts';
import type { Check } from '../domain/check.ts';
import { checksOf } from '../domain/checks.ts';
import { countMax, type Facts, type Problem } from '../domain/facts.ts';
import type { UpkeepDeps } from '../wiring.ts';
import { lastBackup } from './note-backup.ts';

/** Everything that the page shows. Lists have one more than `shownMax` where there are more than it shows. */
export type State = {
  readonly checks: readonly Check[];
  readonly late: readonly TroubledMessage[];
  readonly givenUp: readonly TroubledMessage[];
  readonly letters: readonly FailedLetter[];
};

/** How many rows a list shows. */
export const shownMax = 25;
const letterDaysMax = 30;

/** Looks at everything at once. What is asked of the database stops early, so that a large one answers as a small one. */
export async function look(deps: UpkeepDeps, db: Db, entityId: EntityId, now: Date): Promise<State> {
  const after = new Date(now.getTime() - letterDaysMax * 86_400_000);
  const [facts, late, givenUp, letters] = await Promise.all([
    factsOf(deps, db, entityId, now), lateMessages(db, now, shownMax + 1), givenUpMessages(db, shownMax + 1), failedLetters(db, entityId, after, shownMax + 1),
  ]);
  return { checks: checksOf(facts, now), late, givenUp, letters };
}

async function factsOf(deps: UpkeepDeps, db: Db, entityId: EntityId, now: Date): Promise<Facts> {
  const { config: { demo, dataFolder, databaseUrl, environment }, version, signingKey } = deps;
  const [database, disk, backedUp, antivirus, filesNotScanned, retried, measures, seal, keys] = await Promise.all([
    databaseState(db), statfs(dataFolder), lastBackup(db), deps.antivirus(), countNotScanned(db, countMax), retriedLetters(db, entityId, countMax), findProgress(db, now), sealOf(deps, db, entityId),
    orProblem(() => findKeyState(dataFolder)),
  ]);
  return {
    demo, version, node: process.versions.node, antivirus, filesNotScanned, measures, seal, lastBackup: backedUp,
    database: { ...database, isEmbedded: databaseUrl === undefined },
    disk: { folder: dataFolder, free: disk.bavail * disk.bsize, all: disk.blocks * disk.bsize },
    mail: { way: mailWay(environment, demo), retried: retried.count, ...(retried.problem !== undefined && { problem: retried.problem }) },
    keys, signing: { key: signingKey, isStandIn: !environment.OIDC_ISSUER },
  };
}

async function sealOf({ certificates }: UpkeepDeps, db: Db, entityId: EntityId): Promise<Facts['seal']> {
  const entity = await findEntity(db, entityId);
  invariant(entity, 'an administrator serves an entity of this installation');
  return orProblem(() => certificates.sealOf(entity));
}

/** What can't be opened is what this page is for. */
async function orProblem<Found>(open: () => Found | Promise<Found>): Promise<Found | Problem> {
  try {
    return await open();
  } catch (caught) {
    if (!isRefusal(caught)) throw caught;
    return { problem: caught.message };
  }
}
