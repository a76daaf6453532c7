-- Buying together. A purchase is made as a concept by a moderator, opens under rules that stay as they are, and ends. Rules change
-- after that only by a new version to which everybody who signed up said yes.
--
-- A sign-up moves along the arrows of one table, whoever moves it: a trigger refuses everything else and writes down who, when and
-- why. Residents read the rows of their own household; moderators those that came in through a neighbourhood of theirs; what
-- neighbours know of each other are counts, through a function.
create table purchase (
  id uuid primary key default gen_random_uuid(),
  title text not null check (char_length(title) between 3 and 120),
  body text check (char_length(body) between 1 and 4000),
  kinds text[] not null check (cardinality(kinds) between 1 and 6),
  -- None is all of them.
  dwelling_types text[] not null default '{}' check (dwelling_types <@ array['flat', 'terraced', 'end_terrace', 'semi_detached', 'detached', 'other']),
  for_owners boolean not null default true,
  for_tenants boolean not null default false,
  round smallint not null default 1 check (round between 1 and 50),
  follows_id uuid references purchase (id) on delete set null,
  -- Who was chosen, and why by the criteria of the rules.
  supplier text check (char_length(supplier) between 2 and 120),
  supplier_why text check (char_length(supplier_why) between 3 and 2000),
  state text not null default 'concept' check (state in ('concept', 'open', 'reached', 'cancelled', 'supplier_failed', 'finished')),
  -- The version of the rules that holds.
  rules_version smallint not null default 1,
  -- Kept by viewer.count_sign_up(): homes whose orders stand, the most that ever stood at once, and homes that take a place.
  orders integer not null default 0 check (orders >= 0),
  most_orders integer not null default 0 check (most_orders >= orders),
  places integer not null default 0 check (places >= orders),
  made_by uuid,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  prolonged_at timestamptz,
  ended_at timestamptz,
  -- Its sign-ups are gone since; the figures of the day stay.
  forgotten_at timestamptz,
  check (for_owners or for_tenants),
  check ((opened_at is null) = (state = 'concept')),
  check ((ended_at is null) = (state in ('concept', 'open')))
);
create index purchase_state on purchase (state);

create table purchase_neighbourhood (
  purchase_id uuid not null references purchase (id) on delete cascade,
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  primary key (purchase_id, neighbourhood_code)
);
create index purchase_neighbourhood_code on purchase_neighbourhood (neighbourhood_code);

-- What is fixed before the opening and shown to all. The threshold counts orders of dwellings. Days end at midnight in
-- Europe/Amsterdam.
create table purchase_rules (
  purchase_id uuid not null references purchase (id) on delete cascade,
  version smallint not null check (version > 0),
  threshold integer not null check (threshold between 1 and 100000),
  capacity integer check (capacity between threshold and 100000),
  deadline date not null,
  below text not null check (below in ('cancel', 'prolong')),
  prolong_until date check (prolong_until > deadline),
  withdrawal text not null check (withdrawal in ('price_stays', 'price_follows')),
  -- With what the fourteen days of an order begin: the order of work, the delivery of a thing.
  cooling_off_from text not null check (cooling_off_from in ('contract', 'delivery')),
  contracting_party text not null check (char_length(contracting_party) between 3 and 500),
  commission text not null check (char_length(commission) between 2 and 500),
  criteria text not null check (char_length(criteria) between 3 and 2000),
  interests text not null check (char_length(interests) between 2 and 2000),
  supplier_fields text[] not null check (cardinality(supplier_fields) > 0 and supplier_fields <@ array['name', 'email', 'phone', 'address', 'dwelling', 'answers']),
  keep_until date not null check (keep_until > deadline and keep_until <= deadline + interval '8 years'),
  -- Why they change; of the first version there is nothing to say.
  why text check (char_length(why) between 3 and 1000),
  proposed_by uuid,
  proposed_at timestamptz not null default now(),
  adopted_at timestamptz,
  dropped_at timestamptz,
  primary key (purchase_id, version),
  check ((below = 'prolong') = (prolong_until is not null)),
  check (adopted_at is null or dropped_at is null),
  check (version = 1 or why is not null)
);
create unique index purchase_rules_proposed on purchase_rules (purchase_id) where version > 1 and adopted_at is null and dropped_at is null;

-- What a home pays from a number of orders on, in cents with VAT, and how many of these are VAT.
create table purchase_tier (
  purchase_id uuid not null,
  version smallint not null,
  from_orders integer not null check (from_orders > 0),
  cents integer not null check (cents >= 0),
  vat_cents integer not null check (vat_cents between 0 and cents),
  primary key (purchase_id, version, from_orders),
  foreign key (purchase_id, version) references purchase_rules (purchase_id, version) on delete cascade
);

-- What a home has to be asked before it can have an offer.
create table purchase_check (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null references purchase (id) on delete cascade,
  place smallint not null check (place between 1 and 20),
  question text not null check (char_length(question) between 3 and 300),
  kind text not null check (kind in ('yes_no', 'number', 'text')),
  unique (purchase_id, place)
);

-- Every step that a sign-up can make, by whom; a test compares them with those of the code.
create table purchase_arrow (
  from_state text not null,
  to_state text not null,
  mover text not null check (mover in ('resident', 'housemate', 'moderator', 'time')),
  reasoned boolean not null,
  cooling_off text check (cooling_off in ('runs', 'over')),
  primary key (from_state, to_state, mover)
);
insert into purchase_arrow (from_state, to_state, mover, reasoned, cooling_off) values
  ('interest', 'suitability', 'resident', false, null),
  ('interest', 'suitability', 'moderator', false, null),
  ('suitability', 'suitable', 'moderator', false, null),
  ('suitability', 'unsuitable', 'moderator', true, null),
  ('suitable', 'unsuitable', 'moderator', true, null),
  ('suitable', 'offered', 'moderator', false, null),
  ('offered', 'ordered', 'resident', false, null),
  ('offered', 'waiting', 'resident', false, null),
  ('waiting', 'offered', 'time', false, null),
  ('offered', 'declined', 'resident', false, null),
  ('ordered', 'paused', 'housemate', false, null),
  ('paused', 'ordered', 'housemate', false, null),
  ('ordered', 'confirmed', 'time', false, 'over'),
  ('ordered', 'planned', 'moderator', false, null),
  ('confirmed', 'planned', 'moderator', false, null),
  ('planned', 'delivered', 'resident', false, null),
  ('planned', 'delivered', 'moderator', false, null),
  ('delivered', 'complaint', 'resident', false, null),
  ('delivered', 'reviewed', 'resident', false, null),
  ('reviewed', 'complaint', 'resident', false, null),
  ('complaint', 'delivered', 'resident', false, null),
  ('complaint', 'delivered', 'moderator', false, null),
  ('interest', 'withdrawn', 'resident', false, null),
  ('suitability', 'withdrawn', 'resident', false, null),
  ('suitable', 'withdrawn', 'resident', false, null),
  ('waiting', 'withdrawn', 'resident', false, null),
  ('ordered', 'withdrawn', 'resident', false, 'runs'),
  ('paused', 'withdrawn', 'resident', false, null),
  ('paused', 'withdrawn', 'housemate', false, null),
  ('planned', 'withdrawn', 'resident', false, 'runs'),
  ('delivered', 'withdrawn', 'resident', false, 'runs'),
  ('complaint', 'withdrawn', 'resident', false, 'runs'),
  ('reviewed', 'withdrawn', 'resident', false, 'runs'),
  ('interest', 'lapsed', 'time', true, null),
  ('interest', 'lapsed', 'moderator', true, null),
  ('suitability', 'lapsed', 'time', true, null),
  ('suitability', 'lapsed', 'moderator', true, null),
  ('suitable', 'lapsed', 'time', true, null),
  ('suitable', 'lapsed', 'moderator', true, null),
  ('offered', 'lapsed', 'time', true, null),
  ('offered', 'lapsed', 'moderator', true, null),
  ('waiting', 'lapsed', 'time', true, null),
  ('waiting', 'lapsed', 'moderator', true, null),
  ('ordered', 'lapsed', 'time', true, null),
  ('ordered', 'lapsed', 'moderator', true, null),
  ('paused', 'lapsed', 'time', true, null),
  ('paused', 'lapsed', 'moderator', true, null),
  ('confirmed', 'lapsed', 'time', true, null),
  ('confirmed', 'lapsed', 'moderator', true, null),
  ('interest', 'next_round', 'resident', false, null),
  ('interest', 'next_round', 'moderator', false, null),
  ('suitability', 'next_round', 'resident', false, null),
  ('suitability', 'next_round', 'moderator', false, null),
  ('suitable', 'next_round', 'resident', false, null),
  ('suitable', 'next_round', 'moderator', false, null),
  ('offered', 'next_round', 'resident', false, null),
  ('offered', 'next_round', 'moderator', false, null),
  ('waiting', 'next_round', 'resident', false, null),
  ('waiting', 'next_round', 'moderator', false, null),
  ('suitable', 'supplier_failed', 'moderator', true, null),
  ('offered', 'supplier_failed', 'moderator', true, null),
  ('waiting', 'supplier_failed', 'moderator', true, null),
  ('ordered', 'supplier_failed', 'moderator', true, null),
  ('paused', 'supplier_failed', 'moderator', true, null),
  ('confirmed', 'supplier_failed', 'moderator', true, null),
  ('planned', 'supplier_failed', 'moderator', true, null),
  ('complaint', 'supplier_failed', 'moderator', true, null);

