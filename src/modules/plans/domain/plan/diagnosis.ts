import { sayDay, type LocalDate } from '#kernel/clock.ts';

/** What the inventory and the register of systems of an entity say on a day. */
export type InventoryFigures = { readonly procedures: number; readonly withDefects: number; readonly digital: number; readonly requestsAYear: number; readonly systems: number; readonly interoperating: number };

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

/** The sentence with which a diagnosis begins, from what is known of the entity on that day; nothing where its inventory is empty. */
export function sayFigures({ procedures, withDefects, digital, requestsAYear, systems, interoperating }: InventoryFigures, day: LocalDate): string | undefined {
  if (procedures === 0) return undefined;
  const of = (count: number, one: string, many: string): string => (count === 1 ? one : `${whole.format(count)} ${many}`);
  return `Al ${sayDay(day)}, el inventario de la entidad tiene ${of(procedures, 'un trámite', 'trámites')}, de los que ${of(digital, 'uno se puede hacer', 'se pueden hacer')} por medios digitales y ${of(withDefects, 'uno está', 'están')} por completar o corregir. `
    + `Se declaran ${of(requestsAYear, 'una solicitud', 'solicitudes')} al año. Se atienden con ${of(systems, 'un sistema informático', 'sistemas informáticos')}, de los que ${of(interoperating, 'uno intercambia', 'intercambian')} datos con otros.`;
}
