-- Households and the people in them. A building is not a dwelling, a dwelling is not a household, a household is not a person.
create table household (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  dwelling_id text not null,
  street_id text not null references street (id),
  building_id text references building (id),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, neighbourhood_code),
  -- What a household shares refers to this: its place can never be another than that of its household.
  unique (id, neighbourhood_code, dwelling_id, street_id),
  foreign key (dwelling_id, neighbourhood_code) references dwelling (id, neighbourhood_code) on update cascade
);
create index household_neighbourhood on household (neighbourhood_code);
create index household_dwelling on household (dwelling_id);

-- A resident is an account that lives somewhere; the id is the account's. What neighbours see as a name is copied onto
-- what is shared, so that nobody needs to read this table to show it.
create table resident (
  id uuid primary key references auth.account (id) on delete cascade,
  neighbourhood_code text not null,
  household_id uuid not null,
  display_name text check (display_name is null or char_length(display_name) between 1 and 40),
  involvement text check (involvement in ('join_in', 'think_along', 'informed', 'not_now')),
  welcomed_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index resident_household on resident (household_id);
create index resident_neighbourhood on resident (neighbourhood_code);

create table membership (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null references auth.account (id) on delete cascade,
  role text not null default 'adult' check (role in ('adult')),
  evidence text not null check (evidence in ('letter', 'invitation', 'request', 'door', 'sample')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_reason text,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index membership_household on membership (household_id);
create unique index membership_one_home on membership (resident_id) where ended_at is null;

-- Somebody at the same address asks to join; an adult of the household says yes or no.
create table join_request (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  signup_id uuid not null,
  requester_name text not null,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  accepted boolean,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index join_request_household on join_request (household_id);

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  role text not null check (role in ('moderator', 'official')),
  neighbourhood_code text references neighbourhood (code) on update cascade,
  municipality_code text references municipality (code) on update cascade,
  granted_by uuid,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((role = 'moderator') = (neighbourhood_code is not null)),
  check ((role = 'official') = (municipality_code is not null))
);
create index role_grant_account on role_grant (account_id);
create unique index role_grant_once on role_grant (account_id, role, coalesce(neighbourhood_code, municipality_code)) where ended_at is null;

-- The consent ledger: appended to, and a withdrawal is the only thing that may be written into a row.
create table consent (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null,
  purpose text not null check (purpose in ('share_measure', 'share_wish', 'join_wish', 'published_figures', 'display_name')),
  field_group text not null,
  subject_id uuid,
  audience text check (audience in ('household', 'building', 'street', 'neighbourhood')),
  text_version text not null,
  text_shown text not null,
  locale text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index consent_household on consent (household_id);
create index consent_subject on consent (subject_id);
create index consent_neighbourhood on consent (neighbourhood_code);

-- Every look outside an item's own audience, for the one it concerns to read.
create table disclosure (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  actor_id uuid not null,
  actor_role text not null check (actor_role in ('moderator')),
  what text not null check (what in ('measure', 'wish')),
  subject_id uuid not null,
  reason text not null,
  at timestamptz not null default now(),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade
);
create index disclosure_household on disclosure (household_id);

alter table household enable row level security;    alter table household force row level security;
alter table resident enable row level security;     alter table resident force row level security;
alter table membership enable row level security;   alter table membership force row level security;
alter table join_request enable row level security; alter table join_request force row level security;
alter table role_grant enable row level security;   alter table role_grant force row level security;
alter table consent enable row level security;      alter table consent force row level security;
alter table disclosure enable row level security;   alter table disclosure force row level security;

grant select, insert, update, delete on household, resident, membership, join_request, role_grant to app_worker;
-- The ledger and the log of looks are appended to; a withdrawal, and erasing at the end, are all that may follow.
grant select, insert, delete, update (withdrawn_at, withdrawn_by) on consent to app_worker;
grant select, insert, delete on disclosure to app_worker;
create policy worker on household to app_worker using (true) with check (true);
create policy worker on resident to app_worker using (true) with check (true);
create policy worker on membership to app_worker using (true) with check (true);
create policy worker on join_request to app_worker using (true) with check (true);
create policy worker on role_grant to app_worker using (true) with check (true);
create policy worker on consent to app_worker using (true) with check (true);
create policy worker on disclosure to app_worker using (true) with check (true);

-- Log-in and sign-up: who lives where, and which rights an account has.
grant select, insert, update on household, resident, membership, join_request to app_auth;
grant select on role_grant to app_auth;
create policy auth on household to app_auth using (true) with check (true);
create policy auth on resident to app_auth using (true) with check (true);
create policy auth on membership to app_auth using (true) with check (true);
create policy auth on join_request to app_auth using (true) with check (true);
create policy auth on role_grant for select to app_auth using (true);

-- Residents see their own household and nobody else's.
grant select on household, membership, join_request, disclosure, consent, role_grant to app_viewer;
grant select, update (display_name, involvement, welcomed_at) on resident to app_viewer;
grant update (decided_at, decided_by, accepted) on join_request to app_viewer;
grant insert on consent to app_viewer;
grant update (withdrawn_at, withdrawn_by) on consent to app_viewer;
create policy own_household on household for select to app_viewer using (id = (select viewer.household_id()));
create policy own_household on resident for select to app_viewer using (household_id = (select viewer.household_id()));
create policy self on resident for update to app_viewer
  using (id = (select viewer.resident_id()) and household_id = (select viewer.household_id()))
  with check (id = (select viewer.resident_id()) and household_id = (select viewer.household_id()));
create policy own_household on membership for select to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household on join_request for select to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household_decides on join_request for update to app_viewer
  using (household_id = (select viewer.household_id()) and decided_at is null)
  with check (household_id = (select viewer.household_id()) and decided_by = (select viewer.resident_id())
    and decided_at is not null and accepted is not null);
create policy self on role_grant for select to app_viewer using (account_id = (select viewer.resident_id()));
create policy own_household on consent for select to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household_gives on consent for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and withdrawn_at is null
    and given_at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy own_household_withdraws on consent for update to app_viewer
  using (household_id = (select viewer.household_id()) and withdrawn_at is null)
  with check (household_id = (select viewer.household_id()) and withdrawn_by = (select viewer.resident_id())
    and withdrawn_at between now() - interval '5 minutes' and now() + interval '5 minutes');
create policy own_household on disclosure for select to app_viewer using (household_id = (select viewer.household_id()));
