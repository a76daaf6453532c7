-- Published figures of a neighbourhood or district (docs/figures.md, app/features/insights). What is public has noise in it and
-- never changes; what it is made from is frozen once a quarter, by a job; what a home gave away is kept under a key of which the
-- secret is outside the database.

-- A calendar quarter, such as 2026-Q4, by the clock of the database.
create function viewer.quarter() returns text language sql stable
  as $$ select to_char(viewer.today(), 'YYYY"-Q"Q') $$;

-- The one preparation of an area in a quarter: a neighbourhood, or the neighbourhoods of a district that were too small. There is
-- no person in it: who did what is in figure_event. "sheet" is what will be public, and nothing else.
create table figure_preparation (
  id uuid primary key default gen_random_uuid(),
  area text not null check (area ~ '^(WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
  area_name text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  district text not null check (district ~ '^WK[0-9]{4}[0-9A-Z]{2}$'),
  municipality_code text not null check (municipality_code ~ '^GM[0-9]{4}$'),
  neighbourhoods text[] not null check (cardinality(neighbourhoods) > 0),
  state text not null default 'asked' check (state in ('asked', 'prepared', 'waiting', 'in_district', 'too_few', 'passed', 'cancelled', 'published')),
  asked_at timestamptz not null default now(),
  drawn_at timestamptz,
  sheet jsonb,
  unique (area, quarter),
  check ((sheet is not null) = (state in ('prepared', 'published')))
);
create index figure_preparation_district on figure_preparation (district, quarter);
create index figure_preparation_asked on figure_preparation (asked_at) where state = 'asked';

-- What was counted in a neighbourhood that was too small by itself, until its district is prepared or the quarter is over. Exact, so
-- nobody but the job reads it.
create table figure_waiting (
  preparation_id uuid primary key references figure_preparation (id),
  quarter text not null,
  counts jsonb not null,
  noised_participants integer not null,
  dwellings integer not null
);

-- What a home gave away in a year, in halves of ε, under an HMAC of home and year; "answer" says, under another HMAC, what its
-- involvement was, so that the next release knows whether it changed. Nothing here goes down or away before its year is over.
create table figure_budget (
  dwelling_key text primary key check (char_length(dwelling_key) = 43),
  year smallint not null,
  units smallint not null check (units between 7 and 28),
  answer text check (char_length(answer) = 16)
);
create index figure_budget_year on figure_budget (year);
create function viewer.keep_budget() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$
  begin
    if tg_op = 'DELETE' then
      if old.year >= extract(year from now())::int - 1 then raise exception 'What a home gave away is kept until two years are over.' using errcode = 'insufficient_privilege'; end if;
      return old;
    end if;
    if new.units < old.units or new.year <> old.year or new.dwelling_key <> old.dwelling_key then
      raise exception 'What a home gave away never becomes less.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger kept before update or delete on figure_budget for each row execute function viewer.keep_budget();

-- Who prepared, cancelled and published; residents read it without a name.
create table figure_event (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  deed text not null check (deed in ('prepared', 'cancelled', 'published')),
  area text not null,
  area_name text not null,
  quarter text not null,
  neighbourhoods text[] not null,
  actor_id uuid not null
);
create index figure_event_area on figure_event (area, at);
create index figure_event_neighbourhoods on figure_event using gin (neighbourhoods);

-- What is public, dated and numbered.
create table published_release (
  id uuid primary key,
  area text not null,
  area_name text not null,
  district text not null,
  municipality_code text not null,
  neighbourhoods text[] not null,
  quarter text not null,
  number smallint not null check (number > 0),
  form text not null check (form in ('numbers', 'yes_no')),
  dwellings integer not null check (dwellings >= 0),
  prepared_on date not null,
  published_on date not null,
  unique (area, quarter),
  unique (area, number)
);
create index published_release_municipality on published_release (municipality_code);
-- One cell of a table: about "value", fewer than ten, nearly all, or whether at least twenty.
create table published_figure (
  release_id uuid not null references published_release (id),
  area text not null,
  municipality_code text not null,
  neighbourhoods text[] not null,
  topic text not null,
  cell text not null,
  place smallint not null,
  kind text not null check (kind in ('about', 'few', 'nearly_all', 'yes', 'no', 'unknown')),
  value integer check (value > 0),
  primary key (release_id, topic, cell),
  check ((kind = 'about') = (value is not null))
);
create index published_figure_area on published_figure (area);
create index published_figure_municipality on published_figure (municipality_code);
create function viewer.keep_published() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin raise exception 'What is published never changes.' using errcode = 'insufficient_privilege'; end $$;
create trigger kept before update or delete on published_release for each row execute function viewer.keep_published();
create trigger kept_whole before truncate on published_release for each statement execute function viewer.keep_published();
create trigger kept before update or delete on published_figure for each row execute function viewer.keep_published();
create trigger kept_whole before truncate on published_figure for each statement execute function viewer.keep_published();

alter table neighbourhood add unique (code, municipality_code);

-- Everybody reads the figures of a neighbourhood while its cooperative and its municipality both agree.
create table figure_publicity (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  municipality_code text not null,
  side text not null check (side in ('cooperative', 'municipality')),
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null)),
  foreign key (neighbourhood_code, municipality_code) references neighbourhood (code, municipality_code) on update cascade
);
create unique index figure_publicity_once on figure_publicity (neighbourhood_code, side) where ended_at is null;