-- Its neighbourhood is that of the household; `joined_in` is that of the purchase through which it came, and by which its
-- moderators are found, also when a boundary moves in between. Of who was erased an order leaves neither home nor person.
create table purchase_sign_up (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null,
  joined_in text not null,
  -- By which supplier and moderator know it from others.
  reference text not null default upper(left(replace(gen_random_uuid()::text, '-', ''), 10)),
  neighbourhood_code text,
  household_id uuid,
  dwelling_id text,
  street_id text,
  building_id text,
  resident_id uuid,
  party text not null check (party in ('owner', 'tenant', 'association')),
  -- How many homes it is about: more than one for an owners' association only.
  homes integer not null default 1 check (homes between 1 and 2000),
  rules_version smallint not null,
  state text not null default 'interest' check (state in ('interest', 'suitability', 'suitable', 'offered', 'waiting', 'ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed',
    'unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round')),
  -- The last step: who made it, when, why, in which words.
  mover text not null check (mover in ('resident', 'housemate', 'moderator', 'time')),
  moved_by uuid,
  moved_at timestamptz not null default now(),
  reason text check (reason in ('home', 'technical', 'permit', 'offer_expired', 'no_answer', 'below_threshold', 'purchase_cancelled', 'closed', 'bankrupt', 'no_capacity', 'quit',
    'price', 'timing', 'other_supplier', 'changed_mind', 'together', 'moved', 'other')),
  words text check (char_length(words) between 1 and 1000),
  -- Said with the order: of age, under which terms, on which version of the offer.
  adult boolean not null default false,
  offer_version smallint,
  terms_version text,
  ordered_at timestamptz,
  cooling_off_from date,
  cooling_off_until date,
  waiting_since timestamptz,
  -- A place that came free waits for who was first in the queue.
  held_until date,
  visit_on date,
  planned_on date,
  delivered_on date,
  -- Of an owners' association: when it decided, with how many of how many votes, and where that is written down.
  decided_on date,
  votes_for integer check (votes_for > 0),
  votes_of integer check (votes_of >= votes_for),
  decision_document text check (char_length(decision_document) between 3 and 300),
  satisfaction smallint check (satisfaction between 1 and 5),
  review text check (char_length(review) between 1 and 2000),
  measure_id uuid,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  unique (purchase_id, reference),
  unique (id, joined_in),
  unique (id, household_id),
  check (num_nulls(erased_at, household_id) = 1),
  check (household_id is null or num_nulls(neighbourhood_code, dwelling_id, street_id, resident_id) = 0),
  check (party = 'association' or homes = 1),
  check (party <> 'association' or building_id is not null or erased_at is not null),
  check (state not in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed')
    or adult and party <> 'tenant' and offer_version is not null and ordered_at is not null and (party <> 'association' or num_nulls(decided_on, votes_for, votes_of, decision_document) = 0)),
  check ((cooling_off_from is null) = (cooling_off_until is null)),
  -- Fourteen days, and over public holidays to the next working day.
  check (cooling_off_until between cooling_off_from + 14 and cooling_off_from + 24),
  foreign key (purchase_id, joined_in) references purchase_neighbourhood (purchase_id, neighbourhood_code) on update cascade,
  foreign key (purchase_id, rules_version) references purchase_rules (purchase_id, version),
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id) references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade,
  foreign key (measure_id, household_id) references measure (id, household_id) on delete set null (measure_id)
);
create unique index purchase_sign_up_one_order on purchase_sign_up (purchase_id, dwelling_id)
  where party <> 'association' and state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed');
create unique index purchase_sign_up_one_order_of_building on purchase_sign_up (purchase_id, building_id)
  where party = 'association' and state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed');
create unique index purchase_sign_up_once on purchase_sign_up (purchase_id, household_id, (party = 'association'))
  where state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round');
create index purchase_sign_up_state on purchase_sign_up (purchase_id, state);
create index purchase_sign_up_household on purchase_sign_up (household_id);
create index purchase_sign_up_joined_in on purchase_sign_up (joined_in, purchase_id);
create index purchase_sign_up_neighbourhood on purchase_sign_up (neighbourhood_code);
create index purchase_sign_up_measure on purchase_sign_up (measure_id, household_id) where measure_id is not null;

