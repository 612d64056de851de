import { localDateOf } from '#kernel/clock.ts';
import { json, page, type Answer, type Context } from '#kernel/http/index.ts';
import { parseDepartment, type DepartmentCode } from '../domain/place.ts';
import { refuse } from '../errors.ts';
import { calendarPage } from '../pages/calendar-page.ts';
import { listDays, type StoredDay } from '../store/days.ts';

/** The public list of holidays as a page. */
export async function showCalendar(ctx: Context): Promise<Answer> {
  const asked = readAsked(ctx), all = await listDays(ctx.db);
  const years = [...new Set([...all.map(({ day }) => Number(day.slice(0, 4))), asked.year])].sort((a, b) => a - b);
  return page(calendarPage({ ...asked, years, days: chosen(all, asked), mayChange: ctx.person?.roles.includes('admin') ?? false }));
}

/** The same list for machines. */
export async function sendHolidays(ctx: Context): Promise<Answer> {
  const asked = readAsked(ctx);
  const days = chosen(await listDays(ctx.db), asked);
  return json({ anio: asked.year, ...(asked.department && { departamento: asked.department }), feriados: days.map(toJson) });
}

type Asked = { readonly year: number; readonly department: DepartmentCode | undefined };

function readAsked({ query, now }: Context): Asked {
  const year = query['anio'] || localDateOf(now).slice(0, 4);
  if (!/^(19|20|21)\d\d$/.test(year)) refuse('bad_year');
  const department = parseDepartment(query['departamento']);
  if (query['departamento'] && department === undefined) refuse('unknown_department');
  return { year: Number(year), department };
}

// Which department a municipality belongs to is not known here, so its days are shown with every department.
const chosen = (days: readonly StoredDay[], { year, department }: Asked): readonly StoredDay[] =>
  days.filter(({ day, scope, of }) => day.startsWith(`${year}-`) && (department === undefined || scope !== 'department' || of === department));

const alcances = { national: 'nacional', department: 'departamental', municipality: 'municipal' } as const satisfies Record<StoredDay['scope'], string>;

const toJson = ({ day, name, scope, of, norm, source, unconfirmed }: StoredDay) => ({
  fecha: day, nombre: name, alcance: alcances[scope],
  ...(scope === 'department' && { departamento: of }), ...(scope === 'municipality' && { municipio: of }),
  norma: norm, fuente: source, ...(unconfirmed !== undefined && { porConfirmar: unconfirmed }),
});
