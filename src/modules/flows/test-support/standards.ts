import { fileURLToPath } from 'node:url';

/** Folder with the published test material of the standards, which isn't part of this project: tests that need it are skipped by name without it. */
export const standardsFolder: string = process.env['VENTANILLA_STANDARDS'] ?? fileURLToPath(new URL('../../../../../shared/standards', import.meta.url));
