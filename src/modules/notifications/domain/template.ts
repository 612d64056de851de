import type { Feel } from '#kernel/feel/index.ts';
import type { Language } from '#kernel/text.ts';

/** A text with places to fill in: plain pieces and FEEL expressions, in order. */
export type Template = readonly (string | Feel)[];

/** A template for each language in which somebody wrote it; Spanish always. */
export type Templates = { readonly es: Template } & { readonly [other in Exclude<Language, 'es'>]?: Template };

/** One message of a procedure. */
export type Message = {
  readonly subject: Templates;
  readonly body: Templates;
  /** What goes out by mail besides the subject: no personal data. */
  readonly mail?: Templates;
  /** External channels; absent means all of them. The mailbox is always told. */
  readonly channels?: readonly string[];
};

/** The messages of a procedure by their key. */
export type Messages = ReadonlyMap<string, Message>;

/** Keys that every procedure has, because there are defaults for them. */
export const standardKeys = [
  'received', 'observed', 'admitted', 'granted', 'refused', 'referred', 'abandoned', 'withdrawn', 'payment_due', 'payment_received', 'appointment_due', 'appointment_booked',
  'appointment_moved', 'appointment_cancelled', 'appointment_reminder', 'appointment_displaced', 'slot_freed', 'term_moved', 'certificate_ready', 'certificate_expiring', 'certificate_revoked', 'news',
] as const;
export type StandardKey = (typeof standardKeys)[number];

/** Names that messages see besides the answers of the form and the results of the flow. */
export const standardNames = ['solicitante', 'tramite', 'hoy', 'cobro', 'cita', 'plazo', 'observacion', 'decision', 'certificado'] as const;

/** Names that may travel by ordinary mail: they say nothing about the person. */
export const publicNames: readonly string[] = ['tramite', 'hoy', 'cobro', 'cita', 'plazo', 'certificado'];

/** Functions that expressions of a message may call: `dia(plazo.fecha)`, `bolivianos(cobro.centavos)`. */
export const functionNames = ['dia', 'bolivianos'] as const;
