import { actAsOfficer, countMax, officerLoads, queuePage, type QueueLine } from '#modules/cases/index.ts';
import { officersOfUnit, unitsOfEntity } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { localDateOf } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { button, checkboxes, emptyState, errorSummary, postForm } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { refuse } from '../errors.ts';
import { isAtWork, officerOf } from '../officer.ts';
import { textsIn } from '../posted-text.ts';
import { sayCount } from '../words.ts';
import { teamHref } from './show-team.ts';

const tasksMax = 200;

/** Somebody whose tasks are handed out, and who could have them: each with how many they hold. */
type Handout = { readonly from: Person; readonly colleagues: readonly Colleague[]; readonly lines: readonly QueueLine[] };
type Colleague = Person & { readonly held: number };

/** `GET /escritorio/equipo/reparto?persona=`: asks among whom the tasks of somebody who is away are handed out. */
export const askDistribution = async (ctx: Context): Promise<Answer> => distributionPage(ctx, await handoutOf(ctx));

/** `POST /escritorio/equipo/reparto?persona=`: hands each task to who holds least among the chosen of its unit; what nobody chosen may have stays. */
export async function distribute(ctx: Context): Promise<Answer> {
  const handout = await handoutOf(ctx), chosen = handout.colleagues.filter(({ id }) => textsIn(ctx.form, 'entre').includes(id));
  if (chosen.length === 0) return distributionPage(ctx, handout, 'Elija al menos a una persona.');
  const held = new Map(chosen.map((one) => [one.id, one.held]));
  let moved = 0;
  for (const line of handout.lines) {
    const to = await handOn(ctx, line, chosen.filter(({ units }) => units.includes(line.unit)).sort((a, b) => (held.get(a.id) ?? 0) - (held.get(b.id) ?? 0)));
    if (to) { moved += 1; held.set(to.id, (held.get(to.id) ?? 0) + 1); }
  }
  return seeOther(teamHref({ person: handout.from.id }), sayMoved(handout, moved));
}

// Four eyes, or a case that the supervisor may not read, keep a task where it is; whoever took or answered it meanwhile has it no more.
async function handOn(ctx: Context, { caseId, key }: QueueLine, people: readonly Person[]): Promise<Person | undefined> {
  for (const to of people) {
    try {
      await actAsOfficer(ctx.db, caseId, officerOf(ctx), { type: 'hand_over', task: key, to }, ctx.now);
      return to;
    } catch (caught) {
      if (!isRefusal(caught)) throw caught;
    }
  }
  return undefined;
}

async function handoutOf(ctx: Context): Promise<Handout> {
  const { entityId } = officerOf(ctx), units = await unitsOfEntity(ctx.db, entityId);
  const people = [...new Map((await Promise.all(units.map((unit) => officersOfUnit(ctx.db, entityId, unit)))).flat().map((person) => [person.id, person])).values()];
  const from = people.find(({ id }) => id === ctx.query.persona) ?? refuse('person_not_found');
  const others = people.filter((person) => person.id !== from.id && isAtWork(person));
  const [loads, lines] = await Promise.all([
    officerLoads(ctx.db, entityId, others.map(({ id }) => id), localDateOf(ctx.now)),
    queuePage(ctx.db, { entityId, units, held: 'mine', personId: from.id, dueBefore: undefined, after: undefined, limit: tasksMax }),
  ]);
  const wanted = new Set(lines.map(({ unit }) => unit));
  const colleagues = others.filter((one) => one.units.some((unit) => wanted.has(unit))).map((one) => ({ ...one, held: loads.find(({ personId }) => personId === one.id)?.held ?? 0 }));
  return { from, lines, colleagues };
}

function sayMoved({ from, lines }: Handout, moved: number): string {
  const left = lines.length - moved, said = moved === 0 ? 'No se pudo pasar ninguna tarea.' : moved === 1 ? 'Pasamos 1 tarea.' : `Pasamos ${moved} tareas.`;
  return left === 0 ? said : `${said} ${left === 1 ? '1 sigue' : `${left} siguen`} con ${from.name}: quien eligió no es de su unidad, o ya actuó en ese trámite y no puede decidirlo también.`;
}

function distributionPage(ctx: Context, { from, colleagues, lines }: Handout, error?: string): Answer {
  const form = postForm({ csrf: ctx.csrf, body: html`${checkboxes({
    id: 'entre', name: 'entre', label: '¿Entre quiénes?', hint: 'Cada tarea va a quien menos tiene de su unidad. Quien la reciba la encuentra en su escritorio.', labelSize: 'm', error, values: textsIn(ctx.form, 'entre'),
    options: colleagues.map(({ id, name, held }) => ({ value: id, text: `${name} (${sayCount(held, countMax)} a su cargo)` })),
  })}${button({ text: lines.length === 1 ? 'Repartir 1 tarea' : `Repartir ${lines.length} tareas` })}` });
  return page({
    title: `Repartir las tareas de ${from.name}`, section: '/escritorio', hasErrors: error !== undefined, noIndex: true, backLink: { href: teamHref({ person: from.id }), text: 'Volver sin repartir' },
    main: html`${errorSummary(error === undefined ? [] : [{ href: '#entre', text: error }])}<h1 class="govuk-heading-l">Repartir las tareas de ${from.name}</h1>
      ${lines.length === 0 ? emptyState({ title: 'No tiene tareas', body: 'Nada que repartir.' }) : colleagues.length === 0 ? emptyState({ title: 'No hay entre quiénes repartir', body: 'Sus unidades no tienen a nadie más en servicio.' }) : form}`,
  }, error === undefined ? 200 : 422);
}
