-- How much went in each run of the daily job, per rule: numbers, and never of whom.
create table retention_count (
  run_id uuid not null,
  rule text not null check (rule ~ '^[a-zA-Z]{1,40}$'),
  ran_at timestamptz not null default now(),
  count integer not null check (count >= 0),
  primary key (run_id, rule)
);
create index retention_count_ran on retention_count (ran_at);
alter table retention_count enable row level security; alter table retention_count force row level security;
grant select, insert, delete on retention_count to app_worker;
create policy worker on retention_count to app_worker using (true) with check (true);
grant select on retention_count to app_definer;
create policy retention on retention_count for select to app_definer using (true);

grant create on schema viewer to app_definer;
-- The runs of the last thirty days, for who moderates. One to nine is null: so small a number says what one neighbour did.
create function viewer.retention_counts() returns table (run_id uuid, rule text, ran_at timestamptz, count integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.run_id, r.rule, r.ran_at, case when r.count = 0 or r.count >= 10 then r.count end
      from public.retention_count r where cardinality(viewer.moderates()) > 0 and r.ran_at > now() - interval '30 days'
  $$;
alter function viewer.retention_counts() owner to app_definer;
revoke execute on function viewer.retention_counts() from public;
grant execute on function viewer.retention_counts() to app_viewer;
revoke create on schema viewer from app_definer;
