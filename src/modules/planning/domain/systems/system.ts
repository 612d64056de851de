import { plain } from '../inventory/declared.ts';

/** How a system is named, for comparing: without accents, capitals and spare spaces; nothing where no name is said. */
export const systemKeyOf = (name: string): string | null => plain(name.replaceAll(/\s+/g, ' ')) || null;
