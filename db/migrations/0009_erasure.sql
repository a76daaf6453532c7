-- Somebody asked to be erased: everything was hidden at once, and goes for good when it is due.
create table erasure (
  account_id uuid primary key,
  household_id uuid,
  neighbourhood_code text,
  -- The last adult left, so what the household shared goes as well.
  whole_household boolean not null,
  requested_at timestamptz not null default now(),
  due_at timestamptz not null,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index erasure_due on erasure (due_at);

alter table erasure enable row level security;
alter table erasure force row level security;

grant select, insert, update, delete on erasure to app_worker;
create policy worker on erasure to app_worker using (true) with check (true);

grant select, insert on erasure to app_viewer;
create policy self on erasure for select to app_viewer using (account_id = (select viewer.resident_id()));
create policy self_asks on erasure for insert to app_viewer
  with check (account_id = (select viewer.resident_id()) and household_id is not distinct from (select viewer.household_id()));
