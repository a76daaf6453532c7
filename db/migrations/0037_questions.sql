-- Questions among neighbours: a question and its answers, who finds it out, what came of it, when it rests, and which are one.
--
-- Who sees what hangs on a question is a column of it, so that no policy looks into another table: a question has a reach, made of
-- its audience, its street or building, and of whether it is taken back or hidden; every row beneath it carries that reach and who
-- asked by a foreign key that follows. What narrows, hides or takes back a question does so with all beneath it, in one statement.
-- A new code of a neighbourhood, and new boundaries, reach these rows along two ways, one after the other, hence deferrable.
-- Finds what is spelt wrong. Trusted: who may create in the database may add it.
create extension if not exists pg_trgm with schema public;

create table question (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  title text not null check (char_length(title) between 3 and 120),
  body text check (char_length(body) between 1 and 2000),
  measure_kind text,
  -- About the building of who asks: said to those who live in it, and to nobody else.
  about_building boolean not null default false,
  -- A street or square of the neighbourhood, never a home.
  place_street_id text references street (id),
  -- The kind of home that it is about, where who asks says so.
  dwelling_type text,
  building_period text,
  commercial boolean not null default false,
  -- Follows from the rows beneath it, by viewer.settle_question().
  state text not null default 'open' check (state in ('open', 'claimed', 'outcome', 'accepted', 'stale', 'parked')),
  merged_into_id uuid,
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  reach text not null generated always as (
    case when withdrawn_at is not null or hidden_at is not null then 'household:' || household_id::text
      when audience = 'neighbourhood' then 'neighbourhood'
      when audience = 'street' then 'street:' || street_id
      when audience = 'building' and building_id is not null then 'building:' || building_id
      else 'household:' || household_id::text end) stored,
  search tsvector not null generated always as (
    setweight(to_tsvector('dutch'::regconfig, title), 'A') || setweight(to_tsvector('dutch'::regconfig, coalesce(body, '')), 'B')) stored,
  unique (id, neighbourhood_code),
  unique (id, neighbourhood_code, household_id, resident_id, reach),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade
);
create index question_neighbourhood on question (neighbourhood_code, shared_at desc, id desc);
create index question_state on question (neighbourhood_code, state, shared_at desc, id desc);
create index question_household on question (household_id);

