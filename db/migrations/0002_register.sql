-- What the public registers say (BAG, boundaries of CBS or the municipality). Nothing here is about a person.
-- Residents read their own neighbourhood; sign-up (app_auth) reads addresses everywhere, because they are public.
create table municipality (
  code text primary key check (code ~ '^GM[0-9A-Z]{4}$'),
  name text not null
);

create table neighbourhood (
  code text primary key,
  year smallint not null,
  name text not null,
  municipality_code text references municipality (code) on update cascade,
  geometry jsonb not null,
  min_lon double precision not null, min_lat double precision not null,
  max_lon double precision not null, max_lat double precision not null,
  served boolean not null default false,
  source text not null,
  source_date date,
  map_version integer not null default 1,
  ended_on date
);

create table street (
  id text primary key,
  name text not null,
  place_name text,
  ended_on date
);

create table building (
  id text primary key,
  neighbourhood_code text references neighbourhood (code) on update cascade,
  built_year smallint,
  status text not null,
  geometry jsonb not null,
  min_lon double precision not null, min_lat double precision not null,
  max_lon double precision not null, max_lat double precision not null,
  footprint_m2 integer not null,
  dwelling_count integer not null default 0,
  dwelling_type text,
  source_date date,
  ended_on date,
  unique (id, neighbourhood_code)
);
create index building_by_neighbourhood on building (neighbourhood_code) where ended_on is null;

create table dwelling (
  id text primary key,
  neighbourhood_code text references neighbourhood (code) on update cascade,
  building_id text references building (id),
  street_id text references street (id),
  postcode text,
  house_number integer,
  house_letter text,
  house_addition text,
  area_m2 integer,
  purposes text[] not null default '{}',
  is_home boolean not null,
  status text not null,
  lon double precision not null, lat double precision not null,
  dwelling_type text,
  source_date date,
  ended_on date,
  unique (id, neighbourhood_code)
);
create index dwelling_by_neighbourhood on dwelling (neighbourhood_code) where ended_on is null;
create index dwelling_by_building on dwelling (building_id);
create index dwelling_by_street on dwelling (street_id);
create index dwelling_by_postcode on dwelling (postcode, house_number);

create table dwelling_building (
  dwelling_id text not null references dwelling (id) on delete cascade,
  building_id text not null references building (id) on delete cascade,
  primary key (dwelling_id, building_id)
);
create index dwelling_building_by_building on dwelling_building (building_id);

create table address (
  id text primary key,
  dwelling_id text not null references dwelling (id) on delete cascade,
  is_main boolean not null,
  street_id text references street (id),
  postcode text,
  house_number integer not null,
  house_letter text,
  house_addition text,
  ended_on date
);
create index address_by_postcode on address (postcode, house_number) where ended_on is null;
create index address_by_dwelling on address (dwelling_id);

-- A street as residents know it: one openbare ruimte within one neighbourhood, with the number of homes in it.
-- "Mijn straat" is offered from 10 homes on.
create table street_in_neighbourhood (
  street_id text not null references street (id),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  home_count integer not null,
  primary key (street_id, neighbourhood_code)
);

-- Streets, water and green under the map, where a source for them was loaded (one GeoJSON per neighbourhood).
create table base_map (
  neighbourhood_code text primary key references neighbourhood (code) on update cascade,
  geojson jsonb not null,
  source text not null,
  source_date date
);

create table import_run (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  source_date date,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  summary jsonb not null default '{}'
);

alter table municipality enable row level security;            alter table municipality force row level security;
alter table neighbourhood enable row level security;           alter table neighbourhood force row level security;
alter table street enable row level security;                  alter table street force row level security;
alter table building enable row level security;                alter table building force row level security;
alter table dwelling enable row level security;                alter table dwelling force row level security;
alter table dwelling_building enable row level security;       alter table dwelling_building force row level security;
alter table address enable row level security;                 alter table address force row level security;
alter table street_in_neighbourhood enable row level security; alter table street_in_neighbourhood force row level security;
alter table base_map enable row level security;                alter table base_map force row level security;
alter table import_run enable row level security;              alter table import_run force row level security;

grant select, insert, update, delete on municipality, neighbourhood, street, building, dwelling, dwelling_building,
  address, street_in_neighbourhood, base_map, import_run to app_worker;
create policy worker on municipality to app_worker using (true) with check (true);
create policy worker on neighbourhood to app_worker using (true) with check (true);
create policy worker on street to app_worker using (true) with check (true);
create policy worker on building to app_worker using (true) with check (true);
create policy worker on dwelling to app_worker using (true) with check (true);
create policy worker on dwelling_building to app_worker using (true) with check (true);
create policy worker on address to app_worker using (true) with check (true);
create policy worker on street_in_neighbourhood to app_worker using (true) with check (true);
create policy worker on base_map to app_worker using (true) with check (true);
create policy worker on import_run to app_worker using (true) with check (true);

grant select on municipality, neighbourhood, street, building, dwelling, dwelling_building, address, street_in_neighbourhood,
  base_map to app_viewer;
grant select on municipality, neighbourhood, street, building, dwelling, address, street_in_neighbourhood to app_auth;
grant select on neighbourhood, building, dwelling, street_in_neighbourhood to app_definer;

create policy everyone on municipality for select to app_viewer, app_auth using (true);
create policy everyone on street for select to app_viewer, app_auth using (true);
create policy signup on neighbourhood for select to app_auth, app_definer using (true);
create policy signup on building for select to app_auth, app_definer using (true);
create policy signup on dwelling for select to app_auth, app_definer using (true);
create policy signup on address for select to app_auth using (true);
create policy signup on street_in_neighbourhood for select to app_auth, app_definer using (true);

create policy neighbours on neighbourhood for select to app_viewer
  using (code = (select viewer.neighbourhood_code()) or code = any ((select viewer.moderates())::text[]));
create policy neighbours on building for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy neighbours on dwelling for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy neighbours on dwelling_building for select to app_viewer
  using (exists (select from dwelling d where d.id = dwelling_id));
create policy neighbours on address for select to app_viewer
  using (exists (select from dwelling d where d.id = dwelling_id));
create policy neighbours on street_in_neighbourhood for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy neighbours on base_map for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[]));
