import { localDateOf, parseLocalDate, sayDay } from '#kernel/clock.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import type { Fee, FeeCurrency } from './fee.ts';
import type { PartialDate } from './partial-date.ts';
import type { DurationUnit, Hours, PaymentWay, Procedure, PublishedDuration, Requirement, Source } from './types.ts';

/** «10 días hábiles», «30 días (la fuente no dice si son hábiles)». */
export function sayDuration({ amount, unit }: PublishedDuration): string {
  const [one, many] = unitNames[unit];
  const said = `${amountFormat.format(amount)} ${amount === 1 ? one : many}`;
  return unit === 'days' ? `${said} (la fuente no dice si ${amount === 1 ? 'es hábil' : 'son hábiles'})` : said;
}

const unitNames = {
  minutes: ['minuto', 'minutos'], hours: ['hora', 'horas'], days: ['día', 'días'], business_days: ['día hábil', 'días hábiles'],
  calendar_days: ['día calendario', 'días calendario'], months: ['mes', 'meses'], years: ['año', 'años'],
} as const satisfies Record<DurationUnit, readonly [string, string]>;

const amountFormat = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 2 });

/** «22 de octubre de 2025», «octubre de 2025», «2025»: as much of the date as there is. */
export function sayPartialDate(date: PartialDate): string {
  const day = parseLocalDate(`${date}-01-01`.slice(0, 10));
  if (day === undefined || date.length === 4) return date;
  return date.length === 7 ? sayDay(day).replace(/^\d+ de /, '') : sayDay(day);
}

/** An amount of a tariff in hundredths: «Bs 17,00», «1 UFV». */
const sayAmount = (amountMinor: number, currency: FeeCurrency): string =>
  currency === 'UFV' ? `${amountFormat.format(amountMinor / 100)}\u00a0UFV` : sayMoney(bob(amountMinor));

/** What a fee costs, in words. */
export function sayFee(fee: Fee): string {
  switch (fee.kind) {
    case 'fixed': return fee.amountMinor === undefined ? 'monto por confirmar' : sayAmount(fee.amountMinor, fee.currency);
    case 'ufv': return fee.amountMinor === undefined ? 'monto por confirmar' : `${sayAmount(fee.amountMinor, fee.currency)}, al valor del día en que paga`;
    case 'formula': return 'se calcula con los datos de su solicitud';
    case 'per_unit': return `${sayAmount(fee.amountMinor, fee.currency)} por ${fee.unit}`;
    case 'by_category': return fee.amounts.map((one) => `${one.name}: ${sayAmount(one.amountMinor, fee.currency)}`).join('; ');
  }
}

/** Tariffs that no newer one has replaced. */
export const latestFees = (fees: readonly Fee[]): readonly Fee[] => fees.filter((fee) => fee.validTo === undefined);

export const paymentNames = {
  cash: 'Efectivo en ventanilla', bank_deposit: 'Depósito en banco', state_gateway: 'Pasarela de pagos del Estado', other_gateway: 'Otra pasarela de pago',
} as const satisfies Record<PaymentWay, string>;

/** «Datos publicados el 22 de octubre de 2025 según …; confirme antes de ir.» Facts are never shown as if they were in force today. */
export function saySource(source: Source): string {
  const when = source.date === undefined ? 'sin fecha conocida' : `${source.date.length === 10 ? 'el' : 'en'} ${sayPartialDate(source.date)}`;
  return `Datos publicados ${when}, según ${source.name}. Confirme antes de ir.`;
}

/** «De lunes a viernes, de 08:30 a 15:30», or without days where the source does not say them. */
export function sayHours({ days, opens, closes, note }: Hours): string {
  const which = days.length > 2 ? `De ${days[0]} a ${days.at(-1)}, de` : days.length > 0 ? `${days.join(' y ').replace(/^./, (letter) => letter.toUpperCase())}, de` : 'De';
  return `${which} ${opens} a ${closes}${note === undefined ? '' : `. ${note}`}`;
}

/** «Cédula de identidad (vigente)»: a requirement in one line. */
export const sayRequirement = ({ name, optional }: Requirement): string => (optional ? `${name} (solo si corresponde)` : name);

/** Where it is done: «En línea o en persona», or that the source does not say; what runs here can always be done on line. */
export function sayChannels({ channels }: Pick<Procedure, 'channels'>, runsHere: boolean): string {
  const online = runsHere || channels.some((one) => one.kind === 'online');
  const inPerson = channels.some((one) => one.kind === 'in_person');
  if (online && inPerson) return 'En línea o en persona';
  if (online) return 'En línea';
  return inPerson ? 'En persona' : 'La fuente no lo dice; consulte a la entidad';
}

/** `dd/mm/yyyy` of a day of the source, or of the publication where the source has no whole day. */
export const sayDayShort = (date: PartialDate | undefined, published: Date): string => {
  const day = date !== undefined && date.length === 10 ? date : localDateOf(published);
  return day.split('-').reverse().join('/');
};