-- Drawn anew, without what cameras add; one per question is enough.
create table question_photo (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  question_id uuid not null unique,
  resident_id uuid not null,
  reach text not null,
  mime text not null check (mime in ('image/webp')),
  width integer not null,
  height integer not null,
  alt text check (char_length(alt) <= 200),
  bytes bytea not null,
  created_at timestamptz not null default now(),
  foreign key (question_id, neighbourhood_code, household_id, resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade
);
create index question_photo_household on question_photo (household_id);
create index question_photo_neighbourhood on question_photo (neighbourhood_code);

-- An answer, or with "outcome" what somebody found out: from whom, when, for how much, and for which homes it holds.
create table answer (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  audience text not null generated always as (split_part(reach, ':', 1)) stored,
  body text not null check (char_length(body) between 1 and 2000),
  -- What it said before, oldest first: [{"body", "at"}]. Written by viewer.keep_earlier() alone.
  earlier jsonb not null default '[]',
  commercial boolean not null default false,
  outcome boolean not null default false,
  source text check (char_length(source) between 2 and 300),
  found_on date,
  cost_range text check (cost_range in ('none', 'under_500', '500_2000', '2000_5000', '5000_10000', '10000_20000', 'over_20000')),
  dwelling_types text[] not null default '{}',
  building_periods text[] not null default '{}',
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  check (outcome = (source is not null) and outcome = (found_on is not null)),
  check (outcome or cost_range is null and dwelling_types = '{}' and building_periods = '{}'),
  unique (id, neighbourhood_code, household_id),
  unique (id, neighbourhood_code, question_id),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade deferrable initially deferred,
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade deferrable initially deferred
);
create index answer_question on answer (question_id, created_at);
create index answer_household on answer (household_id);
create index answer_neighbourhood on answer (neighbourhood_code, shared_at desc);
create index answer_outcomes on answer (shared_at) where outcome;

-- Where an answer stood that was taken back after others had replied: that it was there, and nothing of it.
create table answer_tombstone (
  id uuid primary key,
  neighbourhood_code text not null,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  written_at timestamptz not null,
  gone_at timestamptz not null default now(),
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade
);
create index answer_tombstone_question on answer_tombstone (question_id);
create index answer_tombstone_neighbourhood on answer_tombstone (neighbourhood_code);

-- Read by who thanks and by who is thanked: no number that others see.
create table answer_thanks (
  answer_id uuid not null,
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null,
  thanked_household_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (answer_id, resident_id),
  foreign key (answer_id, neighbourhood_code, thanked_household_id) references answer (id, neighbourhood_code, household_id) on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index answer_thanks_household on answer_thanks (household_id);
create index answer_thanks_neighbourhood on answer_thanks (neighbourhood_code);

-- Who is told of what happens to a question.
create table question_follow (
  question_id uuid not null,
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (question_id, resident_id),
  foreign key (question_id, neighbourhood_code) references question (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index question_follow_household on question_follow (household_id);
create index question_follow_neighbourhood on question_follow (neighbourhood_code);

-- "Ik zoek het uit", until a day that counts in Europe/Amsterdam; ends by hand, with an outcome, or by itself.
create table question_claim (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  household_id uuid not null,
  resident_id uuid not null,
  shown_name text,
  street_id text not null,
  until date not null,
  created_at timestamptz not null default now(),
  reminded_at timestamptz,
  released_at timestamptz,
  released_by uuid,
  release_reason text check (release_reason in ('by_hand', 'overdue', 'outcome', 'left')),
  check ((released_at is null) = (release_reason is null)),
  check (until > (created_at at time zone 'Europe/Amsterdam')::date and until <= (created_at at time zone 'Europe/Amsterdam')::date + interval '3 months'),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade deferrable initially deferred
);
create unique index question_claim_once on question_claim (question_id, resident_id) where released_at is null;
create index question_claim_question on question_claim (question_id);
create index question_claim_household on question_claim (household_id);
create index question_claim_neighbourhood on question_claim (neighbourhood_code);
create index question_claim_due on question_claim (until) where released_at is null;

-- What is said of an outcome: who asked accepts it or says what is missing; after a year it is asked whether it still holds
-- (by nobody: the job), until somebody confirms it.
create table outcome_verdict (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  answer_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'missing', 'asked_again', 'confirmed')),
  note text check (char_length(note) between 1 and 1000),
  household_id uuid,
  resident_id uuid,
  shown_name text,
  street_id text,
  created_at timestamptz not null default now(),
  check ((verdict = 'asked_again') = (resident_id is null)),
  check (verdict <> 'missing' or note is not null),
  foreign key (answer_id, neighbourhood_code, question_id) references answer (id, neighbourhood_code, question_id) on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade deferrable initially deferred
);
create index outcome_verdict_answer on outcome_verdict (answer_id, created_at);
create index outcome_verdict_question on outcome_verdict (question_id);
create index outcome_verdict_household on outcome_verdict (household_id);
create index outcome_verdict_neighbourhood on outcome_verdict (neighbourhood_code);

-- Rests until a day, or until a phase has come and that day at the latest. Null for who was erased since.
create table question_parking (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  role text not null check (role in ('asker', 'moderator')),
  parked_by uuid,
  why text not null check (char_length(why) between 3 and 500),
  phase text check (phase in ('meeting', 'plan', 'purchase', 'works', 'heating_season')),
  returns_on date not null,
  created_at timestamptz not null default now(),
  returned_at timestamptz,
  -- Null when it returned by itself.
  returned_by uuid,
  check (returns_on > (created_at at time zone 'Europe/Amsterdam')::date and returns_on <= (created_at at time zone 'Europe/Amsterdam')::date + interval '2 years'),
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade
);
create unique index question_parking_once on question_parking (question_id) where returned_at is null;
create index question_parking_question on question_parking (question_id);
create index question_parking_neighbourhood on question_parking (neighbourhood_code);
create index question_parking_due on question_parking (returns_on) where returned_at is null;

-- Two questions that are one: the first points on to the second, each keeps what is its own.
create table question_merge (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  question_id uuid not null,
  asked_household_id uuid not null,
  asked_resident_id uuid not null,
  reach text not null,
  into_id uuid not null,
  role text not null check (role in ('asker', 'moderator')),
  merged_by uuid,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  -- Null when an audience changed, which ends it.
  undone_by uuid,
  check (into_id <> question_id),
  foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
    references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete cascade deferrable initially deferred,
  foreign key (into_id, neighbourhood_code) references question (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create unique index question_merge_once on question_merge (question_id) where undone_at is null;
create index question_merge_into on question_merge (into_id);
create index question_merge_neighbourhood on question_merge (neighbourhood_code);

insert into shared_kind (kind, shape) values ('question', 'own_audience'), ('answer', 'follows');
alter table consent drop constraint consent_purpose_check, add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'share_story', 'share_question', 'share_answer', 'share_visit', 'koploper', 'private_thread', 'join_wish',
    'published_figures', 'display_name', 'contact_person', 'joint_request'));

alter table question enable row level security;         alter table question force row level security;
alter table question_photo enable row level security;   alter table question_photo force row level security;
alter table answer enable row level security;           alter table answer force row level security;
alter table answer_tombstone enable row level security; alter table answer_tombstone force row level security;
alter table answer_thanks enable row level security;    alter table answer_thanks force row level security;
alter table question_follow enable row level security;  alter table question_follow force row level security;
alter table question_claim enable row level security;   alter table question_claim force row level security;
alter table outcome_verdict enable row level security;  alter table outcome_verdict force row level security;
alter table question_parking enable row level security; alter table question_parking force row level security;
alter table question_merge enable row level security;   alter table question_merge force row level security;

grant select, insert, update, delete on question, question_photo, answer, answer_tombstone, answer_thanks, question_follow, question_claim, outcome_verdict,
  question_parking, question_merge to app_worker;
create policy worker on question to app_worker using (true) with check (true);
create policy worker on question_photo to app_worker using (true) with check (true);
create policy worker on answer to app_worker using (true) with check (true);
create policy worker on answer_tombstone to app_worker using (true) with check (true);
create policy worker on answer_thanks to app_worker using (true) with check (true);
create policy worker on question_follow to app_worker using (true) with check (true);
create policy worker on question_claim to app_worker using (true) with check (true);
create policy worker on outcome_verdict to app_worker using (true) with check (true);
create policy worker on question_parking to app_worker using (true) with check (true);
create policy worker on question_merge to app_worker using (true) with check (true);

-- Everything that the viewer is within reach of.
create function viewer.reaches() returns text[] language sql stable
  as $$ select array['neighbourhood', 'street:' || viewer.street_id(), 'building:' || viewer.building_id(), 'household:' || viewer.household_id()] $$;
revoke execute on function viewer.reaches() from public;
grant execute on function viewer.reaches() to app_viewer;

grant select, insert on question to app_viewer;
grant update (shown_name, title, body, measure_kind, about_building, place_street_id, dwelling_type, building_period, commercial, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on question to app_viewer;
create policy audience on question for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or reach = any ((select viewer.reaches())::text[])
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])));
create policy assisting on question as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()) or id = (select viewer.assisted_seen()));
create policy own_household_adds on question for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null and state = 'open' and merged_into_id is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on question for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));

