import type { Db, Tx } from '#kernel/db/index.ts';
import type { CaseId, ChargeId } from '#kernel/ids.ts';
import { bob, type UfvValue } from '#kernel/money.ts';
import type { Charge, Payer } from '../domain/charge.ts';

/** Writes a charge unless one with its key is there; gives the one that is there afterwards, and whether it was written now. */
export async function insertCharge(tx: Tx, charge: Charge): Promise<{ readonly charge: Charge; readonly isNew: boolean }> {
  const written = await tx.rows(`
    insert into payments.charge (entity_id, id, case_id, person_id, key, concept, amount_minor, ufv_hundredths, ufv_value_e5, ufv_day, account, payer, reference, created_at, ufv_is_example)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce((select v.is_example from payments.ufv_value v where v.day = $10 and v.value_e5 = $9), false)) on conflict (key) do nothing returning id`, [
    charge.entityId, charge.id, charge.caseId, charge.personId, charge.key, charge.concept, charge.amount.amountMinor, charge.ufv?.hundredths, charge.ufv?.value.valueE5,
    charge.ufv?.value.day, charge.account, JSON.stringify(charge.payer), charge.reference, charge.createdAt,
  ]);
  if (written.length > 0) return { charge, isNew: true };
  const [row] = await tx.rows<ChargeRow>(`select ${chargeColumns} from payments.charge c where c.key = $1`, [charge.key]);
  return { charge: row ? toCharge(row) : charge, isNew: false };
}

/** A charge alone, by its id. */
export async function findBareCharge(db: Db, id: ChargeId): Promise<Charge | undefined> {
  const [row] = await db.rows<ChargeRow>(`select ${chargeColumns} from payments.charge c where c.id = $1`, [id]);
  return row && toCharge(row);
}

/** The same, held until the transaction ends, so that two settlements of one charge wait for each other. */
export async function lockCharge(tx: Tx, id: ChargeId): Promise<Charge | undefined> {
  const [row] = await tx.rows<ChargeRow>(`select ${chargeColumns} from payments.charge c where c.id = $1 for update`, [id]);
  return row && toCharge(row);
}

/** Everything charged in a case, oldest first. */
export async function chargesOfCase(db: Db, caseId: CaseId): Promise<readonly Charge[]> {
  const rows = await db.rows<ChargeRow>(`select ${chargeColumns} from payments.charge c where c.case_id = $1 order by c.created_at, c.id`, [caseId]);
  return rows.map(toCharge);
}

const chargeColumns = `
  c.id, c.entity_id as "entityId", c.case_id as "caseId", c.person_id as "personId", c.key, c.concept, c.amount_minor::float8 as "amountMinor",
  c.ufv_hundredths::float8 as "ufvHundredths", c.ufv_value_e5 as "ufvValueE5", c.ufv_day::text as "ufvDay", c.ufv_is_example as "ufvIsExample", c.account, c.payer, c.reference, c.created_at as "createdAt"`;

type ChargeRow = Omit<Charge, 'amount' | 'ufv' | 'account' | 'payer'> & {
  readonly amountMinor: number; readonly ufvHundredths: number | null; readonly ufvValueE5: UfvValue['valueE5'] | null; readonly ufvDay: string | null; readonly ufvIsExample: boolean;
  readonly account: string | null; readonly payer: Payer;
};

function toCharge({ amountMinor, ufvHundredths, ufvValueE5, ufvDay, ufvIsExample, account, ...row }: ChargeRow): Charge {
  const ufv = ufvHundredths !== null && ufvValueE5 !== null && ufvDay !== null && { hundredths: ufvHundredths, value: { day: ufvDay, valueE5: ufvValueE5 }, ...(ufvIsExample && { isExample: true }) };
  return { ...row, amount: bob(amountMinor), ...(ufv && { ufv }), ...(account !== null && { account }) };
}
