import { tariffOn } from '#modules/catalog/index.ts';
import { createCharge, ufvOn } from '#modules/payments/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { UfvValue } from '#kernel/money.ts';
import { variablesOf } from '../../domain/world.ts';
import type { Service, ServiceAnswer, ServiceRequest } from '../contract.ts';
import { amountOf, type Amount } from './amount.ts';

/** `v:service="charge" v:tariff="<fee id>"`: makes the order of payment for a fee of procedure.yaml, at the tariff and UFV of the day. */
export const charge: Service = {
  name: 'charge',
  does: 'Emite la orden de pago de un arancel de procedure.yaml, con la tarifa y el valor de la UFV del día.',
  needs: ['tariff'],
  async run(db, request) {
    const day = localDateOf(request.now);
    const amount = computed(request, await ufvOn(db, day));
    if (!('money' in amount)) return amount;
    const { current, key, now } = request;
    const made = await createCharge(db, {
      entityId: current.entityId, caseId: current.id, personId: current.applicantId, key, concept: feeOf(request)?.concept ?? 'Arancel', amount: amount.money,
      ...(amount.ufv ? { ufv: amount.ufv } : {}), ...(feeOf(request)?.account ? { account: feeOf(request)?.account } : {}), payer: current.applicant, reference: current.number, now,
    });
    return { result: { chargeId: made.id, concept: made.concept, ...told(amount) } };
  },
  rehearse(request) {
    const amount = computed(request, { day: localDateOf(request.now), valueE5: 250_000 });
    return 'money' in amount ? { result: { chargeId: 'ensayo', ...told(amount) } } : amount;
  },
};

type Rehearsed = Omit<ServiceRequest, 'key'>;

const feeOf = ({ definition, parameters, now }: Rehearsed) => tariffOn(definition.fees, String(parameters.tariff), localDateOf(now));

function computed(request: Rehearsed, ufv: UfvValue | undefined): Amount | Extract<ServiceAnswer, { code: string }> {
  const fee = feeOf(request);
  if (!fee) return { code: 'no_tariff', reason: `El arancel «${String(request.parameters.tariff)}» no está vigente en procedure.yaml.` };
  const amount = amountOf(fee, variablesOf(request.definition, request.current, request.now), ufv);
  return 'problem' in amount ? { code: 'no_amount', reason: amount.problem } : amount;
}

// What the case remembers of the amount, with the value of the UFV it was computed at.
const told = ({ money, ufv }: Amount) => ({
  amountMinor: money.amountMinor,
  ...(ufv ? { ufvHundredths: ufv.hundredths, ufvValueE5: ufv.value.valueE5, ufvDay: ufv.value.day } : {}),
});