-- What hangs on a sign-up carries its household and where it came in; both follow by a key of their own, the household also to nothing.
create table purchase_sign_up_event (
  id uuid primary key default gen_random_uuid(),
  sign_up_id uuid not null,
  joined_in text not null,
  household_id uuid,
  from_state text,
  to_state text not null,
  mover text not null,
  -- Null where a date came, and of who was erased.
  actor_id uuid,
  reason text,
  words text,
  at timestamptz not null,
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_sign_up_event_sign_up on purchase_sign_up_event (sign_up_id, at);
create index purchase_sign_up_event_household on purchase_sign_up_event (household_id);
create index purchase_sign_up_event_joined_in on purchase_sign_up_event (joined_in);

-- An offer never changes: another price is another version. Cents, with VAT; what of these is VAT stands beside it. The price is that
-- of the first tier, from which the reached tier takes off; extras are for this home alone.
create table purchase_offer (
  sign_up_id uuid not null,
  version smallint not null check (version > 0),
  joined_in text not null,
  household_id uuid,
  price_cents integer not null check (price_cents >= 0),
  price_vat_cents integer not null check (price_vat_cents between 0 and price_cents),
  extras_cents integer not null default 0 check (extras_cents >= 0),
  extras_vat_cents integer not null default 0 check (extras_vat_cents between 0 and extras_cents),
  extras_what text check (char_length(extras_what) between 2 and 500),
  -- Estimates: what may come back as a subsidy, and what may be saved in a year.
  subsidy_cents integer check (subsidy_cents >= 0),
  saving_from_cents integer check (saving_from_cents >= 0),
  saving_to_cents integer check (saving_to_cents >= saving_from_cents),
  valid_until date not null,
  note text check (char_length(note) between 1 and 1000),
  offered_by uuid,
  offered_at timestamptz not null default now(),
  primary key (sign_up_id, version),
  check (extras_cents = 0 or extras_what is not null),
  check ((saving_from_cents is null) = (saving_to_cents is null)),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_offer_household on purchase_offer (household_id);
create index purchase_offer_joined_in on purchase_offer (joined_in);

create table purchase_check_answer (
  sign_up_id uuid not null,
  check_id uuid not null references purchase_check (id) on delete cascade,
  joined_in text not null,
  household_id uuid not null,
  answer text not null check (char_length(answer) between 1 and 500),
  answered_at timestamptz not null default now(),
  primary key (sign_up_id, check_id),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_check_answer_household on purchase_check_answer (household_id);
create index purchase_check_answer_joined_in on purchase_check_answer (joined_in);

-- How the supplier reaches somebody: written for the supplier, read by the own household, and by nobody else but in an export.
create table purchase_contact (
  sign_up_id uuid primary key,
  joined_in text not null,
  household_id uuid not null,
  name text check (char_length(name) between 2 and 100),
  email text check (char_length(email) between 3 and 200),
  phone text check (char_length(phone) between 6 and 30),
  saved_at timestamptz not null default now(),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_contact_household on purchase_contact (household_id);
create index purchase_contact_joined_in on purchase_contact (joined_in);

-- Who said yes or no to other rules.
create table purchase_agreement (
  sign_up_id uuid not null,
  purchase_id uuid not null,
  version smallint not null,
  joined_in text not null,
  household_id uuid,
  resident_id uuid,
  agreed boolean not null,
  at timestamptz not null default now(),
  primary key (sign_up_id, version),
  foreign key (purchase_id, version) references purchase_rules (purchase_id, version) on delete cascade,
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_agreement_version on purchase_agreement (purchase_id, version);
create index purchase_agreement_household on purchase_agreement (household_id);
create index purchase_agreement_joined_in on purchase_agreement (joined_in);

-- What moderators write beside a sign-up. Whom it is about reads it; a message is brought to their notice too.
create table purchase_note (
  id uuid primary key default gen_random_uuid(),
  sign_up_id uuid not null,
  joined_in text not null,
  household_id uuid not null,
  message boolean not null default false,
  body text not null check (char_length(body) between 1 and 2000),
  author_id uuid,
  written_at timestamptz not null default now(),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_note_sign_up on purchase_note (sign_up_id, written_at);
create index purchase_note_household on purchase_note (household_id);
create index purchase_note_joined_in on purchase_note (joined_in);

create table purchase_news (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null references purchase (id) on delete cascade,
  title text not null check (char_length(title) between 3 and 120),
  body text not null check (char_length(body) between 1 and 4000),
  author_id uuid,
  published_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index purchase_news_purchase on purchase_news (purchase_id, published_at desc);

-- What was handed to the supplier, by whom, and of whom: each household reads its receipt.
create table purchase_export (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null references purchase (id) on delete cascade,
  form text not null check (form in ('csv', 'xlsx')),
  supplier text not null,
  fields text[] not null,
  sign_ups integer not null check (sign_ups >= 0),
  keep_until date not null,
  made_by uuid,
  made_at timestamptz not null default now()
);
create index purchase_export_purchase on purchase_export (purchase_id, made_at desc);

create table purchase_receipt (
  export_id uuid not null references purchase_export (id) on delete cascade,
  sign_up_id uuid not null,
  joined_in text not null,
  household_id uuid not null,
  supplier text not null,
  fields text[] not null,
  keep_until date not null,
  at timestamptz not null default now(),
  primary key (export_id, sign_up_id),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_receipt_sign_up on purchase_receipt (sign_up_id, at);
create index purchase_receipt_household on purchase_receipt (household_id);
create index purchase_receipt_joined_in on purchase_receipt (joined_in);

-- What became of a purchase, for all to read.
create table purchase_event (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null references purchase (id) on delete cascade,
  deed text not null check (deed in ('opened', 'supplier_chosen', 'rules_proposed', 'rules_adopted', 'rules_dropped', 'prolonged', 'reached', 'cancelled', 'supplier_failed', 'finished')),
  -- Null where a date came.
  actor_id uuid,
  words text check (char_length(words) between 1 and 1000),
  at timestamptz not null default now()
);
create index purchase_event_purchase on purchase_event (purchase_id, at);

alter table purchase enable row level security;               alter table purchase force row level security;
alter table purchase_neighbourhood enable row level security; alter table purchase_neighbourhood force row level security;
alter table purchase_rules enable row level security;         alter table purchase_rules force row level security;
alter table purchase_tier enable row level security;          alter table purchase_tier force row level security;
alter table purchase_check enable row level security;         alter table purchase_check force row level security;
alter table purchase_arrow enable row level security;         alter table purchase_arrow force row level security;
alter table purchase_sign_up enable row level security;       alter table purchase_sign_up force row level security;
alter table purchase_sign_up_event enable row level security; alter table purchase_sign_up_event force row level security;
alter table purchase_offer enable row level security;         alter table purchase_offer force row level security;
alter table purchase_check_answer enable row level security;  alter table purchase_check_answer force row level security;
alter table purchase_contact enable row level security;       alter table purchase_contact force row level security;
alter table purchase_agreement enable row level security;     alter table purchase_agreement force row level security;
alter table purchase_note enable row level security;          alter table purchase_note force row level security;
alter table purchase_news enable row level security;          alter table purchase_news force row level security;
alter table purchase_export enable row level security;        alter table purchase_export force row level security;
alter table purchase_receipt enable row level security;       alter table purchase_receipt force row level security;
alter table purchase_event enable row level security;         alter table purchase_event force row level security;

grant select, insert, update, delete on purchase, purchase_neighbourhood, purchase_rules, purchase_tier, purchase_check, purchase_sign_up, purchase_sign_up_event, purchase_offer,
  purchase_check_answer, purchase_contact, purchase_agreement, purchase_note, purchase_news, purchase_export, purchase_receipt, purchase_event to app_worker;
create policy worker on purchase to app_worker using (true) with check (true);
create policy worker on purchase_neighbourhood to app_worker using (true) with check (true);
create policy worker on purchase_rules to app_worker using (true) with check (true);
create policy worker on purchase_tier to app_worker using (true) with check (true);
create policy worker on purchase_check to app_worker using (true) with check (true);
create policy worker on purchase_sign_up to app_worker using (true) with check (true);
create policy worker on purchase_sign_up_event to app_worker using (true) with check (true);
create policy worker on purchase_offer to app_worker using (true) with check (true);
create policy worker on purchase_check_answer to app_worker using (true) with check (true);
create policy worker on purchase_contact to app_worker using (true) with check (true);
create policy worker on purchase_agreement to app_worker using (true) with check (true);
create policy worker on purchase_note to app_worker using (true) with check (true);
create policy worker on purchase_news to app_worker using (true) with check (true);
create policy worker on purchase_export to app_worker using (true) with check (true);
create policy worker on purchase_receipt to app_worker using (true) with check (true);
create policy worker on purchase_event to app_worker using (true) with check (true);

-- What the functions below see and change, whoever called them.
grant select, update (supplier, supplier_why, state, rules_version, orders, most_orders, places, opened_at, prolonged_at, ended_at) on purchase to app_definer;
grant select on purchase_neighbourhood, purchase_tier, purchase_check to app_definer;
grant select, insert, update (adopted_at, dropped_at) on purchase_rules to app_definer;
grant insert on purchase_tier to app_definer;
grant select, insert, update (resident_id, homes, rules_version, state, mover, moved_by, moved_at, reason, words, adult, offer_version, terms_version, ordered_at, cooling_off_from, cooling_off_until,
  waiting_since, held_until, visit_on, planned_on, delivered_on, decided_on, votes_for, votes_of, decision_document, satisfaction, review, measure_id) on purchase_sign_up to app_definer;
grant insert on purchase_sign_up_event, purchase_event, purchase_export, purchase_receipt to app_definer;
grant select, insert on purchase_offer to app_definer;
grant select, insert, update (answer, answered_at) on purchase_check_answer to app_definer;
grant select on purchase_contact to app_definer;
grant select, insert, update (resident_id, agreed, at) on purchase_agreement to app_definer;
create policy purchases on purchase to app_definer using (true) with check (true);
create policy purchases on purchase_neighbourhood for select to app_definer using (true);
create policy purchases on purchase_rules to app_definer using (true) with check (true);
create policy purchases on purchase_tier to app_definer using (true) with check (true);
create policy purchases on purchase_check for select to app_definer using (true);
create policy purchases on purchase_sign_up to app_definer using (true) with check (true);
create policy purchases on purchase_sign_up_event for insert to app_definer with check (true);
create policy purchases on purchase_offer to app_definer using (true) with check (true);
create policy purchases on purchase_check_answer to app_definer using (true) with check (true);
create policy purchases on purchase_contact for select to app_definer using (true);
create policy purchases on purchase_agreement to app_definer using (true) with check (true);
create policy purchases on purchase_export for insert to app_definer with check (true);
create policy purchases on purchase_receipt for insert to app_definer with check (true);
create policy purchases on purchase_event for insert to app_definer with check (true);

grant create on schema viewer to app_definer;

-- Which purchases somebody knows of: those of the own neighbourhood once they have opened, those in which the own household takes
-- part, wherever a boundary lies since, and those of neighbourhoods that one moderates.
create function viewer.purchases_seen() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(p.id), '{}') from public.purchase p
      where p.state <> 'concept' and (
          exists (select from public.purchase_neighbourhood n where n.purchase_id = p.id and n.neighbourhood_code = viewer.neighbourhood_code())
          or p.id in (select s.purchase_id from public.purchase_sign_up s where s.household_id = viewer.household_id()))
        or exists (select from public.purchase_neighbourhood n where n.purchase_id = p.id and n.neighbourhood_code = any (viewer.moderates()))
  $$;
alter function viewer.purchases_seen() owner to app_definer;

-- Of which somebody moderates a neighbourhood: they read what was exported, and the sign-ups that came in there.
create function viewer.purchases_moderated() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct n.purchase_id), '{}') from public.purchase_neighbourhood n where n.neighbourhood_code = any (viewer.moderates()) $$;
alter function viewer.purchases_moderated() owner to app_definer;

-- Whose every neighbourhood somebody moderates: they decide about it. A concept without one is of who made it.
create function viewer.purchases_managed() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(p.id), '{}') from public.purchase p
      where cardinality(viewer.moderates()) > 0
        and not exists (select from public.purchase_neighbourhood n where n.purchase_id = p.id and n.neighbourhood_code <> all (viewer.moderates()))
        and (exists (select from public.purchase_neighbourhood n where n.purchase_id = p.id) or p.state = 'concept' and p.made_by = viewer.resident_id())
  $$;
alter function viewer.purchases_managed() owner to app_definer;

create function viewer.purchases_in_hand() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(p.id), '{}') from public.purchase p where p.state = 'concept' and p.id = any (viewer.purchases_managed()) $$;
alter function viewer.purchases_in_hand() owner to app_definer;

revoke execute on function viewer.purchases_seen(), viewer.purchases_moderated(), viewer.purchases_managed(), viewer.purchases_in_hand() from public;
grant execute on function viewer.purchases_seen(), viewer.purchases_moderated(), viewer.purchases_managed(), viewer.purchases_in_hand() to app_viewer;

grant select, insert, delete on purchase to app_viewer;
grant update (title, body, kinds, dwelling_types, for_owners, for_tenants, round, follows_id) on purchase to app_viewer;
create policy known on purchase for select to app_viewer
  using (id = any ((select viewer.purchases_seen())::uuid[]) or made_by = (select viewer.resident_id()));
create policy moderators_make on purchase for insert to app_viewer
  with check (state = 'concept' and made_by = (select viewer.resident_id()) and cardinality((select viewer.moderates())::text[]) > 0
    and orders = 0 and most_orders = 0 and places = 0 and rules_version = 1 and supplier is null and forgotten_at is null
    -- Of a round before only where they moderate: a reference would tell of others.
    and (follows_id is null or follows_id = any ((select viewer.purchases_moderated())::uuid[])));
create policy moderators_change on purchase for update to app_viewer
  using (id = any ((select viewer.purchases_in_hand())::uuid[]))
  with check (state = 'concept' and (follows_id is null or follows_id = any ((select viewer.purchases_moderated())::uuid[])));
create policy moderators_drop on purchase for delete to app_viewer using (id = any ((select viewer.purchases_in_hand())::uuid[]));

grant select, insert, delete on purchase_neighbourhood to app_viewer;
create policy known on purchase_neighbourhood for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_seen())::uuid[]) or purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_choose on purchase_neighbourhood for insert to app_viewer
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_drop on purchase_neighbourhood for delete to app_viewer using (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));