-- What a municipality answers, and promises with a date, to a neighbourhood; and what came of a promise.
create table municipal_post (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  municipality_code text not null,
  kind text not null check (kind in ('answer', 'promise')),
  title text not null check (char_length(title) between 3 and 120),
  body text not null check (char_length(body) between 10 and 2000),
  due_on date,
  author_id uuid not null,
  posted_at timestamptz not null default now(),
  unique (id, neighbourhood_code, municipality_code),
  check ((kind = 'promise') = (due_on is not null)),
  foreign key (neighbourhood_code, municipality_code) references neighbourhood (code, municipality_code) on update cascade
);
create index municipal_post_neighbourhood on municipal_post (neighbourhood_code, posted_at desc);
create index municipal_post_municipality on municipal_post (municipality_code, posted_at desc);
create table promise_report (
  id uuid primary key default gen_random_uuid(),
  promise_id uuid not null,
  neighbourhood_code text not null,
  municipality_code text not null,
  outcome text not null check (outcome in ('kept', 'late')),
  reason text not null check (char_length(reason) between 10 and 1000),
  -- The day that a late promise is for now.
  due_on date,
  author_id uuid not null,
  reported_at timestamptz not null default now(),
  check ((outcome = 'late') = (due_on is not null)),
  foreign key (promise_id, neighbourhood_code, municipality_code) references municipal_post (id, neighbourhood_code, municipality_code) on update cascade
);
create index promise_report_promise on promise_report (promise_id, reported_at);
create unique index promise_report_kept on promise_report (promise_id) where outcome = 'kept';

alter table figure_preparation enable row level security; alter table figure_preparation force row level security;
alter table figure_waiting enable row level security;     alter table figure_waiting force row level security;
alter table figure_budget enable row level security;      alter table figure_budget force row level security;
alter table figure_event enable row level security;       alter table figure_event force row level security;
alter table published_release enable row level security;  alter table published_release force row level security;
alter table published_figure enable row level security;   alter table published_figure force row level security;
alter table figure_publicity enable row level security;   alter table figure_publicity force row level security;
alter table municipal_post enable row level security;     alter table municipal_post force row level security;
alter table promise_report enable row level security;     alter table promise_report force row level security;

