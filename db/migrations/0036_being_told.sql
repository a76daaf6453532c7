-- Being told. A deed writes down, in its own transaction, that something happened: ids only. A job finds out who may hear of it,
-- and gives each of them a notice. What a notice says is made when it is read, from what its reader may see by then.

-- Read by the job only: who told it sees no row of it again.
create table happening (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- What it is about, and what was said or done about it (an answer to a question, a household that joins a wish).
  subject_id uuid not null,
  cause_id uuid,
  -- Null where time did it: a date that came, a claim that lapsed.
  actor_id uuid,
  created_at timestamptz not null default now(),
  -- When those who may hear of it got their notices.
  expanded_at timestamptz
);
create index happening_to_expand on happening (created_at) where expanded_at is null;
create index happening_expanded on happening (expanded_at) where expanded_at is not null;

alter table happening enable row level security; alter table happening force row level security;
grant select, insert, update, delete on happening to app_worker;
create policy worker on happening to app_worker using (true) with check (true);
grant insert on happening to app_viewer;
create policy own_deeds on happening for insert to app_viewer
  with check (actor_id = (select viewer.resident_id()) and expanded_at is null
    and (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[])));

-- A notice moves along with its resident when neighbourhoods are divided anew, and ends with them.
alter table resident add constraint resident_in_neighbourhood unique (id, neighbourhood_code);

create table notice (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  resident_id uuid not null,
  happening_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  cause_id uuid,
  -- When it happened, not when it was told.
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  unique (resident_id, happening_id),
  foreign key (resident_id, neighbourhood_code) references resident (id, neighbourhood_code) on update cascade on delete cascade
);
create index notice_newest on notice (resident_id, created_at desc);
create index notice_unread on notice (resident_id) where read_at is null;
create index notice_age on notice (created_at);

alter table notice enable row level security; alter table notice force row level security;
grant select, insert, update, delete on notice to app_worker;
create policy worker on notice to app_worker using (true) with check (true);
-- Who helps on paper works as somebody else, and reads nothing of what that person was told.
grant select, update (read_at) on notice to app_viewer;
create policy own on notice for select to app_viewer
  using (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()) and (select viewer.assisted_session()) is null);
create policy own_read on notice for update to app_viewer
  using (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()))
  with check (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));

select pgboss.create_queue('tell-neighbours', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
