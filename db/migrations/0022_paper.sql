-- Paper, for who has no e-mail: a helper (the contact person of the street or building, or a moderator) types what somebody
-- fills in on paper, while they sit together. Who helps works as that person for 15 minutes, sees nothing else of the
-- neighbours than as themselves, and nothing at all in between.

-- Somebody without an account in a household of their own. No name is kept: who helps knows them by the address and by the
-- number on the confirmation. The id stands for them as resident_id in what is entered, until an account takes it over.
create table paper_resident (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null unique,
  number text not null unique check (char_length(number) = 8),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  created_at timestamptz not null default now(),
  taken_over_at timestamptz,
  taken_over_by uuid,
  ended_at timestamptz,
  check ((taken_over_at is null) = (taken_over_by is null)),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index paper_resident_neighbourhood on paper_resident (neighbourhood_code);

-- Every time that somebody was helped, with the paper on which they agreed. When the person is erased it stays for the log:
-- then it says only who helped, when, and how many things were entered.
create table assisted_session (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  household_id uuid,
  paper_resident_id uuid references paper_resident (id) on delete set null,
  helper_id uuid,
  helper_role text not null check (helper_role in ('contact_person', 'moderator')),
  signed_on date,
  text_version text,
  text_shown text,
  locale text,
  started_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  entry_count integer not null default 0,
  check (ends_at <= started_at + interval '15 minutes'),
  -- A new code of a neighbourhood reaches it along two ways, one after the other, hence deferrable.
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete set null (household_id) deferrable initially deferred
);
create index assisted_session_helper on assisted_session (helper_id, started_at);
create index assisted_session_neighbourhood on assisted_session (neighbourhood_code, started_at);
create index assisted_session_household on assisted_session (household_id);
create index assisted_session_paper_resident on assisted_session (paper_resident_id);

-- What was done in a session: of which kind, and to which thing.
create table assisted_entry (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  session_id uuid not null references assisted_session (id) on delete cascade,
  kind text not null check (char_length(kind) between 1 and 40),
  subject_id uuid not null,
  at timestamptz not null default now(),
  unique (session_id, kind, subject_id),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade
);
create index assisted_entry_household on assisted_entry (household_id);
create index assisted_entry_neighbourhood on assisted_entry (neighbourhood_code);

-- The letter with the code to take it over. The person stands in the place of a sign-up: it is a letter that was asked for.
alter table letter add column paper_resident_id uuid references paper_resident (id) on delete cascade,
  add check (paper_resident_id is null or paper_resident_id = signup_id);
create index letter_paper_resident on letter (paper_resident_id);

alter table paper_resident enable row level security;   alter table paper_resident force row level security;
alter table assisted_session enable row level security; alter table assisted_session force row level security;
alter table assisted_entry enable row level security;   alter table assisted_entry force row level security;

grant select, insert, update, delete on paper_resident, assisted_session, assisted_entry to app_worker;
create policy worker on paper_resident to app_worker using (true) with check (true);
create policy worker on assisted_session to app_worker using (true) with check (true);
create policy worker on assisted_entry to app_worker using (true) with check (true);

-- Written by the functions below only. The household reads its own: who works for it while a session runs, and whoever took
-- it over. Which account helped stays with the functions: they give the name that neighbours see.
grant select on paper_resident, assisted_entry to app_viewer;
grant select (id, neighbourhood_code, household_id, paper_resident_id, helper_role, signed_on, text_version, text_shown, locale, started_at, ends_at, ended_at, entry_count)
  on assisted_session to app_viewer;
create policy own_household on paper_resident for select to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household on assisted_session for select to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household on assisted_entry for select to app_viewer using (household_id = (select viewer.household_id()));

-- Signing up takes over, by marking who did; the function take_over does the rest in the same transaction.
grant select, update (taken_over_at, taken_over_by) on paper_resident to app_auth;
create policy auth on paper_resident for select to app_auth using (true);
create policy auth_takes_over on paper_resident for update to app_auth
  using (taken_over_at is null and ended_at is null) with check (taken_over_at = now());

grant select, insert (neighbourhood_code, household_id, number, locale), update (ended_at) on paper_resident to app_definer;
create policy paper on paper_resident to app_definer using (true) with check (true);
grant select, insert (neighbourhood_code, household_id, paper_resident_id, helper_id, helper_role, signed_on, text_version, text_shown, locale, ends_at),
  update (ended_at, entry_count) on assisted_session to app_definer;
create policy paper on assisted_session to app_definer using (true) with check (true);
grant insert on assisted_entry to app_definer;
create policy paper on assisted_entry for insert to app_definer with check (true);
grant select (id, neighbourhood_code, dwelling_id, street_id, building_id, ended_at), insert (neighbourhood_code, dwelling_id, street_id, building_id), update (ended_at)
  on household to app_definer;
create policy paper_begins on household for insert to app_definer with check (true);
create policy paper_ends on household for update to app_definer using (true) with check (true);
grant select (id, display_name) on resident to app_definer;
create policy paper on resident for select to app_definer using (true);
grant select (id, paper_resident_id, signup_id, printed_at, ended_at), insert (neighbourhood_code, dwelling_id, signup_id, paper_resident_id), update (ended_at) on letter to app_definer;
create policy paper on letter for select to app_definer using (true);
create policy paper_asks on letter for insert to app_definer with check (paper_resident_id is not null);
create policy paper_ends on letter for update to app_definer using (paper_resident_id is not null) with check (paper_resident_id is not null);
grant update (resident_id) on measure, wish, wish_join, consent, appeal to app_definer;
grant update (reporter_id) on report to app_definer;

-- The session in which somebody helps; set with all other settings by viewer.assist.
create function viewer.assisted_session() returns uuid language sql stable
  as $$ select nullif(current_setting('app.assisted_session', true), '')::uuid $$;
-- The one thing of a neighbour that who helps saw with their own eyes in this transaction, to report it.
create function viewer.assisted_seen() returns uuid language sql stable
  as $$ select nullif(current_setting('app.assisted_seen', true), '')::uuid $$;
-- Where the asker may help: their own street or building as its contact person, and what they moderate.
create function viewer.may_help(street text, neighbourhood text, building text) returns boolean language sql stable
  as $$ select coalesce(viewer.contact_for(street, neighbourhood, building), false) or coalesce(neighbourhood = any (viewer.moderates()), false) $$;

-- Helping shows nothing of other neighbours: the person may live where who helps may not look.
create policy assisting on measure as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()) or id = (select viewer.assisted_seen()));
create policy assisting on wish as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()) or id = (select viewer.assisted_seen()));