grant select, insert, delete on purchase_rules, purchase_tier to app_viewer;
grant update (threshold, capacity, deadline, below, prolong_until, withdrawal, cooling_off_from, contracting_party, commission, criteria, interests, supplier_fields, keep_until) on purchase_rules to app_viewer;
create policy known on purchase_rules for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_seen())::uuid[]) or purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_write on purchase_rules for insert to app_viewer
  with check (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]) and version = 1 and adopted_at is null and dropped_at is null);
create policy moderators_change on purchase_rules for update to app_viewer
  using (purchase_id = any ((select viewer.purchases_in_hand())::uuid[])) with check (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_drop on purchase_rules for delete to app_viewer using (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy known on purchase_tier for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_seen())::uuid[]) or purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_write on purchase_tier for insert to app_viewer with check (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]) and version = 1);
create policy moderators_drop on purchase_tier for delete to app_viewer using (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));

grant select, insert, delete on purchase_check to app_viewer;
create policy known on purchase_check for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_seen())::uuid[]) or purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_write on purchase_check for insert to app_viewer with check (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));
create policy moderators_drop on purchase_check for delete to app_viewer using (purchase_id = any ((select viewer.purchases_in_hand())::uuid[]));

grant select on purchase_arrow to app_viewer, app_worker, app_definer;
create policy everybody on purchase_arrow for select to app_viewer, app_worker, app_definer using (true);

-- Sign-ups and what hangs on them: the own household, and moderators of where it came in. Written through the functions below. Who
-- helps somebody on paper reads nothing of it.
grant select on purchase_sign_up to app_viewer;
grant select on purchase_sign_up_event, purchase_offer, purchase_check_answer, purchase_agreement, purchase_receipt, purchase_event to app_viewer;
create policy own_or_moderated on purchase_sign_up for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy own_or_moderated on purchase_sign_up_event for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy own_or_moderated on purchase_offer for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy own_or_moderated on purchase_check_answer for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy own_or_moderated on purchase_agreement for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy own_or_moderated on purchase_receipt for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy known on purchase_event for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_seen())::uuid[]) or actor_id = (select viewer.resident_id()));

grant select, insert, update (name, email, phone, saved_at), delete on purchase_contact to app_viewer;
create policy own_household on purchase_contact for select to app_viewer
  using ((select viewer.assisted_session()) is null and household_id = (select viewer.household_id()));
create policy own_household_adds on purchase_contact for insert to app_viewer
  with check ((select viewer.assisted_session()) is null and household_id = (select viewer.household_id())
    and exists (select from purchase_sign_up s where s.id = sign_up_id and s.household_id = (select viewer.household_id())));
create policy own_household_changes on purchase_contact for update to app_viewer
  using (household_id = (select viewer.household_id())) with check (household_id = (select viewer.household_id()));
create policy own_household_removes on purchase_contact for delete to app_viewer using (household_id = (select viewer.household_id()));

grant select, insert, delete on purchase_note to app_viewer;
create policy own_or_moderated on purchase_note for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy moderators_write on purchase_note for insert to app_viewer
  with check (author_id = (select viewer.resident_id()) and joined_in = any ((select viewer.moderates())::text[]));
create policy who_wrote_removes on purchase_note for delete to app_viewer
  using (author_id = (select viewer.resident_id()) and joined_in = any ((select viewer.moderates())::text[]) and not message);

grant select, insert, update (withdrawn_at) on purchase_news to app_viewer;
create policy known on purchase_news for select to app_viewer
  using (withdrawn_at is null and purchase_id = any ((select viewer.purchases_seen())::uuid[]) or purchase_id = any ((select viewer.purchases_managed())::uuid[])
    or author_id = (select viewer.resident_id()));
create policy moderators_publish on purchase_news for insert to app_viewer
  with check (author_id = (select viewer.resident_id()) and withdrawn_at is null and purchase_id = any ((select viewer.purchases_managed())::uuid[]));
create policy moderators_withdraw on purchase_news for update to app_viewer
  using (purchase_id = any ((select viewer.purchases_managed())::uuid[])) with check (purchase_id = any ((select viewer.purchases_managed())::uuid[]));

grant select on purchase_export to app_viewer;
create policy moderators on purchase_export for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_moderated())::uuid[]) or made_by = (select viewer.resident_id()));

alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'share_story', 'share_question', 'share_answer', 'share_visit', 'koploper', 'private_thread', 'join_wish',
    'published_figures', 'display_name', 'contact_person', 'joint_request', 'purchase_supplier'));

-- Rules stay as they are from the opening on, whoever would change them.
create function viewer.keep_rules() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if exists (select from public.purchase p where p.id = old.purchase_id and p.state <> 'concept' and p.forgotten_at is null) then
      raise exception 'the rules of a purchase that has opened stay as they are' using errcode = '42501';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
alter function viewer.keep_rules() owner to app_definer;
create trigger keep_rules before delete or update of purchase_id, version, threshold, capacity, deadline, below, prolong_until, withdrawal, cooling_off_from, contracting_party, commission, criteria, interests,
  supplier_fields, keep_until, why on purchase_rules for each row execute function viewer.keep_rules();
create trigger keep_tiers before delete or update on purchase_tier for each row execute function viewer.keep_rules();
create trigger keep_checks before delete or update on purchase_check for each row execute function viewer.keep_rules();

-- How a purchase itself goes on.
create function viewer.keep_purchase_states() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  begin
    if (old.state, new.state) not in (('concept', 'open'), ('open', 'reached'), ('open', 'cancelled'), ('open', 'supplier_failed'), ('reached', 'supplier_failed'), ('reached', 'finished')) then
      raise exception 'a purchase does not go from % to %', old.state, new.state using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_purchase_states before update of state on purchase for each row when (old.state <> new.state) execute function viewer.keep_purchase_states();