-- The job: draws what was asked for, and forgets. What is published it may add and read, and nobody may change.
grant select, insert, update (state, drawn_at, sheet, neighbourhoods) on figure_preparation to app_worker;
create policy worker on figure_preparation to app_worker using (true) with check (true);
grant select, insert, delete on figure_waiting to app_worker;
create policy worker on figure_waiting to app_worker using (true) with check (true);
grant select, insert, update (units, answer), delete on figure_budget to app_worker;
create policy worker on figure_budget to app_worker using (true) with check (true);
grant select, insert, delete on figure_event to app_worker;
create policy worker on figure_event to app_worker using (true) with check (true);
grant select, insert, update, delete on published_release, published_figure to app_worker;
create policy worker on published_release to app_worker using (true) with check (true);
create policy worker on published_figure to app_worker using (true) with check (true);
grant select, insert, update, delete on figure_publicity, municipal_post, promise_report to app_worker;
create policy worker on figure_publicity to app_worker using (true) with check (true);
create policy worker on municipal_post to app_worker using (true) with check (true);
create policy worker on promise_report to app_worker using (true) with check (true);

-- Moderators see what they will publish; the three functions below are all that they can do.
grant select on figure_preparation, figure_event to app_viewer;
create policy moderators on figure_preparation for select to app_viewer using (neighbourhoods && (select viewer.moderates())::text[]);
create policy moderators on figure_event for select to app_viewer using (neighbourhoods && (select viewer.moderates())::text[] or actor_id = (select viewer.resident_id()));
create policy neighbours on figure_event for select to app_viewer using (neighbourhoods @> array[(select viewer.neighbourhood_code())]);
create policy officials on neighbourhood for select to app_viewer using (served and municipality_code = any ((select viewer.official_of())::text[]));

-- Each side agrees for itself, and ends its own.
grant select, insert, update (ended_by, ended_at) on figure_publicity to app_viewer;
create policy concerned on figure_publicity for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[])
    or municipality_code = any ((select viewer.official_of())::text[]) or decided_by = (select viewer.resident_id()) or ended_by = (select viewer.resident_id()));
create policy cooperative_agrees on figure_publicity for insert to app_viewer
  with check (side = 'cooperative' and neighbourhood_code = any ((select viewer.moderates())::text[]) and decided_by = (select viewer.resident_id()) and ended_at is null);
create policy municipality_agrees on figure_publicity for insert to app_viewer
  with check (side = 'municipality' and municipality_code = any ((select viewer.official_of())::text[]) and decided_by = (select viewer.resident_id()) and ended_at is null
    and exists (select from neighbourhood n where n.code = neighbourhood_code));
create policy cooperative_ends on figure_publicity for update to app_viewer
  using (side = 'cooperative' and neighbourhood_code = any ((select viewer.moderates())::text[]) and ended_at is null)
  with check (ended_by = (select viewer.resident_id()));
create policy municipality_ends on figure_publicity for update to app_viewer
  using (side = 'municipality' and municipality_code = any ((select viewer.official_of())::text[]) and ended_at is null)
  with check (ended_by = (select viewer.resident_id()));

-- Officials post, and say what came of a promise; nothing is taken back or rewritten. Residents and moderators read.
grant select, insert on municipal_post, promise_report to app_viewer;
create policy concerned on municipal_post for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[])
    or municipality_code = any ((select viewer.official_of())::text[]) or author_id = (select viewer.resident_id()));
create policy officials_post on municipal_post for insert to app_viewer
  with check (municipality_code = any ((select viewer.official_of())::text[]) and author_id = (select viewer.resident_id())
    and exists (select from neighbourhood n where n.code = neighbourhood_code));
create policy concerned on promise_report for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) or neighbourhood_code = any ((select viewer.moderates())::text[])
    or municipality_code = any ((select viewer.official_of())::text[]) or author_id = (select viewer.resident_id()));
create policy officials_report on promise_report for insert to app_viewer
  with check (municipality_code = any ((select viewer.official_of())::text[]) and author_id = (select viewer.resident_id())
    and exists (select from municipal_post p where p.id = promise_id and p.kind = 'promise'));

