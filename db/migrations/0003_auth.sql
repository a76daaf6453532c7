-- Accounts, sessions and proofs: only app_auth comes here. A unique violation on an e-mail address would tell a resident
-- who has an account, so residents' own tables know no e-mail address at all.
create table auth.account (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  created_at timestamptz not null default now(),
  last_active_on date not null default current_date
);

-- Sessions by SHA-256 of their id; the id itself is only in the cookie.
create table auth.session (
  id_hash text primary key,
  account_id uuid not null references auth.account (id) on delete cascade,
  public_id uuid not null default gen_random_uuid() unique,
  device text not null default '',
  staff boolean not null default false,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  second_factor_at timestamptz
);
create index session_account on auth.session (account_id);

-- One household's way in: an address and an e-mail address, waiting for proof.
create table auth.signup (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  dwelling_id text not null references dwelling (id),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  way text check (way in ('letter', 'join')),
  account_id uuid references auth.account (id) on delete cascade,
  requester_name text,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  ended_at timestamptz
);
create index signup_dwelling on auth.signup (dwelling_id);
create index signup_account on auth.signup (account_id);

-- A request for a link or code by mail. Secrets are made when the mail is delivered; here are only their hashes.
create table auth.mail_proof (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('log_in', 'sign_up', 'change_email', 'confirm_waiting')),
  email text not null check (email = lower(email)),
  account_id uuid references auth.account (id) on delete cascade,
  signup_id uuid references auth.signup (id) on delete cascade,
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  browser_hash text not null,
  token_hash text unique,
  code_hash text,
  tries smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_proof_email on auth.mail_proof (email, created_at);
create index mail_proof_browser on auth.mail_proof (browser_hash);

create table auth.letter_code (
  letter_id uuid primary key,
  signup_id uuid not null references auth.signup (id) on delete cascade,
  code_hmac text not null,
  tries smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table auth.household_invitation (
  id uuid primary key default gen_random_uuid(),
  household_id uuid not null,
  invited_by uuid not null references auth.account (id) on delete cascade,
  email text not null check (email = lower(email)),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  token_hash text unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);

create table auth.email_change (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  old_email text not null check (old_email = lower(old_email)),
  new_email text not null check (new_email = lower(new_email)),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  effective_at timestamptz,
  applied_at timestamptz,
  cancelled_at timestamptz
);
create index email_change_account on auth.email_change (account_id);

create table auth.totp (
  account_id uuid primary key references auth.account (id) on delete cascade,
  secret_encrypted text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table auth.recovery_code (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz
);
create index recovery_code_account on auth.recovery_code (account_id);

-- Interest in a neighbourhood that is not served yet.
create table auth.waiting (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  locale text not null default 'nl',
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  told_at timestamptz,
  unique (email, neighbourhood_code)
);

-- Counters of rate-limiter-flexible; keys are HMACs, never an address.
create table auth.rate_limit (
  key text primary key,
  points integer not null default 0,
  expire timestamptz
);

alter table auth.account enable row level security;              alter table auth.account force row level security;
alter table auth.session enable row level security;              alter table auth.session force row level security;
alter table auth.signup enable row level security;               alter table auth.signup force row level security;
alter table auth.mail_proof enable row level security;           alter table auth.mail_proof force row level security;
alter table auth.letter_code enable row level security;          alter table auth.letter_code force row level security;
alter table auth.household_invitation enable row level security; alter table auth.household_invitation force row level security;
alter table auth.email_change enable row level security;         alter table auth.email_change force row level security;
alter table auth.totp enable row level security;                 alter table auth.totp force row level security;
alter table auth.recovery_code enable row level security;        alter table auth.recovery_code force row level security;
alter table auth.waiting enable row level security;              alter table auth.waiting force row level security;
alter table auth.rate_limit enable row level security;           alter table auth.rate_limit force row level security;

grant select, insert, update, delete on all tables in schema auth to app_auth;
create policy auth on auth.account to app_auth using (true) with check (true);
create policy auth on auth.session to app_auth using (true) with check (true);
create policy auth on auth.signup to app_auth using (true) with check (true);
create policy auth on auth.mail_proof to app_auth using (true) with check (true);
create policy auth on auth.letter_code to app_auth using (true) with check (true);
create policy auth on auth.household_invitation to app_auth using (true) with check (true);
create policy auth on auth.email_change to app_auth using (true) with check (true);
create policy auth on auth.totp to app_auth using (true) with check (true);
create policy auth on auth.recovery_code to app_auth using (true) with check (true);
create policy auth on auth.waiting to app_auth using (true) with check (true);
create policy auth on auth.rate_limit to app_auth using (true) with check (true);