grant select, insert, delete on question_photo to app_viewer;
create policy with_the_question on question_photo for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or reach = any ((select viewer.reaches())::text[])
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])));
create policy assisting on question_photo as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()));
create policy own_household_adds on question_photo for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy own_household_removes on question_photo for delete to app_viewer using (household_id = (select viewer.household_id()));

-- What a household writes it sees as long as it is there, also where a question goes out of its sight.
grant select, insert on answer to app_viewer;
grant update (shown_name, body, commercial, source, found_on, cost_range, dwelling_types, building_periods, updated_at, withdrawn_at, withdrawn_by) on answer to app_viewer;
create policy with_the_question on answer for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null and reach = any ((select viewer.reaches())::text[])
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
      and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[])));
create policy assisting on answer as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()) or id = (select viewer.assisted_seen()));
create policy who_sees_the_question_answers on answer for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null and earlier = '[]'
    and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[]));
create policy own_household_changes on answer for update to app_viewer
  using (household_id = (select viewer.household_id())) with check (household_id = (select viewer.household_id()));

grant select on answer_tombstone to app_viewer;
create policy with_the_question on answer_tombstone for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[]));
create policy assisting on answer_tombstone as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);

grant select, insert, delete on answer_thanks to app_viewer;
create policy who_thanks_and_who_is_thanked on answer_thanks for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code())
    and (resident_id = (select viewer.resident_id()) or thanked_household_id = (select viewer.household_id())));