grant create on schema viewer to app_definer;
grant select (neighbourhood_code, side, ended_at) on figure_publicity to app_definer;
create policy figures on figure_publicity for select to app_definer using (true);
grant select, insert (area, area_name, quarter, district, municipality_code, neighbourhoods), update (state, sheet) on figure_preparation to app_definer;
create policy figures on figure_preparation to app_definer using (true) with check (true);
grant select (preparation_id), delete on figure_waiting to app_definer;
create policy figures on figure_waiting to app_definer using (true);
grant select, insert on figure_event to app_definer;
create policy figures on figure_event to app_definer using (true) with check (true);
grant select (area, number), insert on published_release to app_definer;
grant insert on published_figure to app_definer;
create policy figures on published_release to app_definer using (true) with check (true);
create policy figures on published_figure for insert to app_definer with check (true);
grant select (code, year, name) on area_figure to app_definer;
create policy names on area_figure for select to app_definer using (true);

-- The neighbourhoods whose figures everybody may read.
create function viewer.public_neighbourhoods() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(neighbourhood_code), '{}') from (
      select p.neighbourhood_code from public.figure_publicity p where p.ended_at is null group by 1 having count(distinct p.side) = 2) both_sides
  $$;
alter function viewer.public_neighbourhoods() owner to app_definer;

-- What a reader of figures may read: their own neighbourhood and its district, those that they moderate, those of their
-- municipality, and what is public. Without settings: what is public.
grant select on published_release, published_figure to app_insights;
create policy readers on published_release for select to app_insights
  using (neighbourhoods <@ (select viewer.public_neighbourhoods())::text[] or neighbourhoods @> array[(select viewer.neighbourhood_code())]
    or neighbourhoods && (select viewer.moderates())::text[] or municipality_code = any ((select viewer.official_of())::text[]));
create policy readers on published_figure for select to app_insights
  using (neighbourhoods <@ (select viewer.public_neighbourhoods())::text[] or neighbourhoods @> array[(select viewer.neighbourhood_code())]
    or neighbourhoods && (select viewer.moderates())::text[] or municipality_code = any ((select viewer.official_of())::text[]));