grant create on schema viewer to app_definer;

-- Begins a session: 'started' with its id, or why not. 'open': another one runs; 'too_many' today; 'date': the form is older than
-- 30 days or from the future; 'unknown': nobody here who was helped before, or not with this number; 'elsewhere': no home where
-- the asker may help. What others at the address do changes nothing. A helper who never helped this person needs the number,
-- so that nobody finds out by asking at whose address somebody was helped. `again` goes on from a session of their own that ended
-- within the last day; then the home follows from that.
create function viewer.start_assisting(home text, known boolean, person_number text, again uuid, new_number text, signed date, version text, shown text, language text)
  returns table (outcome text, session_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare d record; p public.paper_resident; helper uuid := viewer.resident_id(); found_ids uuid[]; made uuid; today date := (now() at time zone 'Europe/Amsterdam')::date;
  begin
    if helper is null or viewer.assisted_session() is not null then return query select 'elsewhere', null::uuid; return; end if;
    if again is not null then
      select h.dwelling_id into home from public.assisted_session s join public.household h on h.id = s.household_id
        where s.id = again and s.helper_id = helper and s.started_at > now() - interval '24 hours';
    end if;
    select w.id, w.street_id, w.building_id, w.neighbourhood_code into d from public.dwelling w
      join public.neighbourhood n on n.code = w.neighbourhood_code and n.served
      where w.id = home and w.is_home and w.ended_on is null and w.street_id is not null and viewer.may_help(w.street_id, w.neighbourhood_code, w.building_id);
    if not found then return query select 'elsewhere', null::uuid; return; end if;
    if signed is null or signed > today or signed < today - 30 then return query select 'date', null::uuid; return; end if;
    perform pg_advisory_xact_lock(hashtextextended('assisting by ' || helper, 0));
    if exists (select from public.assisted_session s where s.helper_id = helper and s.ended_at is null and s.ends_at > now()) then return query select 'open', null::uuid; return; end if;
    if (select count(*) from public.assisted_session s where s.helper_id = helper and s.started_at > now() - interval '24 hours') >= 10 then return query select 'too_many', null::uuid; return; end if;
    if known or again is not null then
      select array_agg(r.id) into found_ids from public.paper_resident r join public.household h on h.id = r.household_id
        where h.dwelling_id = home and r.taken_over_at is null and r.ended_at is null
          and (again is not null and r.id = (select s.paper_resident_id from public.assisted_session s where s.id = again)
            or again is null and r.number = person_number or again is null and person_number is null and (d.neighbourhood_code = any (viewer.moderates())
            or exists (select from public.assisted_session s where s.paper_resident_id = r.id and s.helper_id = helper)));
      if coalesce(cardinality(found_ids), 0) <> 1 then return query select 'unknown', null::uuid; return; end if;
      select * into p from public.paper_resident r where r.id = found_ids[1] and r.taken_over_at is null and r.ended_at is null for share;
      if not found then return query select 'unknown', null::uuid; return; end if;
    else
      insert into public.household (neighbourhood_code, dwelling_id, street_id, building_id) values (d.neighbourhood_code, d.id, d.street_id, d.building_id) returning id into made;
      insert into public.paper_resident (neighbourhood_code, household_id, number, locale) values (d.neighbourhood_code, made, new_number, language) returning * into p;
    end if;
    insert into public.assisted_session (neighbourhood_code, household_id, paper_resident_id, helper_id, helper_role, signed_on, text_version, text_shown, locale, ends_at)
      values (p.neighbourhood_code, p.household_id, p.id, helper,
        case when viewer.contact_for(d.street_id, d.neighbourhood_code, d.building_id) then 'contact_person' else 'moderator' end,
        signed, version, shown, language, now() + interval '15 minutes')
      returning id into made;
    return query select 'started', made;
  end $$;
alter function viewer.start_assisting(text, boolean, text, uuid, text, date, text, text, text) owner to app_definer;

-- From here on the transaction is that of the person who is helped, if the session is the asker's own, runs, and they may still
-- help there; else nothing changes and it gives no row. `seen` is something that the asker saw in this transaction.
create function viewer.assist(wanted uuid, seen uuid)
  returns table (person_id uuid, household_id uuid, neighbourhood_code text, street_id text, building_id text, dwelling_id text, locale text, ends_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  #variable_conflict use_column
  declare a record;
  begin
    -- Taking over and ending wait for this transaction, or it for them: nothing is entered for who is gone.
    select p.id, h.id as household_id, h.neighbourhood_code, h.street_id, h.building_id, h.dwelling_id, p.locale, s.ends_at into a
      from public.assisted_session s join public.paper_resident p on p.id = s.paper_resident_id join public.household h on h.id = p.household_id
      where s.id = wanted and s.helper_id = viewer.resident_id() and viewer.assisted_session() is null and s.ended_at is null and s.ends_at > now()
        and p.taken_over_at is null and p.ended_at is null and h.ended_at is null and viewer.may_help(h.street_id, h.neighbourhood_code, h.building_id)
      for share of p;
    if not found then return; end if;
    perform set_config('app.assisted_session', wanted::text, true), set_config('app.assisted_seen', coalesce(seen::text, ''), true),
      set_config('app.resident_id', a.id::text, true), set_config('app.household_id', a.household_id::text, true),
      set_config('app.neighbourhood_code', a.neighbourhood_code, true), set_config('app.street_id', a.street_id, true),
      set_config('app.building_id', coalesce(a.building_id, ''), true), set_config('app.moderates', '', true),
      set_config('app.official_of', '', true), set_config('app.contact_for', '', true);
    return query select a.id, a.household_id, a.neighbourhood_code, a.street_id, a.building_id, a.dwelling_id, a.locale, a.ends_at;
  end $$;
alter function viewer.assist(uuid, uuid) owner to app_definer;

-- Writes down what was done in the session of this transaction. What was entered asks for the letter with which the person can
-- take it over: one, and another when its code no longer counts.
create function viewer.note_entry(what text, about uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.assisted_session;
  begin
    select * into s from public.assisted_session where id = viewer.assisted_session() and paper_resident_id = viewer.resident_id() and ended_at is null and ends_at > now() for update;
    if not found then raise insufficient_privilege using message = 'no session in which somebody is helped'; end if;
    insert into public.assisted_entry (neighbourhood_code, household_id, session_id, kind, subject_id) values (s.neighbourhood_code, s.household_id, s.id, what, about)
      on conflict do nothing;
    -- The same form sent twice.
    if not found then return; end if;
    update public.assisted_session set entry_count = entry_count + 1 where id = s.id;
    if what in ('withdrawal', 'everything') then return; end if;
    update public.letter set ended_at = now() where paper_resident_id = s.paper_resident_id and ended_at is null and printed_at < now() - interval '30 days';
    if exists (select from public.letter l where l.paper_resident_id = s.paper_resident_id and l.ended_at is null) then return; end if;
    insert into public.letter (neighbourhood_code, dwelling_id, signup_id, paper_resident_id)
      select h.neighbourhood_code, h.dwelling_id, s.paper_resident_id, s.paper_resident_id from public.household h where h.id = s.household_id;
  end $$;
alter function viewer.note_entry(text, uuid) owner to app_definer;

-- Ends a session of the asker, and says whether it was one that ran.
create function viewer.stop_assisting(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.assisted_session set ended_at = now() where id = wanted and helper_id = viewer.resident_id() and ended_at is null and ends_at > now();
    return found;
  end $$;
alter function viewer.stop_assisting(uuid) owner to app_definer;

-- "Stop met alles": the person of this transaction takes part no longer. What they shared was taken back before, by who helps.
create function viewer.end_paper() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.assisted_session;
  begin
    select * into s from public.assisted_session where id = viewer.assisted_session() and paper_resident_id = viewer.resident_id() and ended_at is null and ends_at > now();
    if not found then raise insufficient_privilege using message = 'no session in which somebody is helped'; end if;
    update public.paper_resident set ended_at = now() where id = s.paper_resident_id;
    update public.household set ended_at = now() where id = s.household_id;
    update public.letter set ended_at = now() where paper_resident_id = s.paper_resident_id and ended_at is null;
    update public.assisted_session set ended_at = now() where paper_resident_id = s.paper_resident_id and ended_at is null and ends_at > now();
  end $$;
alter function viewer.end_paper() owner to app_definer;

-- Gives all that was entered for somebody to the account that takes it over in this very transaction and lives in their
-- household now. Says whether that is so.
create function viewer.take_over(person uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.paper_resident;
  begin
    select * into p from public.paper_resident where id = person and taken_over_at = now();
    if not found or not exists (select from public.membership m where m.household_id = p.household_id and m.resident_id = p.taken_over_by and m.ended_at is null) then return false; end if;
    update public.measure set resident_id = p.taken_over_by where resident_id = person;
    update public.wish set resident_id = p.taken_over_by where resident_id = person;
    update public.wish_join set resident_id = p.taken_over_by where resident_id = person;
    update public.consent set resident_id = p.taken_over_by where resident_id = person;
    update public.appeal set resident_id = p.taken_over_by where resident_id = person;
    update public.report set reporter_id = p.taken_over_by where reporter_id = person;
    update public.letter set ended_at = now() where paper_resident_id = person and ended_at is null;
    update public.assisted_session set ended_at = now() where paper_resident_id = person and ended_at is null and ends_at > now();
    return true;
  end $$;
alter function viewer.take_over(uuid) owner to app_definer;

-- The log of 24 months: the asker's own sessions, those of the neighbourhoods that they moderate, and those in which their own
-- household was helped. By whom, when and how many things; never where or what.
create function viewer.assisted_log()
  returns table (id uuid, neighbourhood_code text, started_at timestamptz, ended_at timestamptz, helper_role text, helper_name text, entry_count integer, own boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s.neighbourhood_code, s.started_at, least(s.ended_at, s.ends_at), s.helper_role, r.display_name, s.entry_count, coalesce(s.helper_id = viewer.resident_id(), false)
      from public.assisted_session s left join public.resident r on r.id = s.helper_id
      where viewer.assisted_session() is null and s.started_at > now() - interval '24 months'
        and (s.helper_id = viewer.resident_id() or s.neighbourhood_code = any (viewer.moderates()) or s.household_id = viewer.household_id())
  $$;
alter function viewer.assisted_log() owner to app_definer;

revoke execute on function viewer.assisted_session(), viewer.assisted_seen(), viewer.may_help(text, text, text),
  viewer.start_assisting(text, boolean, text, uuid, text, date, text, text, text), viewer.assist(uuid, uuid), viewer.note_entry(text, uuid),
  viewer.stop_assisting(uuid), viewer.end_paper(), viewer.take_over(uuid), viewer.assisted_log() from public;
grant execute on function viewer.assisted_session(), viewer.assisted_seen(), viewer.may_help(text, text, text) to app_viewer, app_definer;
grant execute on function viewer.start_assisting(text, boolean, text, uuid, text, date, text, text, text), viewer.assist(uuid, uuid), viewer.note_entry(text, uuid),
  viewer.stop_assisting(uuid), viewer.end_paper(), viewer.assisted_log() to app_viewer;
grant execute on function viewer.take_over(uuid) to app_auth;
revoke create on schema viewer from app_definer;