create policy assisting on answer_thanks as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy neighbours_thank on answer_thanks for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and thanked_household_id <> (select viewer.household_id())
    and viewer.sees('answer', answer_id));
create policy who_thanked_takes_back on answer_thanks for delete to app_viewer using (resident_id = (select viewer.resident_id()));

grant select, insert, delete on question_follow to app_viewer;
create policy own on question_follow for select to app_viewer
  using (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()));
create policy who_sees_it_follows on question_follow for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and viewer.sees('question', question_id));
create policy own_end on question_follow for delete to app_viewer using (resident_id = (select viewer.resident_id()));

grant select, insert on question_claim to app_viewer;
grant update (shown_name, released_at, released_by, release_reason) on question_claim to app_viewer;
create policy with_the_question on question_claim for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or reach = any ((select viewer.reaches())::text[])
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
      and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[])));
create policy assisting on question_claim as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()));
create policy who_sees_the_question_claims on question_claim for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and released_at is null and reminded_at is null and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[]));
create policy own_household_releases on question_claim for update to app_viewer
  using (household_id = (select viewer.household_id())) with check (household_id = (select viewer.household_id()));

grant select, insert on outcome_verdict to app_viewer;
grant update (shown_name) on outcome_verdict to app_viewer;
create policy with_the_question on outcome_verdict for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or reach = any ((select viewer.reaches())::text[])
      and (household_id is null or household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[]))
      and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[])));
create policy assisting on outcome_verdict as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()));
create policy who_asked_accepts_and_neighbours_confirm on outcome_verdict for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and reach = any ((select viewer.reaches())::text[]) and viewer.sees('answer', answer_id)
    and (verdict in ('accepted', 'missing') and asked_household_id = (select viewer.household_id()) or verdict = 'confirmed'));
create policy own_household_renames on outcome_verdict for update to app_viewer
  using (household_id = (select viewer.household_id())) with check (household_id = (select viewer.household_id()));

-- Who asked parks it, or a moderator who sees it as a neighbour; what is reported is parked by a function.
grant select, insert on question_parking to app_viewer;
grant update (returned_at, returned_by) on question_parking to app_viewer;
create policy with_the_question on question_parking for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[]));
create policy assisting on question_parking as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy asker_or_moderator_parks on question_parking for insert to app_viewer
  with check (parked_by = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()) and returned_at is null
    and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[])
    and (role = 'asker' and asked_household_id = (select viewer.household_id()) or role = 'moderator' and neighbourhood_code = any ((select viewer.moderates())::text[])));
create policy asker_or_moderator_returns on question_parking for update to app_viewer
  using (asked_household_id = (select viewer.household_id()) or neighbourhood_code = any ((select viewer.moderates())::text[]))
  with check (asked_household_id = (select viewer.household_id()) or neighbourhood_code = any ((select viewer.moderates())::text[]));

