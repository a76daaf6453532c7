-- Visits (kijkje in huis) and who may be asked (koploper). Rows of an opening and of a badge are read by their household alone;
-- neighbours read them through viewer.visits_seen() and viewer.koplopers_seen(), which leave out whatever points at a home that
-- does not show itself. Requests and what came of them are read through viewer.visit_requests() by the two whom they concern.

-- A kind whose rows only its household reads names the function that says what neighbours see of it.
alter table shared_kind add column seen_through text check (seen_through ~ '^[a-z_]+$');
create or replace function viewer.sees(about_kind text, about uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
  declare k public.shared_kind; found_it boolean;
  begin
    select * into k from public.shared_kind s where s.kind = about_kind;
    if not found then return false; end if;
    execute format('select exists (select from public.%I t where t.id = $1)', k.kind) into found_it using about;
    if not found_it and k.seen_through is not null then
      execute format('select exists (select from viewer.%I() t where t.id = $1)', k.seen_through) into found_it using about;
    end if;
    return found_it;
  end $$;
insert into shared_kind (kind, shape, seen_through) values ('visit', 'own_audience', 'visits_seen'), ('koploper', 'own_audience', 'koplopers_seen');

alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'share_story', 'share_question', 'share_answer', 'share_visit', 'koploper', 'private_thread', 'join_wish',
    'published_figures', 'display_name', 'contact_person', 'joint_request'));

-- A household opens its door: at the moments below it, or by appointment.
create table visit (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  -- "Toon mijn huis"; else "alleen mijn straat".
  shows_home boolean not null default false,
  by_appointment boolean not null default false,
  kinds text[] not null default '{}' check (cardinality(kinds) <= 12),
  languages text[] not null default '{nl}'
    check (cardinality(languages) between 1 and 6 and languages <@ array['nl', 'en', 'ar', 'tr', 'pl', 'uk', 'de', 'fr', 'es', 'ngt']),
  accessibility text[] not null default '{}' check (accessibility <@ array['step_free', 'stairs', 'wide_door', 'seat', 'toilet', 'pets']),
  note text check (char_length(note) between 1 and 1000),
  house_rules text check (char_length(house_rules) between 1 and 1000),
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  unique (id, neighbourhood_code, household_id),
  unique (id, neighbourhood_code, household_id, shows_home),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade
);
create index visit_neighbourhood on visit (neighbourhood_code, shared_at desc);
create index visit_household on visit (household_id);

-- "Je mag mij vragen": one badge a person.
create table koploper (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  shows_home boolean not null default false,
  kinds text[] not null check (cardinality(kinds) between 1 and 12),
  line text check (char_length(line) between 1 and 300),
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade
);
create unique index koploper_once on koploper (resident_id) where withdrawn_at is null;
create index koploper_neighbourhood on koploper (neighbourhood_code, shared_at desc);
create index koploper_household on koploper (household_id);

