-- A procedure uses digital identity where somebody whom a provider vouched for got an answer: an application alone shows nothing of what became of it.
create or replace function indicators.parts(c indicators.counted_case) returns table (day date, measure text, bucket int) language sql immutable as $$
  select v.day, v.measure, v.bucket from (values
    (c.submitted_on, 'submitted', 0, true),
    (c.submitted_on, 'charged', 0, c.charged),
    (c.submitted_on, 'certified', 0, c.certified),
    (c.closed_on, 'identified', 0, c.identified and c.closed_on is not null and c.status in ('granted', 'refused')),
    (c.closed_on, 'finished', 0, c.closed_on is not null),
    (c.closed_on, 'with_term', 0, c.in_term is not null),
    (c.closed_on, 'in_term', 0, c.in_term),
    (c.closed_on, 'took', c.took_days, c.took_days is not null)
  ) v(day, measure, bucket, counts) where v.counts
$$;

-- What was counted otherwise is counted anew, from the beginning.
truncate indicators.tally, indicators.monthly, indicators.counted_case;
update indicators.cursor set position = null, looked_at = null where source = 'cases';
