/** Something that was said about a section, or that a comment was settled or opened again. */
export type Note = { readonly id: string; readonly section: string; readonly thread: string; readonly kind: 'comment' | 'reply' | 'resolved' | 'reopened'; readonly body: string; readonly at: Date; readonly name: string };

/** A comment with what was answered, and whether it waits still. */
export type Thread = { readonly id: string; readonly section: string; readonly isOpen: boolean; readonly notes: readonly Note[] };

/** What was said as threads: the open ones first, each in the order in which it was said. */
export function threadsOf(notes: readonly Note[]): readonly Thread[] {
  const threads = new Map<string, Note[]>();
  for (const note of notes) { const known = threads.get(note.thread) ?? []; known.push(note); threads.set(note.thread, known); }
  const all = [...threads].flatMap(([id, said]): readonly Thread[] => (said[0]?.kind === 'comment' ? [{ id, section: said[0].section, notes: said, isOpen: said.findLast(({ kind }) => kind === 'resolved' || kind === 'reopened')?.kind !== 'resolved' }] : []));
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)];
}
