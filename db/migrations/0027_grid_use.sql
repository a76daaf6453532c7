-- What network operators publish of small connections: per range of postcodes, product and year an average over at least ten
-- connections. Public, and about no home. An operator's file is replaced per network area and product, so that the files of
-- its areas do not end each other.
create table grid_use (
  operator text not null check (operator <> ''),
  year smallint not null check (year between 2000 and 2100),
  product text not null check (product in ('electricity', 'gas')),
  network_area text not null,
  postcode_from text not null check (postcode_from ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  postcode_to text not null check (postcode_to ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  connections integer not null check (connections >= 10),
  -- kWh a year for electricity, m³ a year for gas.
  average_use double precision not null check (average_use > 0),
  smart_meter_percent double precision check (smart_meter_percent between 0 and 100),
  delivery_percent double precision check (delivery_percent between 0 and 100),
  primary key (operator, year, product, network_area, postcode_from, postcode_to),
  check (postcode_from <= postcode_to)
);
create index grid_use_by_postcode on grid_use (postcode_from, postcode_to);

alter table grid_use enable row level security; alter table grid_use force row level security;
grant select, insert, update, delete on grid_use to app_worker;
create policy worker on grid_use to app_worker using (true) with check (true);
grant select on grid_use to app_viewer;
create policy everyone on grid_use for select to app_viewer using (true);

-- What was loaded: the newest run per kind and per what it is of. What a summary says besides may tell how many households
-- moved with the register, so only the part that every import tells in the same words leaves the table, without examples.
grant create on schema viewer to app_definer;
grant select (kind, file_name, source_date, finished_at, summary) on import_run to app_definer;
create policy loaded on import_run for select to app_definer using (finished_at is not null);

-- A summary names its scope; else it is of the areas and the year that it names, else of all that there is.
create function viewer.loaded() returns table (kind text, scope text, source_date date, finished_at timestamptz, file_name text, summary jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct on (1, 2) r.kind, coalesce(r.summary->>'scope', concat_ws(' ',
        case when jsonb_typeof(r.summary->'areas') = 'array' then (select string_agg(a, ', ' order by a) from jsonb_array_elements_text(r.summary->'areas') a) end,
        r.summary->>'year')), r.source_date, r.finished_at, r.file_name, r.summary
    from public.import_run r order by 1, 2, r.finished_at desc
  $$;

-- For everybody: what is here, and of when.
create function viewer.loaded_sources() returns table (kind text, scope text, source_date date, finished_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select l.kind, l.scope, l.source_date, l.finished_at from viewer.loaded() l $$;

-- For who moderates: also how much of it was used, and why the rest was not.
create function viewer.loaded_in_full() returns table (kind text, scope text, source_date date, finished_at timestamptz, file_name text, read integer, kept integer, left_out jsonb, matched jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select l.kind, l.scope, l.source_date, l.finished_at, l.file_name,
      case when jsonb_typeof(l.summary->'read') = 'number' then (l.summary->>'read')::integer end,
      case when jsonb_typeof(l.summary->'kept') = 'number' then (l.summary->>'kept')::integer end,
      case when jsonb_typeof(l.summary->'leftOut') = 'array'
        then (select jsonb_agg(jsonb_build_object('reason', o->>'reason', 'count', o->'count') order by (o->>'count')::integer desc, o->>'reason')
          from jsonb_array_elements(l.summary->'leftOut') o where jsonb_typeof(o->'count') = 'number') end,
      case when jsonb_typeof(l.summary->'matched'->'homes') = 'number' and jsonb_typeof(l.summary->'matched'->'of') = 'number'
        then jsonb_build_object('homes', l.summary->'matched'->'homes', 'of', l.summary->'matched'->'of') end
    from viewer.loaded() l where cardinality(viewer.moderates()) > 0
  $$;
alter function viewer.loaded() owner to app_definer;
alter function viewer.loaded_sources() owner to app_definer;
alter function viewer.loaded_in_full() owner to app_definer;
-- loaded is a part of the other two: nobody runs it by itself.
revoke execute on function viewer.loaded(), viewer.loaded_sources(), viewer.loaded_in_full() from public;
grant execute on function viewer.loaded() to app_worker;
grant execute on function viewer.loaded_sources() to app_insights;
grant execute on function viewer.loaded_in_full() to app_viewer;
revoke create on schema viewer from app_definer;