-- Of two questions with one reach, by who asked the first or a moderator who sees both; undone by who did it.
grant select, insert on question_merge to app_viewer;
grant update (undone_at, undone_by) on question_merge to app_viewer;
create policy with_the_question on question_merge for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and reach = any ((select viewer.reaches())::text[])
    and asked_household_id <> all ((select viewer.blocked_households())::uuid[]) and asked_resident_id <> all ((select viewer.blocked_by())::uuid[]));
create policy assisting on question_merge as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy asker_or_moderator_merges on question_merge for insert to app_viewer
  with check (merged_by = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code()) and undone_at is null
    and reach = any ((select viewer.reaches())::text[])
    and (role = 'asker' and asked_household_id = (select viewer.household_id()) or role = 'moderator' and neighbourhood_code = any ((select viewer.moderates())::text[]))
    and viewer.sees('question', question_id)
    and exists (select from question q where q.id = into_id and q.reach = question_merge.reach and q.merged_into_id is null));
create policy who_merged_undoes on question_merge for update to app_viewer
  using (merged_by = (select viewer.resident_id()) and undone_at is null)
  with check (merged_by = (select viewer.resident_id()) and undone_by = (select viewer.resident_id()));

-- What the functions below see and change, whoever caused it.
grant create on schema viewer to app_definer;
grant select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at, state, merged_into_id) on question to app_definer;
grant select, update (resident_id, narrowed_at, shared_at, withdrawn_at, hidden_at), delete on answer to app_definer;
grant select on question_photo to app_definer;
grant select, insert, delete on answer_tombstone to app_definer;
grant select (answer_id, household_id, thanked_household_id, resident_id), delete on answer_thanks to app_definer;
grant select (question_id, household_id, resident_id), update (resident_id), delete on question_follow to app_definer;
grant select, update (released_at, released_by, release_reason), delete on question_claim to app_definer;
grant select, delete on outcome_verdict to app_definer;
grant select, insert, delete on question_parking to app_definer;
grant select, update (undone_at), delete on question_merge to app_definer;
create policy moderation on question to app_definer using (true) with check (true);
create policy moderation on answer to app_definer using (true) with check (true);
create policy moderation on question_photo for select to app_definer using (true);
create policy keeping on answer_tombstone to app_definer using (true) with check (true);
create policy keeping on answer_thanks to app_definer using (true);
create policy keeping on question_follow to app_definer using (true) with check (true);
create policy keeping on question_claim to app_definer using (true) with check (true);
create policy keeping on outcome_verdict to app_definer using (true);
create policy keeping on question_parking to app_definer using (true) with check (true);
create policy keeping on question_merge to app_definer using (true) with check (true);

-- How a question stands by the rows that the caller sees. An outcome counts unless its asker said last what is missing.
create function viewer.question_state(about uuid) returns text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select case
      when exists (select from public.question_parking p where p.question_id = about and p.returned_at is null) then 'parked'
      when exists (select from public.question_claim c where c.question_id = about and c.released_at is null) then 'claimed'
      else coalesce((
        select case best.rank when 3 then 'accepted' when 2 then 'outcome' else 'stale' end
          from (select max(case when said.missing then null when said.stale then 1 when said.accepted then 3 else 2 end) as rank
            from (select
                coalesce((select v.verdict = 'missing' from public.outcome_verdict v where v.answer_id = a.id and v.verdict in ('accepted', 'missing') order by v.created_at desc, v.id desc limit 1), false) as missing,
                coalesce((select v.verdict = 'accepted' from public.outcome_verdict v where v.answer_id = a.id and v.verdict in ('accepted', 'missing') order by v.created_at desc, v.id desc limit 1), false) as accepted,
                coalesce((select v.verdict = 'asked_again' from public.outcome_verdict v where v.answer_id = a.id and v.verdict in ('asked_again', 'confirmed') order by v.created_at desc, v.id desc limit 1), false) as stale
              from public.answer a where a.question_id = about and a.outcome and a.withdrawn_at is null and a.hidden_at is null) said) best
          where best.rank is not null), 'open') end
  $$;

