import type { Place } from '#modules/calendars/index.ts';
import type { EntityId, Id } from '#kernel/ids.ts';

/** How somebody books: over the internet, or with the help of an officer at a counter. Each has its own quota. */
const channels = ['internet', 'counter'] as const;
export type Channel = (typeof channels)[number];

export type ResourceId = Id<'resource'>;

/** Hours of one weekday: 1 is Monday, 7 is Sunday (ISO 8601); times as `HH:MM` in Bolivia. */
export type OpeningHours = { readonly weekday: number; readonly from: string; readonly until: string };

/** What is booked, as a procedure describes it: a counter, an inspection team. */
export type ResourceDefinition = {
  /** Stable within the entity, such as `inspeccion-salud`. */
  readonly key: string;
  readonly name: string;
  /** Where people go, or what is visited. */
  readonly address: string;
  /** What to bring and when to come, one sentence each. */
  readonly instructions: readonly string[];
  /** Whose holidays close it. */
  readonly place: Place;
  readonly hours: readonly OpeningHours[];
  readonly slotMinutes: number;
  /** How many can come to one slot. */
  readonly capacity: number;
  /** At most so many of them by each channel; a channel that is left out may use the whole capacity. */
  readonly quotas?: Partial<Readonly<Record<Channel, number>>>;
  /** Over the internet one books at least so many hours before; at the counter there is no such limit. */
  readonly noticeHours: number;
  /** How many days ahead one can book. */
  readonly daysAheadMax: number;
  /** Until how many hours before the start the applicant may move it, and cancel it. */
  readonly changeUntilHours: number;
  readonly cancelUntilHours: number;
  /** Days on which only this resource is closed, with the reason that people read. */
  readonly closedDays?: readonly { readonly day: string; readonly reason: string }[];
};

/** A resource of an entity. */
export type Resource = ResourceDefinition & { readonly entityId: EntityId; readonly id: ResourceId };

/** At most so many of a slot's places go to a channel. */
export const quotaOf = (resource: ResourceDefinition, channel: Channel): number => Math.min(resource.capacity, resource.quotas?.[channel] ?? resource.capacity);

/** What can't be right in a definition, in Spanish; empty when all is well. */
export function resourceProblems(resource: ResourceDefinition): readonly string[] {
  const { slotMinutes, capacity, noticeHours, daysAheadMax, changeUntilHours, cancelUntilHours } = resource;
  const whole = (value: number, min: number, max: number): boolean => Number.isInteger(value) && value >= min && value <= max;
  const rules: readonly (readonly [boolean, string])[] = [
    [/^[a-z0-9]+(-[a-z0-9]+)*$/.test(resource.key), 'La clave del recurso lleva solo minúsculas, cifras y guiones.'],
    [resource.name.trim() !== '', 'Al recurso le falta el nombre.'],
    [whole(slotMinutes, 5, 480), 'Un turno dura entre 5 y 480 minutos.'],
    [whole(capacity, 1, 1_000), 'En un turno caben entre 1 y 1.000 personas.'],
    [channels.every((channel) => whole(quotaOf(resource, channel), 0, capacity)), 'El cupo de un canal es un número entero entre 0 y la capacidad.'],
    [whole(noticeHours, 0, 8_760) && whole(changeUntilHours, 0, 8_760) && whole(cancelUntilHours, 0, 8_760), 'Los plazos para reservar, cambiar y cancelar se escriben en horas, hasta un año.'],
    [whole(daysAheadMax, 1, 366), 'Se puede reservar con entre 1 y 366 días de anticipación.'],
    [resource.hours.length > 0 && resource.hours.every((one) => isOpening(one, slotMinutes)), 'El horario necesita día de la semana (1 a 7), inicio y fin, con lugar para al menos un turno.'],
    [!overlaps(resource.hours), 'Hay dos horarios del mismo día que se superponen.'],
  ];
  return rules.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

const isOpening = ({ weekday, from, until }: OpeningHours, slotMinutes: number): boolean =>
  Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 && time.test(from) && time.test(until) && minutesOf(until) - minutesOf(from) >= slotMinutes;

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

function overlaps(hours: readonly OpeningHours[]): boolean {
  return hours.some((one, i) => hours.some((other, j) => i < j && one.weekday === other.weekday && one.from < other.until && other.from < one.until));
}
