import { addWorkingDays, type Calendar } from '#modules/calendars/index.ts';
import { addDays, instantOf, localDateOf, sayTime } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { namedId, type Id } from '#kernel/ids.ts';
import { advance } from '../domain/advance.ts';
import { genesis } from '../domain/canonical.ts';
import type { EventOf, EventType } from '../domain/event.ts';
import { applyFact, emptyState } from '../domain/fold.ts';
import { caseNumber } from '../domain/number.ts';
import { caseDue } from '../domain/terms.ts';
import type { Actor, Case, Definition, Follow, Task } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import type { Service, ServiceAnswer } from '../services/contract.ts';
import { accepted, toAnswers } from './answers.ts';
import type { Act, OfficerAct, Scenario, Waiting } from './scenario.ts';

/** What a rehearsal stands on instead of the world: the working days, and services that pretend. */
export type Stage = { readonly calendar: Calendar; readonly services: readonly Pick<Service, 'name' | 'rehearse'>[] };

const eventsMax = 2_000;

// Ids that are the same in every run, made of names.
const idOf = <Kind extends string>(name: string): Id<Kind> => namedId(`ensayo:${name}`);

const system: Actor = { kind: 'system', id: null, name: 'Ventanilla', units: [], supervisor: false };

/**
 * One case on a stage. Time moves only by `wait`; services answer at once, and timers fire in order as time passes them. The case goes through the
 * same `advance` as a real one, so a rehearsal that passes says how the published procedure will behave.
 */
export class Player {
  readonly #definition: Definition;
  readonly #scenario: Scenario;
  readonly #stage: Stage;
  #now: Date;
  #current: Case;
  #events = 0;
  #messages: string[] = [];
  /** Elements that the case came to. */
  readonly reached = new Set<string>();

  constructor(definition: Definition, scenario: Scenario, stage: Stage) {
    this.#definition = definition;
    this.#scenario = scenario;
    this.#stage = stage;
    this.#now = scenario.start;
    this.#current = {
      id: idOf('case'), entityId: definition.entityId, number: caseNumber(definition.procedure.entity.acronym ?? 'V', localDateOf(scenario.start).slice(0, 4), 1),
      procedureId: definition.procedureId, version: definition.version, applicantId: idOf(scenario.applicant.name), applicant: scenario.applicant,
      seq: 0, head: genesis, state: emptyState, answers: {}, submittedAt: scenario.start, due: null,
    };
  }

  get current(): Case { return this.#current; }

  /** The moment, as a person reads it, for the report. */
  get clock(): string { return `${localDateOf(this.#now)} ${sayTime(this.#now)}`; }

  /** Messages since they were last taken. */
  takeMessages(): readonly string[] {
    const taken = this.#messages;
    this.#messages = [];
    return taken;
  }

  /** Does one thing; throws the refusal that a real case would answer. */
  play(act: Act): void {
    switch (act.kind) {
      case 'apply': return this.#apply(toAnswers(this.#definition.form, { ...this.#scenario.answers, ...act.answers }));
      case 'correct': return this.#correct(toAnswers(this.#definition.form, act.answers));
      case 'receive': return this.#do({ type: 'receive_message', by: system, name: act.message, data: act.facts });
      case 'officer': return this.#officer(act);
      case 'withdraw': return this.#do({ type: 'withdraw', by: this.#applicant(), reason: act.reason });
      case 'wait': return this.#wait(act.time);
    }
  }

  #apply(answers: Case['answers']): void {
    this.#current = { ...this.#current, answers: accepted(this.#definition, this.#current, answers, this.#now), submittedAt: this.#now };
    this.#do({ type: 'submit', by: this.#applicant() });
  }

  #correct(changes: Case['answers']): void {
    const answers = accepted(this.#definition, this.#current, { ...this.#current.answers, ...changes }, this.#now);
    this.#do({ type: 'correct', by: this.#applicant(), answers });
    this.#current = { ...this.#current, answers };
  }

  #officer({ unit, person: name = `Personal de ${unit}`, task: element, outcome, reason, observe, answers: written }: OfficerAct): void {
    const by: Actor = { kind: 'officer', id: idOf(name), name, units: [unit], supervisor: false };
    const task = this.#taskOf(unit, element);
    this.#do({ type: 'claim', by, task: task.key });
    this.#do({ type: 'complete_task', by, task: task.key, outcome, reason, observe, answers: toAnswers(this.#definition.form, written) });
  }

  #taskOf(unit: string, element: string | undefined): Task {
    const open = this.#current.state.tasks.filter((task) => (element === undefined ? task.unit === unit : task.element === element));
    return (open.length === 1 || element !== undefined ? open[0] : undefined) ?? refuse('task_not_open');
  }

  #applicant(): Actor {
    return { kind: 'applicant', id: this.#current.applicantId, name: this.#current.applicant.name, units: [], supervisor: false };
  }

  #do<Type extends EventType>(event: EventOf<Type>): void {
    invariant(++this.#events <= eventsMax, 'a rehearsal ends');
    const { fact, follows } = advance(this.#definition, this.#current, event, { now: this.#now, calendar: this.#stage.calendar });
    const state = applyFact(this.#current.state, fact);
    for (const entry of fact.then.trace ?? []) if (entry.startsWith('entered:')) this.reached.add(entry.slice('entered:'.length));
    this.#current = { ...this.#current, state, seq: this.#current.seq + 1, due: caseDue(this.#definition, state.terms) };
    for (const follow of follows) this.#follow(follow);
  }

  #follow(follow: Follow): void {
    if (follow.kind === 'message') this.#messages.push(follow.message);
    if (follow.kind !== 'service') return;
    const { token, element, service } = follow;
    const answer = this.#serve(follow);
    if ('result' in answer) this.#do({ type: 'service_done', by: system, token, element, service, result: answer.result });
    else this.#do({ type: 'service_failed', by: system, token, element, service, ...answer });
  }

  #serve({ service: name, element, parameters }: Extract<Follow, { kind: 'service' }>): ServiceAnswer {
    const service = this.#stage.services.find((one) => one.name === name);
    if (!service) return { code: 'unknown_service', reason: `El servicio «${name}» no existe.` };
    return service.rehearse({ current: this.#current, definition: this.#definition, element, parameters, now: this.#now });
  }

  #wait(time: Waiting): void {
    const end = this.#after(time);
    for (let next = this.#nextTimer(end); next; next = this.#nextTimer(end)) {
      this.#now = next.at > this.#now ? next.at : this.#now;
      this.#do({ type: 'fire_timer', by: system, id: next.id });
    }
    this.#now = end > this.#now ? end : this.#now;
  }

  #nextTimer(end: Date): { readonly id: string; readonly at: Date } | undefined {
    if (this.#current.state.closedAt !== undefined) return undefined;
    const due = Object.entries(this.#current.state.timers).map(([id, at]) => ({ id, at: new Date(at) })).filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  }

  #after(time: Waiting): Date {
    if (time.unit === 'until') return time.to;
    if (time.unit === 'hours') return new Date(this.#now.getTime() + time.amount * 3_600_000);
    const today = localDateOf(this.#now);
    const day = time.unit === 'days' ? addDays(today, time.amount) : addWorkingDays(today, time.amount, this.#stage.calendar);
    return instantOf(day, sayTime(this.#now));
  }
}
