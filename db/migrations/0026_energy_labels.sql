-- Energy labels as EP-Online (RVO) has them, of homes in the register and of no others. A label is public data about a home;
-- residents see that of their own home, and of others a distribution per street.
create table energy_label (
  dwelling_id text primary key references dwelling (id) on delete cascade,
  energy_class text not null check (energy_class ~ '^(A[+]{0,5}|[B-G])$'),
  method text,
  recorded_on date,
  registered_on date,
  valid_until date,
  -- Methods count in different units, which are never mixed: per m² and year by NTA 8800, for the whole home by the older ones.
  kwh_per_m2_year double precision,
  mj_per_year double precision,
  area_m2 double precision check (area_m2 > 0),
  building_type text,
  matched_by text not null check (matched_by in ('id', 'address')),
  source_date date not null,
  check (kwh_per_m2_year is null or mj_per_year is null)
);

alter table energy_label enable row level security; alter table energy_label force row level security;

grant select, insert, update, delete on energy_label to app_worker;
create policy worker on energy_label to app_worker using (true) with check (true);
grant select on energy_label to app_viewer;
create policy own_home on energy_label for select to app_viewer
  using (dwelling_id = (select h.dwelling_id from household h where h.id = (select viewer.household_id())));
grant select (dwelling_id, energy_class) on energy_label to app_definer;
create policy distribution on energy_label for select to app_definer using (true);

grant create on schema viewer to app_definer;

-- How the labels of a street are spread, for streets of the asker's own neighbourhood in which at least 10 homes have one;
-- who lives nowhere gets nothing, and moderators get no more than residents. Letters side by side are taken together, from the
-- best on, until each group has at least 3 homes. A with any number of pluses is A.
create function viewer.label_distribution() returns table (street_id text, best text, worst text, homes integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s record; letters constant text[] := array['A', 'B', 'C', 'D', 'E', 'F', 'G']; first integer; left_over integer;
  begin
    for s in
      with labelled as (
        select d.street_id as street, left(l.energy_class, 1) as letter from public.dwelling d join public.energy_label l on l.dwelling_id = d.id
        where d.neighbourhood_code = viewer.neighbourhood_code() and d.street_id is not null and d.is_home and d.ended_on is null
      )
      select street, count(*)::integer as total, array_agg(letter) as found from labelled group by street having count(*) >= 10 order by street
    loop
      street_id := s.street; first := 1; homes := 0; left_over := s.total;
      for i in 1 .. 7 loop
        homes := homes + cardinality(array_positions(s.found, letters[i]));
        if homes >= 3 and (left_over - homes = 0 or left_over - homes >= 3) then
          best := letters[first]; worst := case when left_over = homes then 'G' else letters[i] end;
          return next;
          left_over := left_over - homes; homes := 0; first := i + 1;
          exit when left_over = 0;
        end if;
      end loop;
    end loop;
  end $$;
alter function viewer.label_distribution() owner to app_definer;
revoke execute on function viewer.label_distribution() from public;
grant execute on function viewer.label_distribution() to app_viewer;
revoke create on schema viewer from app_definer;
