import { findEntity, officersWithRole } from '#modules/identity/index.ts';
import { notify, renderMessage } from '#modules/notifications/index.ts';
import type { Role } from '#kernel/access.ts';
import type { Tx } from '#kernel/db/index.ts';
import { planMessages } from '../../content/procedure/messages.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { findAgency } from './world.ts';
import { runningTerm } from '../../domain/procedure/terms.ts';
import type { PlanFact, PlanFactType, PlanProcess } from '../../domain/procedure/types.ts';

type Told = Exclude<Role, 'public' | 'applicant'>;

// Who is told besides whoever has the next step.
const alsoTold: Partial<Readonly<Record<PlanFactType, readonly Told[]>>> = {
  resolution_registered: ['authority', 'reviewer'], superseded: ['egov_head', 'reviewer'], closed: ['authority', 'reviewer'], opinion_given: ['reviewer'],
};

/** Tells those whose turn it is, and those whom it concerns, that a plan has gone on. `seq` is the number of the fact: nobody is told of one twice. */
export async function tellOfPlan(tx: Tx, plan: Plan, fact: PlanFact, process: PlanProcess, seq: number): Promise<void> {
  const [entity, agency] = [await findEntity(tx, plan.entityId), await findAgency(tx)], due = runningTerm(process.terms)?.currentDue ?? null;
  const said = renderMessage(planMessages, fact.type, 'es', {
    tramite: { nombre: plan.title, version: plan.version, entidad: entity?.name ?? '', codigo: process.approval?.code ?? null }, plazo: { fecha: due },
  });
  for (const role of rolesToTell(fact, process)) {
    const entityId = role === 'reviewer' ? agency?.id : plan.entityId, people = entityId === undefined ? [] : await officersWithRole(tx, role, entityId);
    for (const person of people) {
      if (person.id === fact.by.id) continue;
      await notify(tx, { ...said, personId: person.id, entityId: plan.entityId, key: `plan:${plan.id}:${seq}:${person.id}`, link: role === 'reviewer' ? `/plan/pige/revision/${plan.id}` : `/plan/pige/${plan.id}/tramite`, email: person.email, now: new Date(fact.at) });
    }
  }
}

function rolesToTell(fact: PlanFact, { task }: PlanProcess): ReadonlySet<Told> {
  const unit = pigeProcedure.flow.elements[task?.element ?? '']?.attributes.unit;
  const next = told.find((role) => role === unit);
  return new Set([...(next === undefined || fact.type === 'opinion_given' ? [] : [next]), ...(alsoTold[fact.type] ?? [])]);
}

const told: readonly Told[] = ['egov_head', 'reviewer', 'authority'];
