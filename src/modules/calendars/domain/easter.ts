import { invariant } from '#kernel/errors/index.ts';
import { calendarDay, type LocalDate } from '#kernel/clock.ts';

/** Easter Sunday of a Gregorian year, by the method published anonymously in Nature in 1876 (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): LocalDate {
  invariant(Number.isInteger(year) && year > 1582, 'Easter is computed for Gregorian years');
  const golden = year % 19, century = Math.floor(year / 100), ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const fromMarch = epact + weekday - 7 * late + 114;
  return calendarDay(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
