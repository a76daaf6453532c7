grant create on schema viewer to app_definer;

-- What households share. Every row carries its neighbourhood, street and building, so that a policy compares columns
-- and never looks into another table.

-- "Mijn gebouw" and "mijn straat" exist from 10 homes on; fewer would point at a home.
create function viewer.audience_allowed(wanted text, neighbourhood text, street text, building text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select case wanted
      when 'building' then exists (select from public.building b where b.id = building and b.neighbourhood_code = neighbourhood and b.dwelling_count >= 10)
      when 'street' then exists (select from public.street_in_neighbourhood s where s.street_id = street and s.neighbourhood_code = neighbourhood and s.home_count >= 10)
      else true
    end
  $$;
alter function viewer.audience_allowed(text, text, text, text) owner to app_definer;

create table measure (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  kind text not null,
  state text not null check (state in ('planned', 'done', 'removed')),
  year smallint check (year between 1900 and 2100),
  cost_range text check (cost_range in ('none', 'under_500', '500_2000', '2000_5000', '5000_10000', '10000_20000', 'over_20000')),
  done_by text check (done_by in ('self', 'company', 'landlord', 'vve', 'previous_owner')),
  satisfaction smallint check (satisfaction between 1 and 5),
  experience text check (char_length(experience) <= 2000),
  would_do_differently text check (char_length(would_do_differently) <= 2000),
  gas_before_m3 integer check (gas_before_m3 between 0 and 20000),
  gas_after_m3 integer check (gas_after_m3 between 0 and 20000),
  power_before_kwh integer check (power_before_kwh between 0 and 100000),
  power_after_kwh integer check (power_after_kwh between -100000 and 100000),
  may_ask boolean not null default false,
  may_visit boolean not null default false,
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  unique (id, neighbourhood_code),
  unique (id, household_id),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade
);
create index measure_neighbourhood on measure (neighbourhood_code, shared_at desc);
create index measure_household on measure (household_id);

create table wish (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  scope text not null check (scope in ('home', 'neighbourhood')),
  kind text,
  title text check (char_length(title) between 3 and 120),
  note text check (char_length(note) <= 2000),
  horizon text check (horizon in ('this_year', 'few_years', 'someday')),
  holding_back text[] not null default '{}',
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  unique (id, neighbourhood_code),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade,
  check (scope = 'home' and kind is not null or scope = 'neighbourhood' and title is not null)
);
create index wish_neighbourhood on wish (neighbourhood_code, shared_at desc);
create index wish_household on wish (household_id);

-- "Ik doe mee": seen by those who see the wish, under the name that the joiner chose. A new code of a neighbourhood
-- reaches it along two ways, one after the other, hence deferrable.
create table wish_join (
  wish_id uuid not null,
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null,
  shown_name text,
  street_id text not null,
  created_at timestamptz not null default now(),
  primary key (wish_id, household_id),
  foreign key (wish_id, neighbourhood_code) references wish (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create index wish_join_household on wish_join (household_id);
create index wish_join_neighbourhood on wish_join (neighbourhood_code);

-- Re-encoded by us, without EXIF; follows the audience of its measure.
create table photo (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  measure_id uuid not null,
  mime text not null check (mime in ('image/webp')),
  width integer not null,
  height integer not null,
  alt text check (char_length(alt) <= 200),
  bytes bytea not null,
  created_at timestamptz not null default now(),
  foreign key (measure_id, household_id) references measure (id, household_id) on delete cascade,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index photo_measure on photo (measure_id);
create index photo_household on photo (household_id);

create table announcement (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  author_id uuid not null,
  shown_name text not null,
  title text not null check (char_length(title) between 3 and 120),
  body text not null check (char_length(body) between 1 and 4000),
  published_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index announcement_neighbourhood on announcement (neighbourhood_code, published_at desc);

create table report (
  id uuid primary key default gen_random_uuid(),
  receipt text not null,
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  reporter_id uuid not null,
  reporter_household_id uuid not null,
  subject_kind text not null check (subject_kind in ('measure', 'wish')),
  subject_id uuid not null,
  category text not null check (category in ('personal_data', 'offensive', 'advertising', 'untrue', 'unsafe', 'other')),
  note text check (char_length(note) <= 1000),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid,
  decision text check (decision in ('hidden', 'kept')),
  decision_note text,
  foreign key (reporter_household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create index report_neighbourhood on report (neighbourhood_code, created_at);
create index report_subject on report (subject_id);
create index report_reporter on report (reporter_household_id);

-- A statement of reasons: what is hidden, why, under which rule; the household concerned reads it.
create table hiding (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  subject_kind text not null check (subject_kind in ('measure', 'wish')),
  subject_id uuid not null,
  report_id uuid references report (id) on delete set null,
  moderator_id uuid not null,
  rule text not null check (rule in ('personal_data', 'offensive', 'advertising', 'untrue', 'unsafe', 'other')),
  reason text not null check (char_length(reason) between 10 and 1000),
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index hiding_household on hiding (household_id);
create index hiding_neighbourhood on hiding (neighbourhood_code);

-- "Mijn adres ontbreekt".
create table missing_address (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text references neighbourhood (code) on update cascade,
  postcode text not null check (char_length(postcode) <= 10),
  house_number text not null check (char_length(house_number) <= 20),
  street_name text check (char_length(street_name) <= 80),
  note text check (char_length(note) <= 1000),
  email text not null,
  created_at timestamptz not null default now(),
  handled_at timestamptz,
  handled_by uuid,
  outcome text check (char_length(outcome) <= 500)
);
create index missing_address_neighbourhood on missing_address (neighbourhood_code);

-- A letter to an address. The code is made when it is printed and is kept elsewhere, as an HMAC. An address gets one
-- letter in 14 days, so a second one waits (print_after) without anybody being told.
create table letter (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  dwelling_id text not null references dwelling (id),
  signup_id uuid not null,
  requested_at timestamptz not null default now(),
  print_after timestamptz not null default now(),
  printed_at timestamptz,
  printed_by uuid,
  print_count smallint not null default 0,
  ended_at timestamptz
);
create index letter_neighbourhood on letter (neighbourhood_code, requested_at);
create index letter_dwelling on letter (dwelling_id);

-- Mail to be sent, written in the same transaction as what it is about. Ids only: no address, no text, no secret.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  template text not null,
  account_id uuid,
  proof_id uuid,
  subject_id uuid,
  created_at timestamptz not null default now(),
  deliver_after timestamptz not null default now(),
  attempts smallint not null default 0,
  last_error text,
  delivered_at timestamptz,
  given_up_at timestamptz
);
create index outbox_due on outbox (deliver_after) where delivered_at is null and given_up_at is null;

alter table measure enable row level security;         alter table measure force row level security;
alter table wish enable row level security;            alter table wish force row level security;
alter table wish_join enable row level security;       alter table wish_join force row level security;
alter table photo enable row level security;           alter table photo force row level security;
alter table announcement enable row level security;    alter table announcement force row level security;
alter table report enable row level security;          alter table report force row level security;
alter table hiding enable row level security;          alter table hiding force row level security;
alter table missing_address enable row level security; alter table missing_address force row level security;
alter table letter enable row level security;          alter table letter force row level security;
alter table outbox enable row level security;          alter table outbox force row level security;

grant select, insert, update, delete on measure, wish, wish_join, photo, announcement, report, hiding, missing_address, letter, outbox to app_worker;
create policy worker on measure to app_worker using (true) with check (true);
create policy worker on wish to app_worker using (true) with check (true);
create policy worker on wish_join to app_worker using (true) with check (true);
create policy worker on photo to app_worker using (true) with check (true);
create policy worker on announcement to app_worker using (true) with check (true);
create policy worker on report to app_worker using (true) with check (true);
create policy worker on hiding to app_worker using (true) with check (true);
create policy worker on missing_address to app_worker using (true) with check (true);
create policy worker on letter to app_worker using (true) with check (true);
create policy worker on outbox to app_worker using (true) with check (true);

-- Measures: a neighbour sees what the audience says; the household sees its own, also what it took back or what was hidden.
grant select, insert on measure to app_viewer;
grant update (shown_name, kind, state, year, cost_range, done_by, satisfaction, experience, would_do_differently, gas_before_m3, gas_after_m3,
  power_before_kwh, power_after_kwh, may_ask, may_visit, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on measure to app_viewer;
create policy audience on measure for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null and (
      audience = 'neighbourhood'
      or audience = 'street' and street_id = (select viewer.street_id())
      or audience = 'building' and building_id = (select viewer.building_id()))));
create policy own_household_adds on measure for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on measure for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));

grant select, insert on wish to app_viewer;
grant update (shown_name, kind, title, note, horizon, holding_back, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on wish to app_viewer;
create policy audience on wish for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null and (
      audience = 'neighbourhood'
      or audience = 'street' and street_id = (select viewer.street_id())
      or audience = 'building' and building_id = (select viewer.building_id()))));
create policy own_household_adds on wish for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on wish for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));

grant select, insert, delete on wish_join to app_viewer;
grant update (shown_name) on wish_join to app_viewer;
create policy with_the_wish on wish_join for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code())
    and (household_id = (select viewer.household_id()) or exists (select from wish w where w.id = wish_id)));
