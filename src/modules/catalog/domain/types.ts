import type { Decided } from './decided.ts';
import type { Fee } from './fee.ts';
import type { PartialDate } from './partial-date.ts';
import type { Term } from './term.ts';

/**
 * One procedure (trámite) as its `procedure.yaml` describes it. What the source does not say is absent: a page shows «por confirmar» and
 * nobody invents it. Facts are as published on `source.date`, never as if in force today.
 */
export type Procedure = {
  /** Stable key `<entity>/<slug>`, the same from the row of the inventory to the certificate; it never changes once published. */
  readonly id: ProcedureId;
  /** The part of the address: `/tramites/<slug>`. One slug belongs to one procedure. */
  readonly slug: string;
  readonly name: string;
  /** Other names and words that people look for it with. */
  readonly keywords: readonly string[];
  /** What it is and whom it is for, in plain words. */
  readonly summary: string;
  readonly entity: EntityCard;
  /** What the units that work on it are called, under the keys of `v:unit`. */
  readonly units?: Readonly<Record<string, string>>;
  /** Letters of the department (`OR`), only for procedures of one department. */
  readonly department?: string;
  /** Keys of the vocabulary. */
  readonly audience: readonly string[];
  readonly categories: readonly string[];
  readonly lifeEvents: readonly string[];
  readonly channels: readonly Channel[];
  readonly requirements: readonly Requirement[];
  /** `unknown` where the source does not say; never true together with a fee. */
  readonly free: boolean | 'unknown';
  readonly fees: readonly Fee[];
  readonly payment: readonly PaymentWay[];
  /** What the source says of invoices, in its own words. */
  readonly invoice?: string;
  readonly duration?: PublishedDuration;
  readonly terms: Readonly<Record<string, Term>>;
  readonly steps: readonly string[];
  readonly places: readonly Place[];
  readonly hours: readonly Hours[];
  readonly legalBasis: readonly LegalBasis[];
  /** What happens by law when the entity does not answer in time; `unknown` means that nobody may assume approval. */
  readonly silence: Silence;
  readonly retention?: Retention;
  /** BCP 47 tags, Spanish first. */
  readonly languages: readonly string[];
  readonly output?: Output;
  readonly source: Source;
  /** Things that people should know, as the source or its reviewer notes them. */
  readonly notes: readonly string[];
  /** Decisions of ours about something that the source leaves open. */
  readonly decisions: readonly DesignDecision[];
  readonly confidential: boolean;
};

/** `<entity>/<slug>`, such as `aduana-nacional/copias-simples`. */
export type ProcedureId = string;

export type EntityCard = {
  readonly key: string;
  readonly name: string;
  readonly acronym?: string;
  readonly site?: string;
  readonly phone?: string;
};

export const channelKinds = ['in_person', 'online'] as const;
export type ChannelKind = (typeof channelKinds)[number];
export type Channel = { readonly kind: ChannelKind; readonly url?: string; readonly trackingUrl?: string };

export const paymentWays = ['cash', 'bank_deposit', 'state_gateway', 'other_gateway'] as const;
export type PaymentWay = (typeof paymentWays)[number];

export type DesignDecision = { readonly about: string; readonly reason: string };

export type Requirement = Decided & {
  /** Stable within the procedure; the form's fields and the flow may name it. */
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
  /** The entity that issues the document, when it is not the applicant's own. */
  readonly issuedBy?: { readonly key: string; readonly name: string; readonly acronym?: string };
  /** Documents that serve instead. */
  readonly alternatives: readonly string[];
  /** Only asked of these audiences, where requirements differ by group. */
  readonly audience: readonly string[];
  readonly optional: boolean;
  readonly basis?: string;
};

export const durationUnits = ['minutes', 'hours', 'days', 'business_days', 'calendar_days', 'months', 'years'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** How long it takes, as published. `days` means that the source does not say whether they are business or calendar days. */
export type PublishedDuration = { readonly amount: number; readonly unit: DurationUnit; readonly note?: string };

export type Place = {
  readonly name: string;
  readonly kind?: 'central' | 'regional' | 'branch';
  readonly address?: string;
  readonly department?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly phone?: string;
};

export const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening hours, `HH:MM` in Bolivian time; a day with a break has two rows. No days: the source does not say which. */
export type Hours = { readonly days: readonly Weekday[]; readonly opens: string; readonly closes: string; readonly note?: string };

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

export type LegalBasis = { readonly norm: string; readonly article?: string; readonly confidence: Confidence };

export const silences = ['positive', 'negative', 'none', 'unknown'] as const;
export type SilenceEffect = (typeof silences)[number];
export type Silence = Decided & { readonly effect: SilenceEffect; readonly basis?: string };

export type Retention = Decided & { readonly years?: number; readonly note?: string; readonly basis?: string };

export const outputKinds = ['registration', 'record', 'registration_and_record'] as const;
/** What comes out: the document's name, what the State's portal calls the kind of result, and how long it is valid, as published. */
export type Output = {
  readonly name?: string;
  readonly kind?: (typeof outputKinds)[number];
  readonly validity?: string;
};

/** Where the facts come from and the day on which they were published, as precisely as is known. */
export type Source = {
  readonly name: string;
  readonly url?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent when the source has no date. */
  readonly date?: PartialDate;
  readonly confidence: Confidence;
  /** Number of the procedure in the State's portal. */
  readonly portalId?: number;
  readonly portalSlug?: string;
  readonly notes?: string;
};