-- Asks the job to prepare an area that the asker moderates, for the quarter of today: once, whatever comes of it. The journal
-- knows it too, so that a restored backup doesn't draw the noise of a quarter again.
-- @returns the id; nothing where it was prepared before, or is none of theirs
create function viewer.ask_figures(wanted text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare made uuid; called text; parts text[];
  begin
    if wanted like 'BU%' then
      select n.name, array[n.code] into called, parts from public.neighbourhood n
        where n.code = wanted and n.served and n.ended_on is null and n.code = any (viewer.moderates());
    else
      select coalesce((select f.name from public.area_figure f where f.code = wanted order by f.year desc limit 1), wanted), array_agg(p.area order by p.area)
        into called, parts from public.figure_preparation p
        where p.district = wanted and p.area <> wanted and p.quarter = viewer.quarter() and p.state = 'waiting'
        having array_agg(p.area) && viewer.moderates();
    end if;
    if parts is null then return null; end if;
    insert into public.figure_preparation (area, area_name, quarter, district, municipality_code, neighbourhoods)
      values (wanted, called, viewer.quarter(), 'WK' || substr(wanted, 3, 6), 'GM' || substr(wanted, 3, 4), parts)
      on conflict (area, quarter) do nothing returning id into made;
    if made is null then return null; end if;
    insert into public.figure_event (deed, area, area_name, quarter, neighbourhoods, actor_id)
      values ('prepared', wanted, called, viewer.quarter(), parts, viewer.resident_id());
    insert into public.journal_entry (id, kind, subject_id, object_id)
      values (gen_random_uuid(), 'preparation', made, md5(wanted || ' ' || viewer.quarter())::uuid);
    return made;
  end $$;
alter function viewer.ask_figures(text) owner to app_definer;

-- Ends a preparation that is not published; the quarter has none other, and what it spent stays spent.
create function viewer.cancel_figures(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.figure_preparation;
  begin
    select * into p from public.figure_preparation f where f.id = wanted and f.neighbourhoods && viewer.moderates() for update;
    if not found or p.state not in ('asked', 'prepared', 'waiting') then return false; end if;
    update public.figure_preparation f set state = 'cancelled', sheet = null where f.id = wanted;
    delete from public.figure_waiting w where w.preparation_id = wanted;
    insert into public.figure_event (deed, area, area_name, quarter, neighbourhoods, actor_id)
      values ('cancelled', p.area, p.area_name, p.quarter, p.neighbourhoods, viewer.resident_id());
    return true;
  end $$;
alter function viewer.cancel_figures(uuid) owner to app_definer;

-- Publishes what was prepared, as it is. @returns 'published', 'two_people' for who prepared it, 'state' where there is nothing
-- to publish (any more), or nothing for an area of others
create function viewer.publish_figures(wanted uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.figure_preparation;
  begin
    select * into p from public.figure_preparation f where f.id = wanted and f.neighbourhoods && viewer.moderates() for update;
    if not found then return null; end if;
    if p.state <> 'prepared' then return 'state'; end if;
    if exists (select from public.figure_event e where e.deed = 'prepared' and e.area = p.area and e.quarter = p.quarter and e.actor_id = viewer.resident_id()) then return 'two_people'; end if;
    update public.figure_preparation f set state = 'published' where f.id = wanted;
    insert into public.published_release (id, area, area_name, district, municipality_code, neighbourhoods, quarter, number, form, dwellings, prepared_on, published_on)
      values (p.id, p.area, p.area_name, p.district, p.municipality_code, p.neighbourhoods, p.quarter,
        coalesce((select max(r.number) from public.published_release r where r.area = p.area), 0) + 1, p.sheet ->> 'form', (p.sheet ->> 'dwellings')::int,
        (p.drawn_at at time zone 'Europe/Amsterdam')::date, viewer.today());
    insert into public.published_figure (release_id, area, municipality_code, neighbourhoods, topic, cell, place, kind, value)
      select p.id, p.area, p.municipality_code, p.neighbourhoods, t.one ->> 'table', c.one ->> 'cell', t.place * 100 + c.place,
        coalesce(c.one -> 'shown' ->> 'answer', c.one -> 'shown' ->> 'kind'), (c.one -> 'shown' ->> 'value')::int
      from jsonb_array_elements(p.sheet -> 'tables') with ordinality t (one, place), jsonb_array_elements(t.one -> 'cells') with ordinality c (one, place);
    insert into public.figure_event (deed, area, area_name, quarter, neighbourhoods, actor_id)
      values ('published', p.area, p.area_name, p.quarter, p.neighbourhoods, viewer.resident_id());
    return 'published';
  end $$;
alter function viewer.publish_figures(uuid) owner to app_definer;

revoke execute on function viewer.quarter(), viewer.keep_budget(), viewer.keep_published(), viewer.public_neighbourhoods(), viewer.ask_figures(text), viewer.cancel_figures(uuid),
  viewer.publish_figures(uuid) from public;
grant execute on function viewer.quarter() to app_viewer, app_worker, app_definer;
grant execute on function viewer.public_neighbourhoods() to app_insights, app_viewer;
grant execute on function viewer.ask_figures(text), viewer.cancel_figures(uuid), viewer.publish_figures(uuid) to app_viewer;
-- For the policies of readers.
grant execute on function viewer.official_of() to app_insights;
revoke create on schema viewer from app_definer;

alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (kind in ('erasure', 'stay', 'withdrawal', 'narrowing', 'hiding', 'hiding_end', 'membership_end', 'role_end', 'block', 'unblock', 'preparation'));

-- How many codes of letters made a household was told in tens of an exact count: who brings others to a boundary learns of one.
-- What came of letters is in the figures now.
drop policy auth on auth.letter_reach;
drop table auth.letter_reach;

select pgboss.create_queue('draw-figures', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