create policy own_household_joins on wish_join for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and exists (select from wish w where w.id = wish_id and w.scope = 'neighbourhood'));
create policy own_household_leaves on wish_join for delete to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household_renames on wish_join for update to app_viewer
  using (household_id = (select viewer.household_id())) with check (household_id = (select viewer.household_id()));

grant select, insert, delete on photo to app_viewer;
create policy with_the_measure on photo for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code())
    and (household_id = (select viewer.household_id()) or exists (select from measure m where m.id = measure_id)));
create policy own_household_adds on photo for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_removes on photo for delete to app_viewer using (household_id = (select viewer.household_id()));

grant select, insert on announcement to app_viewer;
grant update (withdrawn_at) on announcement to app_viewer;
create policy neighbours on announcement for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and withdrawn_at is null
    or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy moderators_publish on announcement for insert to app_viewer
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and author_id = (select viewer.resident_id()));
create policy moderators_withdraw on announcement for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]))
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]));

-- A report is read by who made it and by the moderators of the neighbourhood.
grant select, insert on report to app_viewer;
grant update (closed_at, closed_by, decision, decision_note) on report to app_viewer;
create policy reporter_or_moderator on report for select to app_viewer
  using (reporter_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy residents_report on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and (subject_kind = 'measure' and exists (select from measure m where m.id = subject_id)
      or subject_kind = 'wish' and exists (select from wish w where w.id = subject_id)));
