import type { TimerWhen } from './types.ts';

/** The ways to say when a timer fires. */
export type TimeKind = 'duration' | 'date' | 'cycle' | 'term';

const makers = {
  duration: (text: string): TimerWhen => ({ duration: text }), date: (text: string): TimerWhen => ({ date: text }),
  cycle: (text: string): TimerWhen => ({ cycle: text }), term: (text: string): TimerWhen => ({ term: text }),
} as const satisfies Record<TimeKind, (text: string) => TimerWhen>;

/** A time of a kind. */
export const timerWhen = (kind: TimeKind, text: string): TimerWhen => makers[kind](text);

/** The kind of a time, and its text. */
export function sayTimer(when: TimerWhen): { readonly kind: TimeKind; readonly text: string } {
  if ('duration' in when) return { kind: 'duration', text: when.duration };
  if ('date' in when) return { kind: 'date', text: when.date };
  return 'cycle' in when ? { kind: 'cycle', text: when.cycle } : { kind: 'term', text: when.term };
}