-- Whether an order stands, and how many places it takes: those of an order that is paused, or of a place that is held, too.
create function viewer.order_counts(s purchase_sign_up) returns integer language sql immutable
  as $$ select case when s.state in ('ordered', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed') then s.homes else 0 end $$;
create function viewer.places_of(s purchase_sign_up) returns integer language sql immutable
  as $$ select case when s.state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed') or s.state = 'offered' and s.held_until is not null then s.homes else 0 end $$;

create function viewer.step_by_arrow() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  declare a public.purchase_arrow; day date := (new.moved_at at time zone 'Europe/Amsterdam')::date;
  begin
    if tg_op = 'INSERT' then
      if new.state <> 'interest' or new.mover not in ('resident', 'moderator') then
        raise exception 'a sign-up begins with interest' using errcode = '42501';
      end if;
      return new;
    end if;
    if new.state <> 'offered' then new.held_until := null; end if;
    if new.state <> 'waiting' then new.waiting_since := null; end if;
    if old.state = new.state then return new; end if;
    select * into a from public.purchase_arrow r where r.from_state = old.state and r.to_state = new.state and r.mover = new.mover;
    if not found then
      raise exception 'a sign-up does not go from % to % by %', old.state, new.state, new.mover using errcode = '42501';
    end if;
    if a.reasoned and new.reason is null then raise exception 'this step needs a reason' using errcode = '42501'; end if;
    if a.cooling_off = 'runs' and old.cooling_off_until < day or a.cooling_off = 'over' and (old.cooling_off_until is null or old.cooling_off_until >= day) then
      raise exception 'this step does not go with the cooling-off' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger step_by_arrow before insert or update of state, held_until on purchase_sign_up for each row execute function viewer.step_by_arrow();

create function viewer.count_sign_up() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare more integer := 0; room integer := 0; about uuid;
  begin
    if tg_op <> 'DELETE' then
      about := new.purchase_id; more := viewer.order_counts(new); room := viewer.places_of(new);
    end if;
    if tg_op <> 'INSERT' then
      about := old.purchase_id; more := more - viewer.order_counts(old); room := room - viewer.places_of(old);
    end if;
    if more <> 0 or room <> 0 then
      update public.purchase p set orders = p.orders + more, most_orders = greatest(p.most_orders, p.orders + more), places = p.places + room where p.id = about and p.forgotten_at is null;
    end if;
    if tg_op = 'INSERT' then
      insert into public.purchase_sign_up_event (sign_up_id, joined_in, household_id, to_state, mover, actor_id, reason, words, at)
        values (new.id, new.joined_in, new.household_id, new.state, new.mover, new.moved_by, new.reason, new.words, new.moved_at);
    elsif tg_op = 'UPDATE' then
      if old.state <> new.state then
        insert into public.purchase_sign_up_event (sign_up_id, joined_in, household_id, from_state, to_state, mover, actor_id, reason, words, at)
          values (new.id, new.joined_in, new.household_id, old.state, new.state, new.mover, new.moved_by, new.reason, new.words, new.moved_at);
      end if;
    end if;
    return null;
  end $$;
alter function viewer.count_sign_up() owner to app_definer;
create trigger count_sign_up after insert or delete or update of state, homes, held_until on purchase_sign_up for each row execute function viewer.count_sign_up();

-- Told in every neighbourhood of it.
create function viewer.tell_of_purchase(what text, about uuid, cause uuid, who uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    insert into public.happening (neighbourhood_code, kind, subject_id, cause_id, actor_id)
      select n.neighbourhood_code, what, about, cause, who from public.purchase_neighbourhood n where n.purchase_id = about;
    perform pg_notify('buurhof_happening', '');
  end $$;
alter function viewer.tell_of_purchase(text, uuid, uuid, uuid) owner to app_definer;

-- Told to a household, where it lives now.
create function viewer.tell_of_sign_up(what text, s public.purchase_sign_up, who uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if s.household_id is null then return; end if;
    insert into public.happening (neighbourhood_code, kind, subject_id, cause_id, actor_id) values (s.neighbourhood_code, what, s.purchase_id, s.id, who);
    perform pg_notify('buurhof_happening', '');
  end $$;
alter function viewer.tell_of_sign_up(text, public.purchase_sign_up, uuid) owner to app_definer;

-- 'opened'; 'incomplete' without a neighbourhood, rules, or prices from the first order on; 'late' when its last day is not to come.
create function viewer.open_purchase(about uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.purchase_rules;
  begin
    if about <> all (viewer.purchases_in_hand()) then return null; end if;
    perform 1 from public.purchase p where p.id = about and p.state = 'concept' for no key update;
    if not found then return null; end if;
    select * into r from public.purchase_rules q where q.purchase_id = about and q.version = 1;
    if not found or not exists (select from public.purchase_neighbourhood n where n.purchase_id = about)
      or not exists (select from public.purchase_tier t where t.purchase_id = about and t.version = 1 and t.from_orders = 1) then return 'incomplete'; end if;
    if r.deadline <= viewer.today() then return 'late'; end if;
    update public.purchase_rules set adopted_at = now() where purchase_id = about and version = 1;
    update public.purchase set state = 'open', opened_at = now() where id = about;
    insert into public.purchase_event (purchase_id, deed, actor_id) values (about, 'opened', viewer.resident_id());
    perform viewer.tell_of_purchase('purchase-opened', about, null, viewer.resident_id());
    return 'opened';
  end $$;
alter function viewer.open_purchase(uuid) owner to app_definer;

create function viewer.choose_supplier(about uuid, name text, why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if about <> all (viewer.purchases_managed()) then return false; end if;
    -- Consent to hand over data names the supplier: another one is another purchase.
    update public.purchase set supplier = name, supplier_why = choose_supplier.why where id = about and state in ('concept', 'open') and supplier is null;
    if not found then return false; end if;
    insert into public.purchase_event (purchase_id, deed, actor_id) values (about, 'supplier_chosen', viewer.resident_id());
    perform viewer.tell_of_purchase('purchase-supplier', about, null, viewer.resident_id()) from public.purchase p where p.id = about and p.state <> 'concept';
    return true;
  end $$;
alter function viewer.choose_supplier(uuid, text, text) owner to app_definer;

-- A place that came free is held for who waits longest, while their offer holds, for a week.
create function viewer.fill_places(about uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; room integer; valid date;
  begin
    for s in select q.* from public.purchase_sign_up q join public.purchase p on p.id = q.purchase_id and p.state = 'open'
      where q.purchase_id = about and q.state = 'waiting' order by q.waiting_since, q.id loop
      select r.capacity - p.places into room from public.purchase p join public.purchase_rules r on r.purchase_id = p.id and r.version = p.rules_version where p.id = about;
      select max(o.valid_until) into valid from public.purchase_offer o where o.sign_up_id = s.id and o.version = (select max(l.version) from public.purchase_offer l where l.sign_up_id = s.id);
      if valid < viewer.today() then continue; end if;
      exit when room < s.homes;
      update public.purchase_sign_up set state = 'offered', held_until = least(viewer.today() + 7, valid), mover = 'time', moved_by = null, moved_at = now(), reason = null, words = null
        where id = s.id returning * into s;
      perform viewer.tell_of_sign_up('purchase-place', s, null);
    end loop;
  end $$;
alter function viewer.fill_places(uuid) owner to app_definer;

-- Other rules hold once everybody who takes part said yes.
create function viewer.settle_rules(about uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare v smallint;
  begin
    select r.version into v from public.purchase_rules r where r.purchase_id = about and r.version > 1 and r.adopted_at is null and r.dropped_at is null;
    if not found or exists (select from public.purchase_sign_up s where s.purchase_id = about and s.household_id is not null
        and s.state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round')
        and not exists (select from public.purchase_agreement a where a.sign_up_id = s.id and a.version = v and a.agreed)) then return false; end if;
    update public.purchase_rules set adopted_at = now() where purchase_id = about and version = v;
    update public.purchase set rules_version = v where id = about;
    update public.purchase_sign_up set rules_version = v where purchase_id = about and state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round');
    insert into public.purchase_event (purchase_id, deed) values (about, 'rules_adopted');
    perform viewer.tell_of_purchase('purchase-rules-changed', about, null, null);
    perform viewer.fill_places(about);
    return true;
  end $$;
alter function viewer.settle_rules(uuid) owner to app_definer;

-- Other rules, as the columns of purchase_rules and the rows of purchase_tier. The version; null when it is not the caller's to
-- change, is not open, or another change waits for answers.
create function viewer.propose_rules(about uuid, given jsonb, tiers jsonb, because text) returns smallint
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare v smallint; r public.purchase_rules;
  begin
    if about <> all (viewer.purchases_managed()) then return null; end if;
    perform 1 from public.purchase p where p.id = about and p.state = 'open' for no key update;
    if not found or exists (select from public.purchase_rules q where q.purchase_id = about and q.version > 1 and q.adopted_at is null and q.dropped_at is null) then return null; end if;
    select max(q.version) + 1 into v from public.purchase_rules q where q.purchase_id = about;
    r := jsonb_populate_record(null::public.purchase_rules, given);
    insert into public.purchase_rules (purchase_id, version, threshold, capacity, deadline, below, prolong_until, withdrawal, cooling_off_from, contracting_party, commission, criteria, interests,
        supplier_fields, keep_until, why, proposed_by)
      values (about, v, r.threshold, r.capacity, r.deadline, r.below, r.prolong_until, r.withdrawal, r.cooling_off_from, r.contracting_party, r.commission, r.criteria, r.interests,
        r.supplier_fields, r.keep_until, because, viewer.resident_id());
    insert into public.purchase_tier (purchase_id, version, from_orders, cents, vat_cents)
      select about, v, t.from_orders, t.cents, t.vat_cents from jsonb_populate_recordset(null::public.purchase_tier, tiers) t;
    insert into public.purchase_event (purchase_id, deed, actor_id, words) values (about, 'rules_proposed', viewer.resident_id(), because);
    perform viewer.tell_of_purchase('purchase-rules-proposed', about, null, viewer.resident_id());
    perform viewer.settle_rules(about);
    return v;
  end $$;
alter function viewer.propose_rules(uuid, jsonb, jsonb, text) owner to app_definer;

create function viewer.drop_rules(about uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if about <> all (viewer.purchases_managed()) then return false; end if;
    perform 1 from public.purchase p where p.id = about for no key update;
    update public.purchase_rules set dropped_at = now() where purchase_id = about and version > 1 and adopted_at is null and dropped_at is null;
    if not found then return false; end if;
    insert into public.purchase_event (purchase_id, deed, actor_id) values (about, 'rules_dropped', viewer.resident_id());
    return true;
  end $$;
alter function viewer.drop_rules(uuid) owner to app_definer;

-- 'agreed', 'refused', or 'adopted' by the last yes; null where there is nothing to answer.
create function viewer.answer_rules(wanted uuid, asked smallint, yes boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id() and viewer.assisted_session() is null;
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id and p.state = 'open' for no key update;
    if not found or not exists (select from public.purchase_rules r where r.purchase_id = s.purchase_id and r.version = asked and asked > 1 and r.adopted_at is null and r.dropped_at is null) then return null; end if;
    insert into public.purchase_agreement as a (sign_up_id, purchase_id, version, joined_in, household_id, resident_id, agreed)
      values (s.id, s.purchase_id, asked, s.joined_in, s.household_id, viewer.resident_id(), yes)
      on conflict (sign_up_id, version) do update set agreed = excluded.agreed, resident_id = excluded.resident_id, at = now();
    if yes and viewer.settle_rules(s.purchase_id) then return 'adopted'; end if;
    return case when yes then 'agreed' else 'refused' end;
  end $$;
alter function viewer.answer_rules(uuid, smallint, boolean) owner to app_definer;

-- 'signed_up' with the id, 'again' with that of the one that goes on, 'closed', 'not_for_you' by owners and tenants, 'rules' when
-- others hold by now; null where there is no such purchase for a resident.
create function viewer.sign_up(about uuid, as_party text, rules smallint, out outcome text, out made uuid) returns record
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.purchase; h public.household;
  begin
    if viewer.household_id() is null or viewer.assisted_session() is not null
      or not exists (select from public.purchase_neighbourhood n where n.purchase_id = about and n.neighbourhood_code = viewer.neighbourhood_code()) then return; end if;
    select * into p from public.purchase where id = about and state <> 'concept' for no key update;
    if not found then return; end if;
    select q.id into made from public.purchase_sign_up q where q.purchase_id = about and q.household_id = viewer.household_id() and (q.party = 'association') = (as_party = 'association')
      and q.state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round');
    if found then outcome := 'again'; return; end if;
    if p.state <> 'open' then outcome := 'closed'; return; end if;
    if as_party = 'tenant' and not p.for_tenants or as_party <> 'tenant' and not p.for_owners then outcome := 'not_for_you'; return; end if;
    select * into h from public.household where id = viewer.household_id();
    if as_party = 'association' and h.building_id is null then outcome := 'not_for_you'; return; end if;
    if rules <> p.rules_version then outcome := 'rules'; return; end if;
    insert into public.purchase_sign_up (purchase_id, joined_in, neighbourhood_code, household_id, dwelling_id, street_id, building_id, resident_id, party, rules_version, mover, moved_by)
      values (about, h.neighbourhood_code, h.neighbourhood_code, h.id, h.dwelling_id, h.street_id, h.building_id, viewer.resident_id(), as_party, rules, 'resident', viewer.resident_id())
      returning id into made;
    outcome := 'signed_up';
  end $$;
alter function viewer.sign_up(uuid, text, smallint) owner to app_definer;

-- Any step but those to an offer and to an order. 'stepped', or why not: 'no_such_step', 'not_yours', 'needs_reason', 'needs_day',
-- 'cooling_off_over', 'cooling_off_runs', 'not_reached'; null where there is no such sign-up for the caller. A delivery begins the
-- fourteen days where the rules say so: until which day is worked out by who knows the holidays.
create function viewer.step_sign_up(wanted uuid, target text, because text, said text, day date, cooling_until date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; p public.purchase; a public.purchase_arrow; roles text[]; was text; by_delivery boolean;
  begin
    select * into s from public.purchase_sign_up where id = wanted and viewer.assisted_session() is null
      and (household_id = viewer.household_id() or joined_in = any (viewer.moderates()));
    if not found then return null; end if;
    select * into p from public.purchase where id = s.purchase_id for no key update;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if not found then return null; end if;
    roles := case when s.household_id is distinct from viewer.household_id() then array[]::text[]
        when s.resident_id = viewer.resident_id() then array['resident'] else array['housemate'] end
      || case when s.joined_in = any (viewer.moderates()) then array['moderator'] else array[]::text[] end;
    if target in ('offered', 'waiting') or target = 'ordered' and s.state <> 'paused' then return 'no_such_step'; end if;
    select * into a from public.purchase_arrow r where r.from_state = s.state and r.to_state = target and r.mover = any (roles) order by r.mover = 'moderator' limit 1;
    if not found then
      return case when exists (select from public.purchase_arrow r where r.from_state = s.state and r.to_state = target) then 'not_yours' else 'no_such_step' end;
    end if;
    if a.reasoned and because is null then return 'needs_reason'; end if;
    if a.cooling_off = 'runs' and s.cooling_off_until < viewer.today() then return 'cooling_off_over'; end if;
    if target = 'planned' then
      if p.state <> 'reached' then return 'not_reached'; end if;
      if day is null then return 'needs_day'; end if;
    end if;
    was := s.state;
    by_delivery := target = 'delivered' and s.cooling_off_from is null and s.delivered_on is null
      and (select r.cooling_off_from = 'delivery' from public.purchase_rules r where r.purchase_id = p.id and r.version = s.rules_version);
    update public.purchase_sign_up q set state = target, mover = a.mover, moved_by = viewer.resident_id(), moved_at = now(), reason = because, words = said,
        planned_on = case when target = 'planned' then day else q.planned_on end,
        delivered_on = case when target = 'delivered' then coalesce(q.delivered_on, day, viewer.today()) else q.delivered_on end,
        cooling_off_from = case when by_delivery then coalesce(day, viewer.today()) else q.cooling_off_from end,
        cooling_off_until = case when by_delivery then cooling_until else q.cooling_off_until end
      where q.id = wanted returning q.* into s;
    if target = 'withdrawn' and s.ordered_at is not null and s.resident_id is not null then
      insert into public.outbox (template, account_id, subject_id) values ('purchase-withdrawn', viewer.resident_id(), s.id);
      perform pg_notify('buurhof_outbox', '');
    end if;
    perform viewer.tell_of_sign_up('purchase-stepped', s, viewer.resident_id());
    perform viewer.fill_places(p.id);
    perform viewer.settle_rules(p.id);
    return 'stepped';
  end $$;
alter function viewer.step_sign_up(uuid, text, text, text, date, date) owner to app_definer;

-- The answers that a home is asked, as {"<check>": "<answer>"}; all of them bring interest on to suitability. 'answered', 'missing'
-- where one is not there, 'closed'; null where there is no such sign-up of the caller's household.
create function viewer.answer_checks(wanted uuid, given jsonb) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and viewer.assisted_session() is null;
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id and p.state = 'open' for no key update;
    if not found then return 'closed'; end if;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if s.state not in ('interest', 'suitability') or s.resident_id <> viewer.resident_id() then return 'closed'; end if;
    insert into public.purchase_check_answer as a (sign_up_id, check_id, joined_in, household_id, answer)
      select s.id, c.id, s.joined_in, s.household_id, given ->> c.id::text from public.purchase_check c where c.purchase_id = s.purchase_id and given ->> c.id::text <> ''
      on conflict (sign_up_id, check_id) do update set answer = excluded.answer, answered_at = now();
    if exists (select from public.purchase_check c where c.purchase_id = s.purchase_id
      and not exists (select from public.purchase_check_answer a where a.sign_up_id = s.id and a.check_id = c.id)) then return 'missing'; end if;
    if s.state = 'interest' then
      update public.purchase_sign_up set state = 'suitability', mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id;
    end if;
    return 'answered';
  end $$;
alter function viewer.answer_checks(uuid, jsonb) owner to app_definer;

-- When somebody comes to look whether a home is suitable.
create function viewer.plan_check_visit(wanted uuid, day date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    update public.purchase_sign_up q set visit_on = day where q.id = wanted and q.joined_in = any (viewer.moderates()) and q.state in ('interest', 'suitability', 'suitable') returning q.* into s;
    if not found then return false; end if;
    perform viewer.tell_of_sign_up('purchase-stepped', s, viewer.resident_id());
    return true;
  end $$;
alter function viewer.plan_check_visit(uuid, date) owner to app_definer;

-- The next version of an offer, as the columns of purchase_offer; a suitable home has one from then on. The version; null where
-- there is no sign-up that the caller moderates and that can have an offer.
create function viewer.make_offer(wanted uuid, given jsonb) returns smallint
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; o public.purchase_offer; v smallint;
  begin
    select * into s from public.purchase_sign_up where id = wanted and joined_in = any (viewer.moderates());
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id and p.state = 'open' and p.supplier is not null for no key update;
    if not found then return null; end if;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if not found or s.state not in ('suitable', 'offered', 'waiting') or s.household_id is null then return null; end if;
    select coalesce(max(q.version), 0) + 1 into v from public.purchase_offer q where q.sign_up_id = wanted;
    o := jsonb_populate_record(null::public.purchase_offer, given);
    insert into public.purchase_offer (sign_up_id, version, joined_in, household_id, price_cents, price_vat_cents, extras_cents, extras_vat_cents, extras_what, subsidy_cents, saving_from_cents, saving_to_cents,
        valid_until, note, offered_by)
      values (s.id, v, s.joined_in, s.household_id, o.price_cents, o.price_vat_cents, coalesce(o.extras_cents, 0), coalesce(o.extras_vat_cents, 0), o.extras_what, o.subsidy_cents, o.saving_from_cents, o.saving_to_cents,
        o.valid_until, o.note, viewer.resident_id());
    if s.state = 'suitable' then
      update public.purchase_sign_up set state = 'offered', mover = 'moderator', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id returning * into s;
    end if;
    perform viewer.tell_of_sign_up('purchase-offered', s, viewer.resident_id());
    if s.state = 'waiting' then perform viewer.fill_places(s.purchase_id); end if;
    return v;
  end $$;
alter function viewer.make_offer(uuid, jsonb) owner to app_definer;

-- 'ordered' with its confirmation in the outbox, or 'waiting' where no place is left. Else 'again', 'closed', 'no_offer', 'changed'
-- when there is a newer version, 'expired', 'minor', 'tenant', 'rules' when other ones hold, 'taken' when there is an order for this
-- home, 'no_decision' of an owners' association; null where there is no such sign-up of the caller. One at a time: the lock on the
-- purchase makes threshold and capacity exact.
create function viewer.order_purchase(wanted uuid, on_version smallint, of_age boolean, terms text, cooling_until date,
    decided date, votes integer, of_votes integer, document text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; p public.purchase; r public.purchase_rules; o public.purchase_offer; how_many integer := 1; room integer; last_day date;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id() and viewer.assisted_session() is null;
    if not found then return null; end if;
    select * into p from public.purchase where id = s.purchase_id for no key update;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if not found then return null; end if;
    if s.state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed', 'waiting') then return 'again'; end if;
    if s.state <> 'offered' then return 'no_offer'; end if;
    select * into r from public.purchase_rules q where q.purchase_id = p.id and q.version = p.rules_version;
    last_day := case when p.prolonged_at is null then r.deadline else r.prolong_until end;
    if p.state <> 'open' or viewer.today() > last_day then return 'closed'; end if;
    if s.rules_version <> p.rules_version then return 'rules'; end if;
    if s.party = 'tenant' then return 'tenant'; end if;
    if not of_age then return 'minor'; end if;
    select * into o from public.purchase_offer q where q.sign_up_id = wanted order by q.version desc limit 1;
    if o.version <> on_version then return 'changed'; end if;
    if o.valid_until < viewer.today() then return 'expired'; end if;
    if s.party = 'association' then
      if num_nulls(decided, votes, of_votes, document) > 0 or decided > viewer.today() then return 'no_decision'; end if;
      select greatest(b.dwelling_count, 1) into how_many from public.building b where b.id = s.building_id;
    end if;
    if exists (select from public.purchase_sign_up q where q.purchase_id = p.id and q.id <> s.id
      and q.state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed')
      and (q.dwelling_id = s.dwelling_id and q.party <> 'association' and s.party <> 'association' or q.building_id = s.building_id and 'association' in (q.party, s.party))) then return 'taken'; end if;
    room := r.capacity - p.places + viewer.places_of(s);
    if room < how_many then
      update public.purchase_sign_up set state = 'waiting', homes = how_many, waiting_since = clock_timestamp(), mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id;
      return 'waiting';
    end if;
    update public.purchase_sign_up set state = 'ordered', homes = how_many, adult = true, offer_version = on_version, terms_version = terms, ordered_at = now(),
        cooling_off_from = case when r.cooling_off_from = 'contract' then viewer.today() end, cooling_off_until = case when r.cooling_off_from = 'contract' then cooling_until end,
        decided_on = decided, votes_for = votes, votes_of = of_votes, decision_document = document,
        mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null
      where id = s.id returning * into s;
    insert into public.outbox (template, account_id, subject_id) values ('purchase-ordered', viewer.resident_id(), s.id);
    perform pg_notify('buurhof_outbox', '');
    perform viewer.tell_of_sign_up('purchase-ordered-at-home', s, viewer.resident_id());
    return 'ordered';
  end $$;
alter function viewer.order_purchase(uuid, smallint, boolean, text, date, date, integer, integer, text) owner to app_definer;

-- What somebody says of a delivery: their stars and words, which moderators of the purchase read.
create function viewer.review_purchase(wanted uuid, stars smallint, said text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare outcome text;
  begin
    outcome := viewer.step_sign_up(wanted, 'reviewed', null, null, null, null);
    if outcome = 'stepped' then update public.purchase_sign_up set satisfaction = stars, review = said where id = wanted; end if;
    return outcome;
  end $$;
alter function viewer.review_purchase(uuid, smallint, text) owner to app_definer;

-- Remembers which measure of the own household stands for what was delivered, once. False where there is nothing to remember.
create function viewer.link_delivered(wanted uuid, made uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.purchase_sign_up s set measure_id = made
      where s.id = wanted and s.household_id = viewer.household_id() and viewer.assisted_session() is null
        and s.measure_id is null and s.state in ('delivered', 'complaint', 'reviewed')
        and exists (select from public.measure m where m.id = made and m.household_id = viewer.household_id());
    return found;
  end $$;
alter function viewer.link_delivered(uuid, uuid) owner to app_definer;

-- Ends a purchase: 'reached', 'cancelled', 'supplier_failed' or 'finished', with what that means for who is in it. Under a lock that
-- the caller has; by nobody where a date came.
create function viewer.end_purchase(about uuid, how text, who uuid, because text, said text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; ending text[]; target text;
  begin
    ending := case how
      when 'reached' then array['interest', 'suitability', 'suitable', 'offered', 'waiting']
      when 'cancelled' then array['interest', 'suitability', 'suitable', 'offered', 'waiting', 'ordered', 'paused', 'confirmed']
      when 'supplier_failed' then array['suitable', 'offered', 'waiting', 'ordered', 'paused', 'confirmed', 'planned', 'complaint']
      else array[]::text[] end;
    target := case how when 'supplier_failed' then 'supplier_failed' else 'lapsed' end;
    update public.purchase set state = how, ended_at = now() where id = about;
    update public.purchase_rules set dropped_at = now() where purchase_id = about and version > 1 and adopted_at is null and dropped_at is null;
    insert into public.purchase_event (purchase_id, deed, actor_id, words) values (about, how, who, said);
    for s in update public.purchase_sign_up q set state = target, mover = case when who is null then 'time' else 'moderator' end, moved_by = who, moved_at = now(), reason = because, words = said
      where q.purchase_id = about and q.state = any (ending) returning q.* loop
      perform viewer.tell_of_sign_up('purchase-stepped', s, who);
    end loop;
    if how = 'supplier_failed' then
      for s in update public.purchase_sign_up q set state = 'lapsed', mover = 'moderator', moved_by = who, moved_at = now(), reason = 'closed', words = said
        where q.purchase_id = about and q.state in ('interest', 'suitability') returning q.* loop
        perform viewer.tell_of_sign_up('purchase-stepped', s, who);
      end loop;
    end if;
    perform viewer.tell_of_purchase('purchase-ended', about, null, who);
  end $$;
alter function viewer.end_purchase(uuid, text, uuid, text, text) owner to app_definer;

-- By a moderator: cancelled, the supplier failed, or all of it is done. False where it cannot end so.
create function viewer.stop_purchase(about uuid, how text, because text, said text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.purchase;
  begin
    if about <> all (viewer.purchases_managed()) or how not in ('cancelled', 'supplier_failed', 'finished') then return false; end if;
    select * into p from public.purchase where id = about for no key update;
    if (p.state, how) not in (('open', 'cancelled'), ('open', 'supplier_failed'), ('reached', 'supplier_failed'), ('reached', 'finished')) then return false; end if;
    if how = 'finished' and exists (select from public.purchase_sign_up q where q.purchase_id = about and q.state in ('ordered', 'paused', 'confirmed', 'planned', 'complaint')) then return false; end if;
    perform viewer.end_purchase(about, how, viewer.resident_id(), because, said);
    return true;
  end $$;
alter function viewer.stop_purchase(uuid, text, text, text) owner to app_definer;

-- What neighbours know of each other: how many are how far, and once it has ended why others dropped out; nothing under ten.
create function viewer.purchase_counts(about uuid) returns table (what text, name text, homes integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with seen as (select p.* from public.purchase p where p.id = about and p.id = any (viewer.purchases_seen())),
    counted as (
      select 'step' as what, k.name, (select coalesce(sum(s.homes), 0) from public.purchase_sign_up s where s.purchase_id = p.id and s.state = any (k.states))::integer as homes
        from seen p, (values
          ('interest', array['interest', 'suitability', 'suitable', 'offered', 'waiting', 'ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed']),
          ('suitable', array['suitable', 'offered', 'waiting', 'ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed']),
          ('offered', array['offered', 'waiting', 'ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed']),
          ('delivered', array['delivered', 'complaint', 'reviewed'])) k (name, states)
      union all
      select 'reason', coalesce(s.reason, s.state), sum(s.homes)::integer from seen p join public.purchase_sign_up s on s.purchase_id = p.id
        where p.ended_at is not null and s.state in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round')
        group by 2 having sum(s.homes) >= 10)
    select c.what, c.name, case when c.homes >= 10 then c.homes end from counted c
  $$;
alter function viewer.purchase_counts(uuid) owner to app_definer;

-- What the supplier gets: of who said yes to that, the fields that the rules name, and no other. Writes down the export, and a
-- receipt for each household. Where a home is, is looked up by its id.
create function viewer.export_purchase(about uuid, as_form text) returns table (reference text, state text, dwelling_id text, fields text[], name text, email text, phone text, answers jsonb, offer_version smallint)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.purchase; made uuid := gen_random_uuid(); keep date; wanted text[];
  begin
    select * into p from public.purchase q where q.id = about and q.id = any (viewer.purchases_moderated()) and q.state in ('open', 'reached') and q.supplier is not null for no key update;
    if not found then return; end if;
    select r.supplier_fields, r.keep_until into wanted, keep from public.purchase_rules r where r.purchase_id = about and r.version = p.rules_version;
    insert into public.purchase_export (id, purchase_id, form, supplier, fields, sign_ups, keep_until, made_by)
      select made, about, as_form, p.supplier, wanted, count(*), keep, viewer.resident_id() from public.purchase_sign_up s where viewer.goes_to_supplier(s, about);
    insert into public.purchase_receipt (export_id, sign_up_id, joined_in, household_id, supplier, fields, keep_until)
      select made, s.id, s.joined_in, s.household_id, p.supplier, wanted, keep from public.purchase_sign_up s where viewer.goes_to_supplier(s, about);
    return query
      select s.reference, s.state, case when wanted && array['address', 'dwelling'] then s.dwelling_id end, wanted,
          case when 'name' = any (wanted) then c.name end, case when 'email' = any (wanted) then c.email end, case when 'phone' = any (wanted) then c.phone end,
          case when 'answers' = any (wanted) then (select jsonb_object_agg(k.question, a.answer) from public.purchase_check_answer a join public.purchase_check k on k.id = a.check_id where a.sign_up_id = s.id) end,
          s.offer_version
        from public.purchase_sign_up s left join public.purchase_contact c on c.sign_up_id = s.id
        where viewer.goes_to_supplier(s, about) order by s.reference;
  end $$;
create function viewer.goes_to_supplier(s public.purchase_sign_up, about uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.purchase_id = about and s.household_id is not null and s.joined_in = any (viewer.moderates())
      and s.state in ('suitability', 'suitable', 'offered', 'waiting', 'ordered', 'confirmed', 'planned', 'delivered', 'complaint')
      and exists (select from public.consent c where c.subject_id = s.id and c.purpose = 'purchase_supplier' and c.withdrawn_at is null)
  $$;
alter function viewer.export_purchase(uuid, text) owner to app_definer;
alter function viewer.goes_to_supplier(public.purchase_sign_up, uuid) owner to app_definer;

-- Who leaves a home takes no part from there: what was no order yet ends, an order goes on with who stays.
create function viewer.leave_purchases() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; heir uuid;
  begin
    perform 1 from public.purchase p where p.id in (select q.purchase_id from public.purchase_sign_up q where q.household_id = new.household_id and q.resident_id = new.resident_id)
      order by p.id for no key update;
    select m.resident_id into heir from public.membership m where m.household_id = new.household_id and m.ended_at is null and m.resident_id <> new.resident_id order by m.resident_id limit 1;
    for s in select q.* from public.purchase_sign_up q where q.household_id = new.household_id and q.resident_id = new.resident_id loop
      if s.state in ('interest', 'suitability', 'suitable', 'waiting', 'offered') then
        update public.purchase_sign_up set state = case s.state when 'offered' then 'declined' else 'withdrawn' end, mover = 'resident', moved_by = new.resident_id, moved_at = now(), reason = 'moved', words = null where id = s.id;
        perform viewer.fill_places(s.purchase_id);
        perform viewer.settle_rules(s.purchase_id);
      elsif heir is not null then
        update public.purchase_sign_up set resident_id = heir where id = s.id;
      end if;
    end loop;
    return null;
  end $$;
alter function viewer.leave_purchases() owner to app_definer;
create trigger leave_purchases after update of ended_at on membership for each row when (old.ended_at is null and new.ended_at is not null) execute function viewer.leave_purchases();

revoke execute on function viewer.keep_rules(), viewer.keep_purchase_states(), viewer.order_counts(public.purchase_sign_up), viewer.places_of(public.purchase_sign_up), viewer.step_by_arrow(), viewer.count_sign_up(),
  viewer.tell_of_purchase(text, uuid, uuid, uuid), viewer.tell_of_sign_up(text, public.purchase_sign_up, uuid), viewer.open_purchase(uuid), viewer.choose_supplier(uuid, text, text), viewer.fill_places(uuid),
  viewer.settle_rules(uuid), viewer.propose_rules(uuid, jsonb, jsonb, text), viewer.drop_rules(uuid), viewer.answer_rules(uuid, smallint, boolean), viewer.sign_up(uuid, text, smallint),
  viewer.step_sign_up(uuid, text, text, text, date, date), viewer.answer_checks(uuid, jsonb), viewer.plan_check_visit(uuid, date), viewer.make_offer(uuid, jsonb),
  viewer.order_purchase(uuid, smallint, boolean, text, date, date, integer, integer, text), viewer.review_purchase(uuid, smallint, text), viewer.link_delivered(uuid, uuid), viewer.end_purchase(uuid, text, uuid, text, text),
  viewer.stop_purchase(uuid, text, text, text), viewer.purchase_counts(uuid), viewer.export_purchase(uuid, text), viewer.goes_to_supplier(public.purchase_sign_up, uuid), viewer.leave_purchases() from public;
grant execute on function viewer.order_counts(public.purchase_sign_up), viewer.places_of(public.purchase_sign_up) to app_definer;
grant execute on function viewer.open_purchase(uuid), viewer.choose_supplier(uuid, text, text), viewer.propose_rules(uuid, jsonb, jsonb, text), viewer.drop_rules(uuid), viewer.answer_rules(uuid, smallint, boolean),
  viewer.sign_up(uuid, text, smallint), viewer.step_sign_up(uuid, text, text, text, date, date), viewer.answer_checks(uuid, jsonb), viewer.plan_check_visit(uuid, date), viewer.make_offer(uuid, jsonb),
  viewer.order_purchase(uuid, smallint, boolean, text, date, date, integer, integer, text), viewer.review_purchase(uuid, smallint, text), viewer.link_delivered(uuid, uuid), viewer.stop_purchase(uuid, text, text, text),
  viewer.purchase_counts(uuid), viewer.export_purchase(uuid, text) to app_viewer;
-- What dates do.
grant execute on function viewer.end_purchase(uuid, text, uuid, text, text), viewer.fill_places(uuid), viewer.settle_rules(uuid), viewer.tell_of_sign_up(text, public.purchase_sign_up, uuid),
  viewer.tell_of_purchase(text, uuid, uuid, uuid) to app_worker;
revoke create on schema viewer from app_definer;

-- People choose how they are told of it.
alter table notice_choice add column purchases text not null default 'weekly' check (purchases in ('at_once', 'daily', 'weekly', 'nothing'));
grant update (purchases) on notice_choice to app_viewer;
alter table unsubscription drop constraint unsubscription_scope_check;
alter table unsubscription add constraint unsubscription_scope_check check (scope in ('all', 'digest', 'direct', 'questions', 'visits', 'wishes', 'homes', 'purchases', 'neighbourhood'));

select pgboss.create_queue('end-purchases', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