create policy moderators_close on report for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) and closed_at is null)
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and closed_by = (select viewer.resident_id())
    and closed_at is not null and decision = 'kept');

grant select on hiding to app_viewer;
create policy owner_or_moderator on hiding for select to app_viewer
  using (household_id = (select viewer.household_id()) or neighbourhood_code = any ((select viewer.moderates())::text[]));

-- Moderators don't read items by themselves. These functions are the only way, each leaves its trace.
grant select on report to app_definer;
grant update (closed_at, closed_by, decision, decision_note) on report to app_definer;
grant select on measure, wish, photo to app_definer;
grant select (household_id, resident_id, ended_at) on membership to app_definer;
grant update (hidden_at) on measure, wish to app_definer;
grant insert on disclosure to app_definer;
grant select, insert, update on hiding to app_definer;
create policy moderation on report to app_definer using (true) with check (true);
create policy moderation on measure to app_definer using (true) with check (true);
create policy moderation on wish to app_definer using (true) with check (true);
create policy moderation on photo for select to app_definer using (true);
create policy moderation on membership for select to app_definer using (true);
create policy moderation on disclosure for insert to app_definer with check (true);
create policy moderation on hiding to app_definer using (true) with check (true);

-- What a moderator gets when looking at a reported item: what neighbours saw of it, photos included, and not whose home it
-- is. What its household has taken back since then is nobody's business any more, a moderator's neither. The household
-- finds the look in its own log.
create function viewer.look_at_reported(wanted uuid) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; item jsonb; owner_household uuid;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates());
    if not found then return null; end if;
    if r.subject_kind = 'measure' then
      select jsonb_build_object('shown_name', m.shown_name, 'audience', m.audience, 'shared_at', m.shared_at, 'hidden_at', m.hidden_at,
          'kind', m.kind, 'state', m.state, 'year', m.year, 'experience', m.experience, 'would_do_differently', m.would_do_differently,
          'photos', coalesce((select jsonb_agg(jsonb_build_object('alt', p.alt, 'mime', p.mime,
              'base64', replace(encode(p.bytes, 'base64'), E'\n', '')) order by p.created_at) from public.photo p where p.measure_id = m.id), '[]')),
          m.household_id into item, owner_household
        from public.measure m where m.id = r.subject_id and m.withdrawn_at is null and m.audience <> 'household';
    else
      select jsonb_build_object('shown_name', w.shown_name, 'audience', w.audience, 'shared_at', w.shared_at, 'hidden_at', w.hidden_at,
          'kind', w.kind, 'scope', w.scope, 'title', w.title, 'note', w.note), w.household_id into item, owner_household
        from public.wish w where w.id = r.subject_id and w.withdrawn_at is null and w.audience <> 'household';
    end if;
    if item is null then return jsonb_build_object('taken_back', true); end if;
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason)
      values (r.neighbourhood_code, owner_household, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, 'report');
    return item;
  end $$;
