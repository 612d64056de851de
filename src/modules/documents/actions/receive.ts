import { rm } from 'node:fs/promises';
import type { Db } from '#kernel/db/index.ts';
import type { Part } from '#kernel/http/types.ts';
import { newId, type EntityId, type PersonId } from '#kernel/ids.ts';
import { acceptedKind, detect, type Detected } from '../content/detect.ts';
import { cleanName, sayName } from '../domain/clean-name.ts';
import { fileKinds, type FileKind } from '../domain/kinds.ts';
import { sayKinds } from '../domain/sentences.ts';
import type { FileOwner, StoredFile } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import { draftBytesOf, insertFile } from '../store/files.ts';
import { noteLoose } from '../store/loose.ts';
import { temporaryPath } from '../store/temporary.ts';
import type { Documents } from '../wiring.ts';
import { writeStream } from './write-stream.ts';

/** The part of a multipart body that is a file. */
export type FilePart = Extract<Part, { kind: 'file' }>;

/** Where the file belongs, and who sends it. */
export type Placement = { readonly entityId: EntityId; readonly owner: FileOwner; readonly fieldId: string; readonly personId?: PersonId | undefined };

/** What the field accepts: `uploadRules` of the forms module gives it. */
export type UploadLimits = { readonly accept: readonly FileKind[]; readonly bytesMax: number };

/**
 * Receives one uploaded file: streams it to disk while hashing, decides by content what it is, has the antivirus look at it, makes it
 * durable, and only then writes its row. `undefined` where the person chose no file. On a refusal (`documents.*`) the
 * part has been read to its end all the same, so that the next can follow, and nothing is kept.
 */
export async function receiveUpload(documents: Documents, db: Db, part: FilePart, placement: Placement, limits: UploadLimits, now: Date): Promise<StoredFile | undefined> {
  const path = temporaryPath(documents.temporaryFolder);
  const name = sayName(part.filename);
  part.stream.on('error', () => undefined);
  try {
    const { bytes, sha256 } = await writeStream(part.stream, path, limits.bytesMax, name);
    if (bytes === 0) return part.filename === '' ? undefined : refuse('empty', { name });
    const { kind, isActive } = accept(await detect(path), part.filename, name, limits);
    await checkRoom(db, placement, bytes, name);
    const scan = await scanned(documents, path, name);
    await noteLoose(db, sha256, now);
    await documents.store.put(sha256, path);
    const file: StoredFile = {
      ...placementOf(placement), id: newId<'file'>(now), name: cleanName(part.filename, kind), kind, type: fileKinds[kind].type, bytes, sha256, scan, active: isActive, createdAt: now,
    };
    return await insertFile(db, file);
  } finally {
    await rm(path, { force: true });
  }
}

const placementOf = ({ entityId, owner, fieldId, personId }: Placement) => ({ entityId, owner, fieldId, createdBy: personId });

function accept(detected: Detected, filename: string, name: string, limits: UploadLimits): { kind: FileKind; isActive: boolean } {
  const accepted = sayKinds(limits.accept);
  if (!('problem' in detected)) {
    const kind = acceptedKind(detected.kind, filename, limits.accept);
    return kind === undefined ? refuse('not_accepted', { name, accepted }) : { kind, isActive: detected.isActive };
  }
  if (detected.problem === 'too_many_pixels') return refuse('too_many_pixels', { name, width: detected.width, height: detected.height });
  return detected.problem === 'unknown' ? refuse('not_accepted', { name, accepted }) : refuse(detected.problem, { name });
}

// Far more than any application needs: nobody fills the disk with files that are never sent.
const draftBytesMax = 1_000_000_000;

async function checkRoom(db: Db, { owner, personId }: Placement, bytes: number, name: string): Promise<void> {
  if (personId === undefined || !owner.startsWith('draft:')) return;
  if (await draftBytesOf(db, personId) + bytes > draftBytesMax) refuse('drafts_full', { name });
}

async function scanned({ scanner, log }: Documents, path: string, name: string): Promise<StoredFile['scan']> {
  const verdict = await scanner.scan(path);
  if (verdict === 'infected') { log.warn('documents.infected_upload'); return refuse('infected', { name }); }
  return verdict === 'clean' ? 'clean' : 'not_scanned';
}
