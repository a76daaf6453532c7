-- Key figures of CBS per municipality, district and neighbourhood; and what becomes of a neighbourhood in which households
-- live when CBS ends its code or draws it smaller.

-- One row per area and year: figures of several years stay side by side. Names and units of the figures are in the code
-- (app/features/neighbourhood/import/cbs/indicators.ts); "unknown" says per figure why there is none.
create table area_figure (
  code text not null check (code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
  year smallint not null,
  level text not null check (level in ('municipality', 'district', 'neighbourhood')),
  name text not null,
  parent_code text,
  municipality_code text not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  unknown jsonb not null check (jsonb_typeof(unknown) = 'object'),
  source text not null,
  -- When the file was made, where it says so.
  source_date date,
  primary key (code, year)
);
create index area_figure_municipality on area_figure (municipality_code, year);
alter table area_figure enable row level security;
alter table area_figure force row level security;
grant select, insert, update, delete on area_figure to app_worker;
create policy worker on area_figure to app_worker using (true) with check (true);
-- Public, and of places only: a neighbourhood is compared with its district, its municipality and others.
grant select on area_figure to app_viewer;
create policy everyone on area_figure for select to app_viewer using (true);

-- A proposal by an import, its decision by a moderator, and when it was carried out. Nothing of members changes before.
create table neighbourhood_succession (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  -- Of the file that proposes it.
  year smallint not null,
  -- Counted by homes of the register, or by area where none are known.
  basis text not null check (basis in ('homes', 'area')),
  -- The new boundary of the same code, where it stays in use.
  boundary jsonb,
  source text not null,
  source_date date,
  proposed_at timestamptz not null default now(),
  superseded_at timestamptz,
  decision text check (decision in ('confirmed', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  reason text check (char_length(reason) between 10 and 1000),
  carried_out_at timestamptz,
  households_moved integer,
  items_narrowed integer,
  check ((decision is null) = (decided_at is null) and (decision is null) = (reason is null)),
  check (carried_out_at is null or decision = 'confirmed'),
  unique (id, neighbourhood_code)
);
create unique index neighbourhood_succession_open on neighbourhood_succession (neighbourhood_code) where decided_at is null and superseded_at is null;
create table neighbourhood_successor (
  succession_id uuid not null,
  neighbourhood_code text not null,
  successor_code text not null references neighbourhood (code) on update cascade,
  -- A moderator does not read neighbourhoods that they do not moderate.
  successor_name text not null,
  homes integer not null check (homes >= 0),
  -- Of the homes, or of the area.
  share double precision not null check (share > 0 and share <= 1),
  primary key (succession_id, successor_code),
  foreign key (succession_id, neighbourhood_code) references neighbourhood_succession (id, neighbourhood_code) on update cascade on delete cascade
);
create index neighbourhood_succession_neighbourhood on neighbourhood_succession (neighbourhood_code);
create index neighbourhood_successor_code on neighbourhood_successor (successor_code);
alter table neighbourhood_succession enable row level security; alter table neighbourhood_succession force row level security;
alter table neighbourhood_successor enable row level security;  alter table neighbourhood_successor force row level security;
grant select, insert, update, delete on neighbourhood_succession, neighbourhood_successor to app_worker;
create policy worker on neighbourhood_succession to app_worker using (true) with check (true);
create policy worker on neighbourhood_successor to app_worker using (true) with check (true);

-- A moderator of the neighbourhood reads it and decides once; who decided keeps reading what they wrote.
grant select on neighbourhood_succession to app_viewer;
grant update (decision, decided_at, decided_by, reason) on neighbourhood_succession to app_viewer;
grant select on neighbourhood_successor to app_viewer;
create policy moderators on neighbourhood_succession for select to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) or decided_by = (select viewer.resident_id()));
create policy moderators on neighbourhood_successor for select to app_viewer using (neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy moderators_decide on neighbourhood_succession for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) and decided_at is null and superseded_at is null)
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and decided_at = now() and decided_by = (select viewer.resident_id()));

select pgboss.create_queue('follow-successions', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