alter function viewer.look_at_reported(uuid) owner to app_definer;

-- One decision answers everybody who reported the same item.
create function viewer.hide_reported(wanted uuid, why_rule text, why text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; owner_household uuid; made uuid;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates());
    if not found then return null; end if;
    perform from public.report where subject_kind = r.subject_kind and subject_id = r.subject_id order by id for update;
    select * into r from public.report where id = wanted and closed_at is null;
    if not found then return null; end if;
    if r.subject_kind = 'measure' then
      update public.measure set hidden_at = now() where id = r.subject_id returning household_id into owner_household;
    else
      update public.wish set hidden_at = now() where id = r.subject_id returning household_id into owner_household;
    end if;
    if owner_household is null then return null; end if;
    insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, reason)
      values (r.neighbourhood_code, owner_household, r.subject_kind, r.subject_id, r.id, viewer.resident_id(), why_rule, why)
      returning id into made;
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'hidden', decision_note = why
      where subject_kind = r.subject_kind and subject_id = r.subject_id and closed_at is null;
    return made;
  end $$;
alter function viewer.hide_reported(uuid, text, text) owner to app_definer;

-- Several decisions may hide one item: it shows again when nothing hides it any more.
create function viewer.lift_hiding(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding;
  begin
    update public.hiding set lifted_at = now(), lifted_by = viewer.resident_id()
      where id = wanted and neighbourhood_code = any (viewer.moderates()) and lifted_at is null returning * into h;
    if not found then return false; end if;
    if exists (select from public.hiding other where other.subject_id = h.subject_id and other.lifted_at is null) then return true; end if;
    if h.subject_kind = 'measure' then update public.measure set hidden_at = null where id = h.subject_id;
    else update public.wish set hidden_at = null where id = h.subject_id; end if;
    return true;
  end $$;
alter function viewer.lift_hiding(uuid) owner to app_definer;

-- Who is told that something of their household is hidden, or shows again: account ids for the outbox, nothing else.
create function viewer.adults_concerned(wanted uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id from public.hiding h join public.membership m on m.household_id = h.household_id and m.ended_at is null
      where h.id = wanted and h.neighbourhood_code = any (viewer.moderates())
  $$;
alter function viewer.adults_concerned(uuid) owner to app_definer;

revoke execute on all functions in schema viewer from public;
grant execute on all functions in schema viewer to app_viewer, app_worker, app_auth, app_insights, app_definer;
revoke execute on function viewer.look_at_reported(uuid), viewer.hide_reported(uuid, text, text), viewer.lift_hiding(uuid),
  viewer.adults_concerned(uuid) from app_worker, app_auth, app_insights;

grant insert on missing_address to app_auth;
create policy anybody_asks on missing_address for insert to app_auth with check (handled_at is null);
grant select on missing_address to app_viewer;
grant update (handled_at, handled_by, outcome) on missing_address to app_viewer;
create policy moderators on missing_address for select to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[])
    or neighbourhood_code is null and cardinality((select viewer.moderates())::text[]) > 0);
create policy moderators_handle on missing_address for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[])
    or neighbourhood_code is null and cardinality((select viewer.moderates())::text[]) > 0)
  with check (handled_by = (select viewer.resident_id()));

grant select, insert, update on letter to app_auth;
create policy auth on letter to app_auth using (true) with check (true);
grant select on letter to app_viewer;
create policy moderators on letter for select to app_viewer using (neighbourhood_code = any ((select viewer.moderates())::text[]));

grant insert on outbox to app_viewer, app_auth;
-- A resident never asks for a mail with a way in.
create policy residents_write on outbox for insert to app_viewer with check (delivered_at is null and attempts = 0 and proof_id is null);
create policy sign_up_writes on outbox for insert to app_auth with check (delivered_at is null and attempts = 0);

revoke create on schema viewer from app_definer;
