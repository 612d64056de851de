import type { JobName } from './jobs.ts';

/** What a process is asked. */
export type Asked = { readonly job: JobName; readonly given: unknown };

/** What it answers: something, a refusal by its name, or what went wrong with us. */
export type Reply = { readonly value: unknown } | { readonly refused: string; readonly facts: Readonly<Record<string, unknown>> } | { readonly problem: string };
