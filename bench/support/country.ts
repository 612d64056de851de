import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';
import { asOwner } from './site.ts';
import type { World } from './world.ts';

/** How many entities, and procedures of all of them together. */
export type Country = { readonly entities: number; readonly procedures: number };

const days = 30;

/**
 * Makes a country by hand, as the owner of the database would, while the program runs (its start would withdraw what its folder has not): entities, procedures
 * that run, an inventory, and a month of counters. Waits until the figures are computed.
 */
export async function populate({ ownerUrl }: Pick<World, 'ownerUrl'>, { entities, procedures }: Country): Promise<void> {
  for (const statement of [
    `insert into identity.entity (id, key, name, acronym, department) select gen_random_uuid(), 'bench-' || n, 'Entidad número ' || n, 'E' || n, (array['LP', 'CB', 'SC', 'OR', 'PT', 'CH', 'TJ', 'BE', 'PD', null])[1 + n % 10] from generate_series(0, ${entities} - 1) n`,
    `insert into catalog.entity (key, name, acronym) select 'bench-' || n, 'Entidad número ' || n, 'E' || n from generate_series(0, ${entities} - 1) n`,
    `insert into catalog.procedure (id, slug, entity_key, version) select 'bench/' || n, 'bench-' || n, 'bench-' || n % ${entities}, 1 from generate_series(0, ${procedures} - 1) n`,
    `insert into catalog.procedure_version (procedure_id, version, hash, published_at, runs_here, content, files) select 'bench/' || n, 1, 'bench', now(), n % 2 = 0, jsonb_build_object('name', 'Trámite número ' || n), '{}' from generate_series(0, ${procedures} - 1) n`,
    `insert into planning.entry (entity_id, procedure_id, slug, name, sort_key, answers, defects, revision, origin, updated_at)
       select e.id, 'bench/' || n, 'bench-' || n, 'Trámite número ' || n, n::text, jsonb_build_object('proceso', (array['adjetivo', 'sustantivo'])[1 + n % 2], 'digital', (array['habitual', 'no'])[1 + n % 3 % 2]), 0, 1, 'written', now()
       from generate_series(0, ${procedures} - 1) n join identity.entity e on e.key = 'bench-' || n % ${entities}`,
    `insert into indicators.population (list, version, name, source, confirmed, since, everybody) select 'nivel-central', 2, 'Todas', 'Medición', true, '2026-01-01', true`,
    `insert into indicators.tally (entity_id, procedure_id, day, measure, bucket, n)
       select e.id, 'bench/' || n, (now() at time zone 'America/La_Paz')::date - d, m.measure, m.bucket, 5 + (n + d) % 7
       from generate_series(0, ${procedures} - 1) n join identity.entity e on e.key = 'bench-' || n % ${entities}, generate_series(0, ${days - 1}) d,
         (values ('submitted', 0), ('identified', 0), ('finished', 0), ('with_term', 0), ('in_term', 0), ('took', 3), ('took', 8), ('took', 13)) m(measure, bucket)`,
    `insert into indicators.monthly (entity_id, month, measure, bucket, n) select entity_id, date_trunc('month', day)::date, measure, bucket, sum(n)::int from indicators.tally where procedure_id like 'bench/%' group by 1, 2, 3, 4`,
    `insert into indicators.recounted (entity_id, on_day, differences) select id, (now() at time zone 'America/La_Paz')::date + 1, 0 from identity.entity on conflict do nothing`,
    `insert into indicators.stale_day select (now() at time zone 'America/La_Paz')::date - d from generate_series(0, ${days - 1}) d on conflict do nothing`,
  ]) await asOwner(ownerUrl, statement);
  await asOwner(ownerUrl, 'vacuum analyze');
  await computed(ownerUrl, entities);
}

const secondsMax = 600;

async function computed(ownerUrl: string, entities: number): Promise<void> {
  for (let second = 0; second < secondsMax; second++) {
    const rows = await asOwner(ownerUrl, `
      select 1 from indicators.observation where indicator = '6.2' and period_kind = 'year' and den >= $1::int
      intersect all select 1 where not exists (select 1 from indicators.stale_day) and exists (select 1 from indicators.observation where indicator = 'S-1' and period_kind = 'year' and num > 0)`, [entities]);
    if (rows.length > 0) return;
    await pause(1_000);
  }
  invariant(false, `the figures are computed within ${secondsMax} seconds`);
}