create function viewer.settle_question() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare about uuid := case when tg_op = 'DELETE' then old.question_id else new.question_id end;
  begin
    if tg_table_name = 'answer' and tg_op = 'INSERT' then
      if new.outcome then
        update public.question_claim set released_at = now(), released_by = new.resident_id, release_reason = 'outcome' where question_id = about and released_at is null;
      end if;
    end if;
    update public.question q set state = s.state from (select viewer.question_state(about) as state) s where q.id = about and q.state <> s.state;
    return null;
  end $$;
alter function viewer.settle_question() owner to app_definer;
create trigger settle_question after insert or delete or update of withdrawn_at, hidden_at on answer for each row execute function viewer.settle_question();
create trigger settle_question after insert or delete or update of released_at on question_claim for each row execute function viewer.settle_question();
create trigger settle_question after insert or delete on outcome_verdict for each row execute function viewer.settle_question();
create trigger settle_question after insert or delete or update of returned_at on question_parking for each row execute function viewer.settle_question();

-- What an answer said before stays readable to those who read the answer.
create function viewer.keep_earlier() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  begin
    new.earlier := old.earlier || pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('body', old.body, 'at', old.updated_at));
    return new;
  end $$;
create trigger keep_earlier before update of body on answer for each row when (old.body <> new.body) execute function viewer.keep_earlier();

create function viewer.mark_gone_answer() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if new.withdrawn_at is null then delete from public.answer_tombstone t where t.id = new.id;
    elsif old.withdrawn_at is null and exists (select from public.answer a where a.question_id = new.question_id and a.household_id <> new.household_id
        and a.created_at > new.created_at and a.withdrawn_at is null) then
      insert into public.answer_tombstone (id, neighbourhood_code, question_id, asked_household_id, asked_resident_id, reach, written_at)
        values (new.id, new.neighbourhood_code, new.question_id, new.asked_household_id, new.asked_resident_id, new.reach, new.created_at) on conflict do nothing;
    end if;
    return null;
  end $$;
alter function viewer.mark_gone_answer() owner to app_definer;
create trigger mark_gone_answer after update of withdrawn_at on answer for each row when (old.withdrawn_at is distinct from new.withdrawn_at) execute function viewer.mark_gone_answer();

create function viewer.point_on() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare merged uuid := case when tg_op = 'DELETE' then old.question_id else new.question_id end;
  begin
    update public.question set merged_into_id = (select m.into_id from public.question_merge m where m.question_id = merged and m.undone_at is null) where id = merged;
    return null;
  end $$;
alter function viewer.point_on() owner to app_definer;
create trigger point_on after insert or delete or update of undone_at on question_merge for each row execute function viewer.point_on();

-- Only questions that the same people see are one; and who asked on paper follows under the account that took over.
create function viewer.part_merged() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if old.reach <> new.reach then
      update public.question_merge set undone_at = now() where undone_at is null and (question_id = new.id or into_id = new.id);
    end if;
    if old.resident_id <> new.resident_id then
      update public.question_follow set resident_id = new.resident_id where question_id = new.id and resident_id = old.resident_id;
    end if;
    return null;
  end $$;
alter function viewer.part_merged() owner to app_definer;
create trigger part_merged after update of audience, street_id, building_id, withdrawn_at, hidden_at, household_id, resident_id on question for each row execute function viewer.part_merged();

-- Whose household ended finds nothing out any more, and is told of nothing.
create function viewer.leave_questions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.question_claim set released_at = now(), release_reason = 'left' where household_id = new.id and released_at is null;
    delete from public.question_follow where household_id = new.id;
    delete from public.answer_thanks where household_id = new.id;
    return null;
  end $$;
alter function viewer.leave_questions() owner to app_definer;
create trigger leave_questions after update of ended_at on household for each row when (new.ended_at is not null) execute function viewer.leave_questions();

