import { dueDate } from '#modules/calendars/index.ts';
import { step, timerInstant, type Command, type Effect, type StepResult, type Variables } from '#modules/flows/index.ts';
import { metTerms, startTerm, termsAfter } from './terms.ts';
import { statusOf } from './status.ts';
import { refuse } from '../errors.ts';
import type { Case, CaseTerm, Consequences, Definition, Follow, Task, Wait } from './types.ts';
import { variablesOf, type World } from './world.ts';

/** What a command to the flow does to the case. */
export type Stepped = { readonly then: Consequences; readonly follows: readonly Follow[] };

/** Runs the flow one command further and tells the case's side of it: tasks, waits, terms, timers, and what others must do. */
export function stepCase(definition: Definition, current: Case, command: Command, world: World, events: readonly string[] = []): Stepped {
  const started = current.seq === 0 ? undefined : current.state.flow;
  let seen: Variables | undefined;
  // Most steps meet no expression, and then nothing needs to be known.
  const environment = { now: world.now, get variables() { return seen ??= variablesOf(definition, current, world.now); }, ...(definition.decisions ? { decisions: definition.decisions } : {}) };
  const result = step(definition.flow, started, command, environment);
  if (result.unapplied !== undefined) refuse(result.unapplied === 'already_ended' ? 'closed' : 'not_awaited');
  const draft = new Draft(definition, current, world);
  for (const event of events) draft.happened(event);
  for (const effect of result.effects) draft.take(effect);
  for (const entry of result.trace) if (entry.kind === 'left') draft.happened(definition.flow.elements[entry.element]?.attributes.event);
  return draft.finish(result);
}

/** Collects the effects of one step. It lives only inside `stepCase`. */
class Draft {
  readonly #definition: Definition;
  readonly #current: Case;
  readonly #world: World;
  readonly #opened: Task[] = [];
  readonly #follows: Follow[] = [];
  #waits: readonly Wait[];
  #terms: readonly CaseTerm[];
  #timers: Readonly<Record<string, string>>;
  #incident: string | null | undefined;

  constructor(definition: Definition, current: Case, world: World) {
    this.#definition = definition;
    this.#current = current;
    this.#world = world;
    this.#waits = current.state.waits;
    this.#terms = current.state.terms;
    this.#timers = current.state.timers;
    this.#incident = current.state.incident === undefined ? undefined : null;
  }

  /** An event of the law: some terms start, stop or go on. */
  happened(event: string | undefined): void {
    if (event !== undefined) this.#terms = termsAfter(this.#definition, this.#terms, event, this.#world) ?? this.#terms;
  }

  take(effect: Effect): void {
    switch (effect.kind) {
      case 'createTask': this.#opened.push(this.#task(effect)); break;
      case 'callService': this.#follows.push({ kind: 'service', token: effect.token, element: effect.element, service: effect.service, parameters: effect.parameters }); break;
      case 'send': this.#follows.push({ kind: 'message', element: effect.element, message: effect.message, to: typeof effect.to === 'string' ? effect.to : 'applicant' }); break;
      case 'wait': this.#waits = [...this.#waits, { token: effect.token, element: effect.element, for: effect.waits }]; break;
      case 'startTimer': this.#startTimer(effect); break;
      case 'cancelTimer': this.#endTimer(effect.id); break;
      case 'incident': this.#incident = `${effect.element}: ${effect.reason}`; break;
      case 'cancelWait': this.#waits = this.#waits.filter((wait) => wait.token !== effect.token || wait.element !== effect.element); break;
      // Tasks that the flow takes back vanish with their tokens; ends show in the flow's own status.
      case 'cancelTask': case 'cancelService': case 'throwSignal': case 'end': break;
    }
  }

  finish(result: StepResult): Stepped {
    const alive = new Set(result.state.tokens.map((token) => token.id));
    const over = result.state.status !== 'running';
    const waits = this.#waits.filter((wait) => alive.has(wait.token));
    const closed = this.#current.state.tasks.filter((task) => over || (task.key.startsWith('f') && !alive.has(Number(task.key.slice(1))))).map((task) => task.key);
    const terms = over ? metTerms(this.#terms, this.#world.now.toISOString()) : this.#terms;
    const { state } = this.#current;
    return {
      follows: this.#follows,
      then: {
        flow: result.state, status: statusOf(result.state, waits), trace: result.trace.map((entry) => `${entry.kind}:${entry.element}`),
        ...(this.#opened.length > 0 ? { opened: this.#opened } : {}), ...(closed.length > 0 ? { closed } : {}),
        ...(changed(waits, state.waits) ? { waits } : {}), ...(terms === state.terms ? {} : { terms }),
        ...(this.#timers === state.timers ? {} : { timers: this.#timers }), ...(this.#incident === undefined ? {} : { incident: this.#incident }),
      },
    };
  }

  #task(effect: Extract<Effect, { kind: 'createTask' }>): Task {
    const rule = effect.term === undefined ? undefined : this.#definition.terms[effect.term];
    if (rule && !this.#terms.some((term) => term.name === rule.name && term.metAt === undefined)) this.#terms = [...this.#terms, startTerm(rule, this.#world)];
    const due = this.#terms.find((term) => term.name === rule?.name && term.metAt === undefined)?.currentDue;
    return {
      key: `f${effect.token}`, element: effect.element, name: effect.name ?? effect.element, unit: effect.unit ?? '', kind: effect.taskKind,
      outcomes: effect.outcomes, openedAt: this.#world.now.toISOString(),
      ...(effect.fourEyesWith === undefined ? {} : { fourEyesWith: effect.fourEyesWith }), ...(due ? { due } : {}),
    };
  }

  #startTimer({ id, when }: Extract<Effect, { kind: 'startTimer' }>): void {
    const rule = 'term' in when ? this.#definition.terms[when.term] : undefined;
    if (rule) this.#terms = [...this.#terms.filter((term) => term.name !== rule.name || term.metAt !== undefined), startTerm(rule, this.#world, id)];
    const at = rule ? dueDate(rule, this.#world.now, this.#world.calendar).dueAt : timerInstant(when, this.#world.now);
    if (at === undefined) { this.#incident = `No se pudo calcular cuándo vence el temporizador «${id}».`; return; }
    this.#timers = { ...this.#timers, [id]: at.toISOString() };
    this.#follows.push({ kind: 'timer', id, at });
  }

  #endTimer(id: string): void {
    const { [id]: gone, ...rest } = this.#timers;
    if (gone === undefined) return;
    this.#timers = rest;
    this.#terms = metTerms(this.#terms, this.#world.now.toISOString(), (term) => term.timer === id);
    this.#follows.push({ kind: 'cancelTimer', id });
  }
}

const changed = (after: readonly Wait[], before: readonly Wait[]): boolean =>
  after.length !== before.length || after.some((wait, index) => wait.token !== before[index]?.token);
