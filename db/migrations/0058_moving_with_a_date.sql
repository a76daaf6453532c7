-- Moving on a day that somebody chose, and what of a home they leave behind for whoever lives there next.

-- Of one person: a housemate reads it when it has happened.
create table planned_move (
  resident_id uuid primary key references resident (id) on delete cascade,
  -- The last day; the membership ends in the night that follows, in Dutch time.
  moves_on date not null,
  asked_at timestamptz not null default now()
);
alter table planned_move enable row level security; alter table planned_move force row level security;
grant select, delete on planned_move to app_worker;
create policy worker on planned_move to app_worker using (true) with check (true);
grant select, insert, delete on planned_move to app_viewer;
create policy own on planned_move to app_viewer
  using (resident_id = (select viewer.resident_id())) with check (resident_id = (select viewer.resident_id()));
create policy assisting on planned_move as restrictive to app_viewer using ((select viewer.assisted_session()) is null);

-- That a measure stays with the home is a consent of who took it, until the day of moving. Its fact has no line to them: it is made
-- when nobody can return any more, of the kind and the year alone.
alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'share_story', 'share_question', 'share_answer', 'share_visit', 'koploper', 'private_thread', 'join_wish',
    'published_figures', 'display_name', 'contact_person', 'joint_request', 'purchase_supplier', 'leave_behind'));

-- That somebody is about to move is no housemate's to read.
drop policy own_household on consent;
create policy own_household on consent for select to app_viewer
  using (household_id = (select viewer.household_id())
    and (resident_id = (select viewer.resident_id()) or purpose not in ('display_name', 'contact_person', 'leave_behind'))
    and (withdrawn_at is null or resident_id = (select viewer.resident_id()) or withdrawn_by = (select viewer.resident_id())
      or resident_id = any (array(select m.resident_id from membership m where m.household_id = (select viewer.household_id()) and m.ended_at is null))));

-- What earlier residents left: about a home and about nobody. Read by who lives there, and by no neighbour.
create table left_fact (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  dwelling_id text not null,
  kind text not null check (kind ~ '^[a-z_]{3,40}$'),
  year smallint check (year between 1900 and 2100),
  left_on date not null default current_date,
  foreign key (dwelling_id, neighbourhood_code) references dwelling (id, neighbourhood_code) on update cascade on delete cascade
);
create index left_fact_dwelling on left_fact (dwelling_id);
create index left_fact_neighbourhood on left_fact (neighbourhood_code);
create index left_fact_left on left_fact (left_on);
alter table left_fact enable row level security; alter table left_fact force row level security;
grant select, insert, delete on left_fact to app_worker;
create policy worker on left_fact to app_worker using (true) with check (true);
grant select, delete on left_fact to app_viewer;
create policy who_lives_there on left_fact to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and dwelling_id = (select h.dwelling_id from household h where h.id = (select viewer.household_id())));
create policy assisting on left_fact as restrictive to app_viewer using ((select viewer.assisted_session()) is null);

-- A fact that was taken over or removed, and a move that was called off, don't come back with a backup.
create policy own_home on journal_entry for insert to app_viewer
  with check (appended_at is null and (
    kind = 'withdrawal' and exists (select from left_fact f where f.id = journal_entry.subject_id)
    or kind = 'stay' and subject_id = (select viewer.resident_id()) and exists (select from planned_move p where p.resident_id = journal_entry.subject_id)));

select pgboss.create_queue('move-out', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
