-- What a household says of its own home where a register is wrong. It is for that household only: nobody else reads it, and
-- nothing that others see is made from it. What is null is as the register says; 'none' is a home without an energy label.
-- A household never changes homes, so a row is about one home and goes with the household.
create table home_correction (
  household_id uuid primary key,
  neighbourhood_code text not null,
  dwelling_type text check (dwelling_type in ('flat', 'terraced', 'end_terrace', 'semi_detached', 'detached', 'other')),
  built_year smallint check (built_year between 1000 and 2200),
  area_m2 smallint check (area_m2 between 10 and 2000),
  energy_class text check (energy_class ~ '^(A[+]{0,5}|[B-G]|none)$'),
  saved_at timestamptz not null default now(),
  check (num_nonnulls(dwelling_type, built_year, area_m2, energy_class) > 0),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade
);

alter table home_correction enable row level security; alter table home_correction force row level security;
grant select, insert, update, delete on home_correction to app_worker;
create policy worker on home_correction to app_worker using (true) with check (true);
grant select, insert, update (dwelling_type, built_year, area_m2, energy_class, saved_at), delete on home_correction to app_viewer;
create policy own_household on home_correction to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
-- Who helps on paper neither reads nor writes it.
create policy assisting on home_correction as restrictive to app_viewer using ((select viewer.assisted_session()) is null);
grant select (household_id), delete on home_correction to app_definer;
create policy end_of_household on home_correction to app_definer using (true) with check (false);

-- Kinds of measures that a household does not want to be suggested; its own as well.
create table put_aside (
  household_id uuid not null,
  neighbourhood_code text not null,
  kind text not null check (kind ~ '^[a-z_]{3,40}$'),
  put_at timestamptz not null default now(),
  primary key (household_id, kind),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade
);
alter table put_aside enable row level security; alter table put_aside force row level security;
grant select, insert, update, delete on put_aside to app_worker;
create policy worker on put_aside to app_worker using (true) with check (true);
grant select, insert, delete on put_aside to app_viewer;
create policy own_household on put_aside to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy assisting on put_aside as restrictive to app_viewer using ((select viewer.assisted_session()) is null);
grant select (household_id), delete on put_aside to app_definer;
create policy end_of_household on put_aside to app_definer using (true) with check (false);

-- When a household ends, by whatever way, nothing of it is left for who comes back or who comes next.
grant create on schema viewer to app_definer;
create function viewer.forget_own_home() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    delete from public.home_correction where household_id = new.id;
    delete from public.put_aside where household_id = new.id;
    return null;
  end $$;
alter function viewer.forget_own_home() owner to app_definer;
revoke execute on function viewer.forget_own_home() from public;
create trigger forget_own_home after update of ended_at on household for each row when (new.ended_at is not null) execute function viewer.forget_own_home();
revoke create on schema viewer from app_definer;