-- Over a new boundary nothing is left between a household and its old neighbours. By its name it comes after leave_old_neighbours.
create function viewer.part_questions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then return null; end if;
    delete from public.answer_thanks t where t.household_id = new.id or t.thanked_household_id = new.id;
    delete from public.question_follow f where f.household_id = new.id or f.question_id in (select q.id from public.question q where q.household_id = new.id);
    delete from public.question_merge m where m.asked_household_id = new.id or m.into_id in (select q.id from public.question q where q.household_id = new.id);
    delete from public.outcome_verdict v where (v.household_id is distinct from new.id) = (v.asked_household_id = new.id);
    delete from public.question_claim c where (c.household_id <> new.id) = (c.asked_household_id = new.id);
    delete from public.answer a where (a.household_id <> new.id) = (a.asked_household_id = new.id);
    return null;
  end $$;
alter function viewer.part_questions() owner to app_definer;
create trigger part_questions after update of neighbourhood_code on household
  for each row when (old.neighbourhood_code <> new.neighbourhood_code) execute function viewer.part_questions();

-- A moderator parks what was reported without seeing more of it than the report says: it rests for everybody, with a reason that they read.
create function viewer.park_reported(wanted uuid, reason text, day date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; q public.question;
  begin
    select * into r from public.report where id = wanted and subject_kind = 'question' and neighbourhood_code = any (viewer.moderates()) and closed_at is null;
    if not found or viewer.recused(r.subject_kind, r.subject_id) then return null; end if;
    select * into q from public.question where id = r.subject_id and withdrawn_at is null and hidden_at is null and audience <> 'household' for update;
    if not found then return null; end if;
    insert into public.question_parking (neighbourhood_code, question_id, asked_household_id, asked_resident_id, reach, role, parked_by, why, returns_on)
      values (q.neighbourhood_code, q.id, q.household_id, q.resident_id, q.reach, 'moderator', viewer.resident_id(), reason, day)
      on conflict (question_id) where returned_at is null do nothing;
    return case when found then 'parked' else 'already' end;
  end $$;
alter function viewer.park_reported(uuid, text, date) owner to app_definer;

-- A photo that is taken away must not come back after a restore.
create policy own_question_photos on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'erasure'
    and exists (select from question_photo p where p.id = journal_entry.subject_id and p.household_id = (select viewer.household_id())));

-- What days do: claims are reminded of and end, parked questions return, old outcomes are asked about.
select pgboss.create_queue('let-days-pass', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');

-- What a moderator who looks reads.
create function viewer.look_at_question(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', q.shown_name, 'audience', q.audience, 'shared_at', q.shared_at, 'hidden_at', q.hidden_at,
        'question', true, 'title', q.title, 'note', q.body, 'kind', q.measure_kind, 'commercial', q.commercial,
        'photos', coalesce((select jsonb_agg(jsonb_build_object('alt', p.alt, 'mime', p.mime, 'base64', replace(encode(p.bytes, 'base64'), E'\n', '')))
          from public.question_photo p where p.question_id = q.id), '[]'))
      from public.question q where q.id = about
  $$;
alter function viewer.look_at_question(uuid) owner to app_definer;
create function viewer.look_at_answer(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', a.shown_name, 'audience', a.audience, 'shared_at', a.shared_at, 'hidden_at', a.hidden_at,
        'answer_to', q.title, 'note', a.body, 'source', a.source, 'cost_range', a.cost_range, 'commercial', a.commercial)
      from public.answer a join public.question q on q.id = a.question_id where a.id = about
  $$;
alter function viewer.look_at_answer(uuid) owner to app_definer;

revoke execute on function viewer.question_state(uuid), viewer.settle_question(), viewer.keep_earlier(), viewer.mark_gone_answer(), viewer.point_on(), viewer.part_merged(),
  viewer.leave_questions(), viewer.part_questions(), viewer.look_at_question(uuid), viewer.look_at_answer(uuid), viewer.park_reported(uuid, text, date) from public;
grant execute on function viewer.question_state(uuid) to app_viewer, app_definer;
grant execute on function viewer.park_reported(uuid, text, date) to app_viewer;
revoke create on schema viewer from app_definer;