-- Which own measures one comes to see. An opening that does not show its home has none, whatever a page sends: measure and home
-- would be known by each other.
create table visit_measure (
  visit_id uuid not null,
  measure_id uuid not null,
  neighbourhood_code text not null,
  household_id uuid not null,
  shows_home boolean not null default true check (shows_home),
  primary key (visit_id, measure_id),
  foreign key (visit_id, neighbourhood_code, household_id, shows_home)
    references visit (id, neighbourhood_code, household_id, shows_home) on update cascade on delete cascade deferrable initially deferred,
  foreign key (measure_id, neighbourhood_code) references measure (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index visit_measure_measure on visit_measure (measure_id, neighbourhood_code);
create index visit_measure_neighbourhood on visit_measure (neighbourhood_code);

-- A day on which several homes are open, announced by a moderator.
create table visit_route (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  day date not null,
  title text not null check (char_length(title) between 3 and 120),
  note text check (char_length(note) between 1 and 1000),
  announced_by uuid not null,
  announced_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  unique (id, neighbourhood_code)
);
create index visit_route_neighbourhood on visit_route (neighbourhood_code, day);

-- When the door is open. A moment agreed with one neighbour is seen by these two only.
create table visit_slot (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null,
  neighbourhood_code text not null,
  household_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity smallint not null check (capacity between 1 and 20),
  agreed boolean not null default false,
  route_id uuid,
  created_at timestamptz not null default now(),
  cancelled_at timestamptz,
  unique (id, neighbourhood_code),
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  check (route_id is null or not agreed),
  foreign key (visit_id, neighbourhood_code, household_id) references visit (id, neighbourhood_code, household_id) on update cascade on delete cascade,
  foreign key (route_id, neighbourhood_code) references visit_route (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create index visit_slot_visit on visit_slot (visit_id, starts_at);
create index visit_slot_neighbourhood on visit_slot (neighbourhood_code, starts_at);
create index visit_slot_route on visit_slot (route_id) where route_id is not null;
create index visit_slot_household on visit_slot (household_id);

-- A neighbour asks; the host answers; either can call it off. Whoever called it off may say why to the other.
create table visit_request (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null,
  slot_id uuid,
  neighbourhood_code text not null,
  host_household_id uuid not null,
  guest_household_id uuid not null,
  guest_resident_id uuid not null,
  guest_street_id text not null references street (id),
  people smallint not null check (people between 1 and 6),
  line text not null check (char_length(line) between 1 and 500),
  asked_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('accepted', 'declined', 'lapsed')),
  answered_at timestamptz,
  answered_by uuid,
  decline_reason text check (decline_reason in ('full', 'other_time', 'not_suited', 'busy')),
  answer_words text check (char_length(answer_words) between 1 and 500),
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('guest', 'host', 'nobody')),
  cancel_words text check (char_length(cancel_words) between 1 and 500),
  no_show_at timestamptz,
  reminded_at timestamptz,
  -- Of the calendar file: rises with every change of what was agreed.
  sequence smallint not null default 0,
  unique (id, neighbourhood_code),
  check ((answer is null) = (answered_at is null)),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check ((decline_reason is not null) = coalesce(answer = 'declined', false)),
  check (no_show_at is null or coalesce(answer = 'accepted', false)),
  foreign key (visit_id, neighbourhood_code, host_household_id)
    references visit (id, neighbourhood_code, household_id) on update cascade on delete cascade deferrable initially deferred,
  foreign key (slot_id, neighbourhood_code) references visit_slot (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (guest_household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create unique index visit_request_once on visit_request (guest_resident_id, coalesce(slot_id, visit_id)) where cancelled_at is null and (answer is null or answer = 'accepted');
create index visit_request_visit on visit_request (visit_id, asked_at);
create index visit_request_slot on visit_request (slot_id, asked_at);
create index visit_request_host on visit_request (host_household_id);
create index visit_request_guest on visit_request (guest_resident_id);
create index visit_request_guest_household on visit_request (guest_household_id);
create index visit_request_neighbourhood on visit_request (neighbourhood_code);

-- What one of the two says to the other afterwards; nobody else reads it, and nothing is counted from it.
create table visit_feedback (
  request_id uuid not null,
  side text not null check (side in ('host', 'guest')),
  neighbourhood_code text not null,
  thanked boolean not null,
  words text check (char_length(words) between 1 and 500),
  said_by uuid,
  said_at timestamptz not null default now(),
  primary key (request_id, side),
  check (thanked or words is not null),
  foreign key (request_id, neighbourhood_code) references visit_request (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index visit_feedback_neighbourhood on visit_feedback (neighbourhood_code);

alter table visit enable row level security;          alter table visit force row level security;
alter table koploper enable row level security;       alter table koploper force row level security;
alter table visit_measure enable row level security;  alter table visit_measure force row level security;
alter table visit_route enable row level security;    alter table visit_route force row level security;
alter table visit_slot enable row level security;     alter table visit_slot force row level security;
alter table visit_request enable row level security;  alter table visit_request force row level security;
alter table visit_feedback enable row level security; alter table visit_feedback force row level security;

grant select, insert, update, delete on visit, koploper, visit_measure, visit_route, visit_slot, visit_request, visit_feedback to app_worker;
create policy worker on visit to app_worker using (true) with check (true);
create policy worker on koploper to app_worker using (true) with check (true);
create policy worker on visit_measure to app_worker using (true) with check (true);
create policy worker on visit_route to app_worker using (true) with check (true);
create policy worker on visit_slot to app_worker using (true) with check (true);
create policy worker on visit_request to app_worker using (true) with check (true);
create policy worker on visit_feedback to app_worker using (true) with check (true);

grant select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at) on visit, koploper to app_definer;
create policy moderation on visit to app_definer using (true) with check (true);
create policy moderation on koploper to app_definer using (true) with check (true);
grant select on visit_measure, visit_route to app_definer;
grant select, insert, update (cancelled_at), delete on visit_slot to app_definer;
grant select, insert, update (slot_id, answer, answered_at, answered_by, decline_reason, answer_words, cancelled_at, cancelled_by, cancel_words, no_show_at, sequence), delete on visit_request to app_definer;
grant select, insert, update (thanked, words, said_by, said_at), delete on visit_feedback to app_definer;
create policy visits on visit_measure for select to app_definer using (true);
create policy visits on visit_route for select to app_definer using (true);
create policy visits on visit_slot to app_definer using (true) with check (true);
create policy visits on visit_request to app_definer using (true) with check (true);
create policy visits on visit_feedback to app_definer using (true) with check (true);
grant insert on block, happening to app_definer;
create policy visits on block for insert to app_definer with check (true);
create policy visits on happening for insert to app_definer with check (true);

grant select, insert on visit, koploper to app_viewer;
grant update (shown_name, shows_home, by_appointment, kinds, languages, accessibility, note, house_rules, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on visit to app_viewer;
grant update (shown_name, shows_home, kinds, line, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on koploper to app_viewer;
create policy own_household on visit for select to app_viewer
  using (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_adds on visit for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on visit for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household on koploper for select to app_viewer
  using (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_adds on koploper for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on koploper for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));

grant select, insert, delete on visit_measure to app_viewer;
create policy own_household on visit_measure for select to app_viewer
  using (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_adds on visit_measure for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and exists (select from measure m where m.id = measure_id and m.household_id = (select viewer.household_id())));
create policy own_household_ends on visit_measure for delete to app_viewer using (household_id = (select viewer.household_id()));

grant select, insert on visit_slot to app_viewer;
create policy own_household on visit_slot for select to app_viewer
  using (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_adds on visit_slot for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and not agreed and cancelled_at is null and starts_at > now()
    and (route_id is null or exists (select from visit_route r where r.id = route_id and r.withdrawn_at is null
      and r.day = (starts_at at time zone 'Europe/Amsterdam')::date)));

grant select, insert, update (withdrawn_at) on visit_route to app_viewer;
create policy neighbours on visit_route for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and withdrawn_at is null or neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy moderators_announce on visit_route for insert to app_viewer
  with check (announced_by = (select viewer.resident_id()) and neighbourhood_code = any ((select viewer.moderates())::text[]) and withdrawn_at is null);
create policy moderators_withdraw on visit_route for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[])) with check (neighbourhood_code = any ((select viewer.moderates())::text[]));

-- Who helps somebody on paper comes to see nothing of this.
create policy assisting on visit as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy assisting on koploper as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy assisting on visit_measure as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy assisting on visit_slot as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);

grant create on schema viewer to app_definer;

-- Whether what a household shares is shown to the caller: the conditions that policies of other kinds have.
create function viewer.shown_to_me(neighbourhood text, household uuid, resident uuid, street text, building text, to_whom text, withdrawn timestamptz, hidden timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select neighbourhood = viewer.neighbourhood_code() and household <> viewer.household_id() and withdrawn is null and hidden is null
      and viewer.assisted_session() is null
      and household <> all (viewer.blocked_households()) and resident <> all (viewer.blocked_by())
      and (to_whom = 'neighbourhood' or to_whom = 'street' and street = viewer.street_id() or to_whom = 'building' and building = viewer.building_id())
  $$;
alter function viewer.shown_to_me(text, uuid, uuid, text, text, text, timestamptz, timestamptz) owner to app_definer;

-- What neighbours see of openings: never a name, and a home only where it shows itself.
create function viewer.visits_seen() returns table (id uuid, street_id text, shows_home boolean, dwelling_id text, building_id text, by_appointment boolean,
    kinds text[], languages text[], accessibility text[], note text, house_rules text, measures uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select v.id, v.street_id, v.shows_home, case when v.shows_home then v.dwelling_id end, case when v.shows_home then v.building_id end, v.by_appointment,
        v.kinds, v.languages, v.accessibility, v.note, v.house_rules,
        case when v.shows_home then array(select m.measure_id from public.visit_measure m where m.visit_id = v.id order by m.measure_id) else '{}' end
      from public.visit v
      where v.neighbourhood_code = viewer.neighbourhood_code()
        and viewer.shown_to_me(v.neighbourhood_code, v.household_id, v.resident_id, v.street_id, v.building_id, v.audience, v.withdrawn_at, v.hidden_at)
  $$;
alter function viewer.visits_seen() owner to app_definer;

-- What is left of a moment for people who are still to come.
create function viewer.places_left(slot uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.capacity - coalesce((select sum(r.people) from public.visit_request r where r.slot_id = s.id and r.answer = 'accepted' and r.cancelled_at is null), 0)::integer
      from public.visit_slot s where s.id = slot
  $$;
alter function viewer.places_left(uuid) owner to app_definer;

-- Moments to come, of openings that are seen and of the own ones. A moment that is over is nobody's business.
create function viewer.visit_slots_seen() returns table (id uuid, visit_id uuid, starts_at timestamptz, ends_at timestamptz, capacity integer, places_left integer, route_id uuid, own boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s.visit_id, s.starts_at, s.ends_at, s.capacity::integer, viewer.places_left(s.id), s.route_id, s.household_id = viewer.household_id()
      from public.visit_slot s join public.visit v on v.id = s.visit_id
      where s.neighbourhood_code = viewer.neighbourhood_code() and s.ends_at > now() and s.cancelled_at is null and not s.agreed
        and (s.household_id = viewer.household_id() and viewer.assisted_session() is null and v.withdrawn_at is null
          or viewer.shown_to_me(v.neighbourhood_code, v.household_id, v.resident_id, v.street_id, v.building_id, v.audience, v.withdrawn_at, v.hidden_at))
  $$;
alter function viewer.visit_slots_seen() owner to app_definer;

create function viewer.koplopers_seen() returns table (id uuid, street_id text, shown_name text, dwelling_id text, building_id text, kinds text[], line text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select k.id, k.street_id, case when k.shows_home then k.shown_name end, case when k.shows_home then k.dwelling_id end,
        case when k.shows_home then k.building_id end, k.kinds, k.line
      from public.koploper k
      where k.neighbourhood_code = viewer.neighbourhood_code()
        and viewer.shown_to_me(k.neighbourhood_code, k.household_id, k.resident_id, k.street_id, k.building_id, k.audience, k.withdrawn_at, k.hidden_at)
  $$;
alter function viewer.koplopers_seen() owner to app_definer;

-- At which opening one can ask a koploper. Two things of one household are not put together where one hides the home that the
-- other shows.
create function viewer.opening_of_koploper(about uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select v.id from public.koploper k join public.visit v on v.household_id = k.household_id and v.shows_home = k.shows_home
      where k.id = about and exists (select from viewer.koplopers_seen() s where s.id = k.id) and exists (select from viewer.visits_seen() s where s.id = v.id)
        and (v.by_appointment or exists (select from viewer.visit_slots_seen() s where s.visit_id = v.id))
      order by v.resident_id = k.resident_id desc, v.by_appointment desc, v.id limit 1
  $$;
alter function viewer.opening_of_koploper(uuid) owner to app_definer;

-- Who they are and where: for both, from the yes on until the day after, unless it was called off.
create function viewer.visit_revealed(r public.visit_request) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(r.answer = 'accepted' and r.cancelled_at is null
      and (select viewer.today() <= (s.starts_at at time zone 'Europe/Amsterdam')::date + 1 and s.cancelled_at is null from public.visit_slot s where s.id = r.slot_id), false)
  $$;
alter function viewer.visit_revealed(public.visit_request) owner to app_definer;

-- Whether one of the two blocked the other; then neither reads a word of the other any more.
create function viewer.visit_blocked(r public.visit_request, host uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from public.block b
      where b.resident_id = r.guest_resident_id and b.blocked_household_id = r.host_household_id
        or b.blocked_household_id = r.guest_household_id
          and (b.resident_id = host or exists (select from public.resident p where p.id = b.resident_id and p.household_id = r.host_household_id)))
  $$;
alter function viewer.visit_blocked(public.visit_request, uuid) owner to app_definer;

-- Requests at the own door, and those that one made oneself. What says who the other is, is there while it is agreed; whether
-- somebody came is what a host notes for themselves.
create function viewer.visit_requests() returns table (id uuid, side text, visit_id uuid, slot_id uuid, kinds text[], by_appointment boolean, people integer, line text, asked_at timestamptz,
    answer text, answered_at timestamptz, decline_reason text, answer_words text, cancelled_at timestamptz, cancelled_by text, cancel_words text,
    starts_at timestamptz, ends_at timestamptz, revealed boolean, blocked boolean, other_street_id text, other_name text, other_dwelling_id text,
    no_show_at timestamptz, own_thanks boolean, own_words text, other_thanks boolean, other_words text, sequence integer, house_rules text, places_left integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.id, w.side, r.visit_id, r.slot_id, v.kinds, v.by_appointment, r.people::integer, case when w.side = 'guest' or not w.blocked then r.line end, r.asked_at,
        r.answer, r.answered_at, r.decline_reason, case when w.side = 'host' or not w.blocked then r.answer_words end,
        r.cancelled_at, r.cancelled_by,
        case when r.cancelled_by = w.side or not w.blocked then r.cancel_words end,
        s.starts_at, s.ends_at, w.revealed, w.blocked,
        case w.side when 'host' then r.guest_street_id else v.street_id end,
        case when w.revealed then case w.side when 'host' then (select p.display_name from public.resident p where p.id = r.guest_resident_id) else v.shown_name end end,
        case when w.revealed then case w.side when 'host' then (select h.dwelling_id from public.household h where h.id = r.guest_household_id) else v.dwelling_id end end,
        case when w.side = 'host' then r.no_show_at end,
        own.thanked, own.words, case when not w.blocked then other.thanked end, case when not w.blocked then other.words end,
        r.sequence::integer, case when w.side = 'host' or not w.blocked then v.house_rules end,
        case when w.side = 'host' and r.slot_id is not null then viewer.places_left(r.slot_id) end
      from public.visit_request r
      join public.visit v on v.id = r.visit_id
      left join public.visit_slot s on s.id = r.slot_id
      cross join lateral (select case when r.guest_resident_id = viewer.resident_id() then 'guest' else 'host' end as side) me
      cross join lateral (select me.side, viewer.visit_blocked(r, v.resident_id) as blocked) b
      cross join lateral (select b.side, b.blocked, viewer.visit_revealed(r) and not b.blocked as revealed) w
      left join public.visit_feedback own on own.request_id = r.id and own.side = w.side
      left join public.visit_feedback other on other.request_id = r.id and other.side <> w.side
      where r.neighbourhood_code = viewer.neighbourhood_code() and viewer.assisted_session() is null
        and (r.guest_resident_id = viewer.resident_id() or r.host_household_id = viewer.household_id())
  $$;
alter function viewer.visit_requests() owner to app_definer;

-- Told by ids only; who hears of it is found later. Nobody is the actor of what must not say who did it.
create function viewer.tell_of_visit(what text, neighbourhood text, about uuid, cause uuid, who uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    insert into public.happening (neighbourhood_code, kind, subject_id, cause_id, actor_id) values (neighbourhood, what, about, cause, who);
    perform pg_notify('buurhof_happening', '');
  end $$;
alter function viewer.tell_of_visit(text, text, uuid, uuid, uuid) owner to app_definer;

-- 'asked' with the id of the request, 'again' with that of the one that stands, 'over', 'too_many' in a day, 'too_large' a group
-- for the moment; null where there is no such opening, or moment, for the asker.
create function viewer.ask_visit(opening uuid, moment uuid, group_size integer, words text, out outcome text, out request uuid) returns record
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare v record; s public.visit_slot;
  begin
    select o.* into v from public.visit o where o.id = opening and exists (select from viewer.visits_seen() seen where seen.id = o.id);
    if not found then return; end if;
    if moment is null then
      if not v.by_appointment then return; end if;
    else
      select * into s from public.visit_slot where id = moment and visit_id = opening and not agreed;
      if not found then return; end if;
      if s.cancelled_at is not null or s.starts_at <= now() then outcome := 'over'; return; end if;
      if group_size > s.capacity then outcome := 'too_large'; return; end if;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('visits asked by ' || viewer.resident_id(), 0));
    select r.id into request from public.visit_request r where r.guest_resident_id = viewer.resident_id() and r.visit_id = opening
      and r.slot_id is not distinct from moment and r.cancelled_at is null and (r.answer is null or r.answer = 'accepted');
    if found then outcome := 'again'; return; end if;
    if (select count(*) from public.visit_request r where r.guest_resident_id = viewer.resident_id() and r.asked_at > now() - interval '24 hours') >= 10 then outcome := 'too_many'; return; end if;
    insert into public.visit_request (visit_id, slot_id, neighbourhood_code, host_household_id, guest_household_id, guest_resident_id, guest_street_id, people, line)
      values (opening, moment, v.neighbourhood_code, v.household_id, viewer.household_id(), viewer.resident_id(), viewer.street_id(), group_size, words) returning id into request;
    outcome := 'asked';
    perform viewer.tell_of_visit('visit-asked', v.neighbourhood_code, opening, request, viewer.resident_id());
  end $$;
alter function viewer.ask_visit(uuid, uuid, integer, text) owner to app_definer;

-- 'accepted'; 'full' when there is no room for so many; 'earlier' when this would take the room of somebody who asked before and
-- still waits; 'over' when it was answered, called off or is past; null where it is not the asker's to answer. One moment at a
-- time: the lock on it makes the count hold.
create function viewer.accept_visit(wanted uuid, at_start timestamptz, at_end timestamptz, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.visit_request; s public.visit_slot; left_now integer;
  begin
    select * into r from public.visit_request where id = wanted and host_household_id = viewer.household_id() and viewer.assisted_session() is null;
    if not found then return null; end if;
    if r.slot_id is not null then select * into s from public.visit_slot where id = r.slot_id for update; end if;
    select * into r from public.visit_request where id = wanted for update;
    if not found then return null; end if;
    if r.answer is not null or r.cancelled_at is not null then return 'over'; end if;
    if not exists (select from public.visit v where v.id = r.visit_id and v.withdrawn_at is null and v.hidden_at is null and v.audience <> 'household') then return 'over'; end if;
    if r.slot_id is null then
      if at_start is null or at_end is null or at_start <= now() then return 'over'; end if;
      insert into public.visit_slot (visit_id, neighbourhood_code, household_id, starts_at, ends_at, capacity, agreed)
        values (r.visit_id, r.neighbourhood_code, r.host_household_id, at_start, at_end, r.people, true) returning * into s;
    else
      if s.cancelled_at is not null or s.starts_at <= now() then return 'over'; end if;
      left_now := viewer.places_left(s.id);
      if left_now < r.people then return 'full'; end if;
      if exists (select from public.visit_request e where e.slot_id = s.id and e.answer is null and e.cancelled_at is null
        and (e.asked_at, e.id) < (r.asked_at, r.id) and e.people <= left_now and e.people > left_now - r.people) then return 'earlier'; end if;
    end if;
    update public.visit_request set slot_id = s.id, answer = 'accepted', answered_at = now(), answered_by = viewer.resident_id(), answer_words = words where id = wanted;
    perform viewer.tell_of_visit('visit-accepted', r.neighbourhood_code, r.visit_id, r.id, viewer.resident_id());
    return 'accepted';
  end $$;
alter function viewer.accept_visit(uuid, timestamptz, timestamptz, text) owner to app_definer;

-- 'declined', 'over', or null as above.
create function viewer.decline_visit(wanted uuid, reason text, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.visit_request;
  begin
    select * into r from public.visit_request where id = wanted and host_household_id = viewer.household_id() and viewer.assisted_session() is null for update;
    if not found then return null; end if;
    if r.answer is not null or r.cancelled_at is not null then return 'over'; end if;
    update public.visit_request set answer = 'declined', answered_at = now(), answered_by = viewer.resident_id(), decline_reason = reason, answer_words = words where id = wanted;
    perform viewer.tell_of_visit('visit-declined', r.neighbourhood_code, r.visit_id, r.id, viewer.resident_id());
    return 'declined';
  end $$;
alter function viewer.decline_visit(uuid, text, text) owner to app_definer;

-- Calls off what was asked or agreed, by either of the two. 'cancelled', 'over' when it had ended or begun, null for others.
create function viewer.cancel_visit(wanted uuid, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.visit_request; me text;
  begin
    select * into r from public.visit_request where id = wanted and viewer.assisted_session() is null
      and (guest_resident_id = viewer.resident_id() or host_household_id = viewer.household_id()) for update;
    if not found then return null; end if;
    me := case when r.guest_resident_id = viewer.resident_id() then 'guest' else 'host' end;
    if r.cancelled_at is not null or r.answer in ('declined', 'lapsed') or r.answer is null and me = 'host'
      or exists (select from public.visit_slot s where s.id = r.slot_id and s.starts_at <= now()) then return 'over'; end if;
    update public.visit_request set cancelled_at = now(), cancelled_by = me, cancel_words = words, sequence = sequence + 1 where id = wanted;
    update public.visit_slot set cancelled_at = now() where id = r.slot_id and agreed;
    perform viewer.tell_of_visit('visit-cancelled', r.neighbourhood_code, r.visit_id, r.id, viewer.resident_id());
    return 'cancelled';
  end $$;
alter function viewer.cancel_visit(uuid, text) owner to app_definer;

-- A moment that does not go on: who was accepted reads why, who still waited only that it does not. 'cancelled', 'over', or null.
create function viewer.cancel_visit_slot(wanted uuid, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.visit_slot; r public.visit_request;
  begin
    select * into s from public.visit_slot where id = wanted and household_id = viewer.household_id() and viewer.assisted_session() is null for update;
    if not found then return null; end if;
    if s.cancelled_at is not null or s.starts_at <= now() then return 'over'; end if;
    update public.visit_slot set cancelled_at = now() where id = wanted;
    for r in update public.visit_request q set cancelled_at = now(), cancelled_by = 'host', sequence = q.sequence + 1, cancel_words = case when q.answer = 'accepted' then words end
      where q.slot_id = wanted and q.cancelled_at is null and (q.answer is null or q.answer = 'accepted') returning q.* loop
      perform viewer.tell_of_visit('visit-cancelled', r.neighbourhood_code, r.visit_id, r.id, viewer.resident_id());
    end loop;
    return 'cancelled';
  end $$;
alter function viewer.cancel_visit_slot(uuid, text) owner to app_definer;

-- Whether somebody who was expected came: the host's own note, from the beginning of the visit on.
create function viewer.note_no_show(wanted uuid, stayed_away boolean) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.visit_request r set no_show_at = case when stayed_away then now() end
      where r.id = wanted and r.host_household_id = viewer.household_id() and viewer.assisted_session() is null and r.answer = 'accepted' and r.cancelled_at is null
        and exists (select from public.visit_slot s where s.id = r.slot_id and s.starts_at <= now());
    return found;
  end $$;
alter function viewer.note_no_show(uuid, boolean) owner to app_definer;

-- A word from one to the other, from the beginning of the visit on; saying it again replaces it. False where there was no visit.
create function viewer.thank_for_visit(wanted uuid, thanks boolean, what text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.visit_request; me text; first boolean;
  begin
    select q.* into r from public.visit_request q join public.visit v on v.id = q.visit_id where q.id = wanted and viewer.assisted_session() is null
      and (q.guest_resident_id = viewer.resident_id() or q.host_household_id = viewer.household_id()) and q.answer = 'accepted' and q.cancelled_at is null
      and not viewer.visit_blocked(q, v.resident_id) and exists (select from public.visit_slot s where s.id = q.slot_id and s.starts_at <= now());
    if not found then return false; end if;
    me := case when r.guest_resident_id = viewer.resident_id() then 'guest' else 'host' end;
    first := not exists (select from public.visit_feedback f where f.request_id = wanted and f.side = me);
    insert into public.visit_feedback as f (request_id, side, neighbourhood_code, thanked, words, said_by) values (wanted, me, r.neighbourhood_code, thanks, what, viewer.resident_id())
      on conflict (request_id, side) do update set thanked = excluded.thanked, words = excluded.words, said_by = excluded.said_by, said_at = now();
    if first then perform viewer.tell_of_visit('visit-thanked', r.neighbourhood_code, r.visit_id, wanted, viewer.resident_id()); end if;
    return true;
  end $$;
alter function viewer.thank_for_visit(uuid, boolean, text) owner to app_definer;

-- Blocks who is behind an opening, a badge or a request that one sees, without saying which household that is. Null when fifty
-- others are blocked, or there is nobody.
create function viewer.block_behind(about uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare whom uuid; street text; name text; made uuid;
  begin
    select v.household_id, v.street_id into whom, street from public.visit v where v.id = about and exists (select from viewer.visits_seen() s where s.id = about);
    if not found then
      select k.household_id, k.street_id, case when k.shows_home then k.shown_name end into whom, street, name from public.koploper k
        where k.id = about and exists (select from viewer.koplopers_seen() s where s.id = about);
    end if;
    if whom is null then
      select case q.side when 'host' then r.guest_household_id else r.host_household_id end, q.other_street_id, q.other_name into whom, street, name
        from viewer.visit_requests() q join public.visit_request r on r.id = q.id where q.id = about;
    end if;
    if whom is null or whom = viewer.household_id() then return null; end if;
    insert into public.block (neighbourhood_code, resident_id, blocked_household_id, shown_name, street_id)
      values (viewer.neighbourhood_code(), viewer.resident_id(), whom, name, street) on conflict do nothing;
    select b.id into made from public.block b where b.resident_id = viewer.resident_id() and b.blocked_household_id = whom;
    return made;
  end $$;
grant select (id) on block to app_definer;
alter function viewer.block_behind(uuid) owner to app_definer;

-- What ends by itself: requests of one person or at one door that are still open or to come. Neither is told why.
create function viewer.end_visits(guest uuid, guest_home uuid, host_home uuid, opening uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.visit_request;
  begin
    for r in update public.visit_request q set cancelled_at = now(), cancelled_by = 'nobody', sequence = q.sequence + 1
      where (guest is null or q.guest_resident_id = guest) and (guest_home is null or q.guest_household_id = guest_home)
        and (host_home is null or q.host_household_id = host_home) and (opening is null or q.visit_id = opening)
        and q.cancelled_at is null and (q.answer is null or q.answer = 'accepted' and exists (select from public.visit_slot s where s.id = q.slot_id and s.starts_at > now()))
      returning q.* loop
      update public.visit_slot set cancelled_at = now() where id = r.slot_id and agreed and cancelled_at is null;
      perform viewer.tell_of_visit('visit-cancelled', r.neighbourhood_code, r.visit_id, r.id, null);
    end loop;
  end $$;
alter function viewer.end_visits(uuid, uuid, uuid, uuid) owner to app_definer;

-- An opening that is taken back, hidden, or for the own household again, takes along its moments and what was agreed.
create function viewer.close_visit() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform viewer.end_visits(null, null, null, new.id);
    update public.visit_slot set cancelled_at = now() where visit_id = new.id and cancelled_at is null and starts_at > now();
    return null;
  end $$;
alter function viewer.close_visit() owner to app_definer;
create trigger close_visit after update on visit for each row
  when ((new.withdrawn_at is not null or new.hidden_at is not null or new.audience = 'household')
    and old.withdrawn_at is null and old.hidden_at is null and old.audience <> 'household')
  execute function viewer.close_visit();

-- Who left a home visits nobody from there.
create function viewer.stop_visiting() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform viewer.end_visits(new.resident_id, new.household_id, null, null);
    return null;
  end $$;
alter function viewer.stop_visiting() owner to app_definer;
create trigger stop_visiting after update of ended_at on membership for each row when (old.ended_at is null and new.ended_at is not null)
  execute function viewer.stop_visiting();

-- A block ends what is agreed between the two. Openings of the one are those of the whole household.
create function viewer.block_visits() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare own_home uuid := (select p.household_id from public.resident p where p.id = new.resident_id);
  begin
    perform viewer.end_visits(new.resident_id, null, new.blocked_household_id, null);
    if own_home is not null then perform viewer.end_visits(null, new.blocked_household_id, own_home, null); end if;
    return null;
  end $$;
alter function viewer.block_visits() owner to app_definer;
create trigger block_visits after insert on block for each row execute function viewer.block_visits();

-- Other boundaries: what was asked and agreed was between neighbours. Openings and badges fall back to their household with all
-- that is shared; moments and requests do not come along.
create function viewer.leave_visits() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then return null; end if;
    perform viewer.end_visits(null, new.id, null, null);
    perform viewer.end_visits(null, null, new.id, null);
    delete from public.visit_request r where r.guest_household_id = new.id or r.host_household_id = new.id;
    delete from public.visit_slot s where s.household_id = new.id;
    update public.consent set withdrawn_at = now() where household_id = new.id and withdrawn_at is null and purpose = 'koploper';
    return null;
  end $$;
alter function viewer.leave_visits() owner to app_definer;
create trigger leave_visits after update of neighbourhood_code on household for each row when (old.neighbourhood_code <> new.neighbourhood_code) execute function viewer.leave_visits();

-- What a moderator reads who looks at what was reported: all that neighbours read of it.
create function viewer.look_at_visit(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', null, 'audience', v.audience, 'shared_at', v.shared_at, 'hidden_at', v.hidden_at,
        'kinds', v.kinds, 'note', v.note, 'house_rules', v.house_rules)
      from public.visit v where v.id = about
  $$;
alter function viewer.look_at_visit(uuid) owner to app_definer;
create function viewer.look_at_koploper(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', case when k.shows_home then k.shown_name end, 'audience', k.audience, 'shared_at', k.shared_at, 'hidden_at', k.hidden_at,
        'kinds', k.kinds, 'note', k.line)
      from public.koploper k where k.id = about
  $$;
alter function viewer.look_at_koploper(uuid) owner to app_definer;

revoke execute on function viewer.shown_to_me(text, uuid, uuid, text, text, text, timestamptz, timestamptz), viewer.visits_seen(), viewer.places_left(uuid), viewer.visit_slots_seen(),
  viewer.koplopers_seen(), viewer.opening_of_koploper(uuid), viewer.visit_revealed(public.visit_request), viewer.visit_blocked(public.visit_request, uuid), viewer.visit_requests(),
  viewer.tell_of_visit(text, text, uuid, uuid, uuid), viewer.ask_visit(uuid, uuid, integer, text), viewer.accept_visit(uuid, timestamptz, timestamptz, text),
  viewer.decline_visit(uuid, text, text), viewer.cancel_visit(uuid, text), viewer.cancel_visit_slot(uuid, text), viewer.note_no_show(uuid, boolean),
  viewer.thank_for_visit(uuid, boolean, text), viewer.block_behind(uuid), viewer.end_visits(uuid, uuid, uuid, uuid), viewer.close_visit(), viewer.stop_visiting(),
  viewer.block_visits(), viewer.leave_visits(), viewer.look_at_visit(uuid), viewer.look_at_koploper(uuid) from public;
grant execute on function viewer.visits_seen(), viewer.visit_slots_seen(), viewer.koplopers_seen(), viewer.opening_of_koploper(uuid), viewer.visit_requests(),
  viewer.ask_visit(uuid, uuid, integer, text), viewer.accept_visit(uuid, timestamptz, timestamptz, text), viewer.decline_visit(uuid, text, text), viewer.cancel_visit(uuid, text),
  viewer.cancel_visit_slot(uuid, text), viewer.note_no_show(uuid, boolean), viewer.thank_for_visit(uuid, boolean, text), viewer.block_behind(uuid) to app_viewer;
revoke create on schema viewer from app_definer;

select pgboss.create_queue('remind-visits', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
