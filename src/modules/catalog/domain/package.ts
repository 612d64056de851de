import type { Procedure, ProcedureId } from './types.ts';

/** The raw texts of a procedure's folder by file name, such as `flow.bpmn`: what other modules parse. */
export type ProcedureFiles = Readonly<Record<string, string>>;

/** A folder as it was read: its address inside `procedures/`, and its texts. */
export type ProcedureFolder = { readonly path: string; readonly files: ProcedureFiles };

/** A published version. It never changes; a case keeps the version it was opened with. */
export type PublishedProcedure = {
  readonly procedureId: ProcedureId;
  /** Counts from 1 for each procedure. */
  readonly version: number;
  /** SHA-256 in hex over the names and texts of the folder's files. */
  readonly hash: string;
  readonly publishedAt: Date;
  readonly procedure: Procedure;
  /** Whether it can be done here: the folder has a form and a flow. */
  readonly runsHere: boolean;
};

/** A version together with the texts of its folder, as they were when it was published. */
export type ProcedureVersion = PublishedProcedure & { readonly files: ProcedureFiles };

/** Whether a folder has what it takes to run here. */
export const runsHere = (files: ProcedureFiles): boolean => 'form.yaml' in files && 'flow.bpmn' in files;
