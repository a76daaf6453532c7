-- Passkeys: a device proves who somebody is with a key of its own; here is only its public half. Nothing in the answers
-- of the application tells whether a credential is known: the unique column is seen by app_auth alone.
create table auth.passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on auth.passkey (account_id);

-- What a browser was asked to sign. A row goes when it is answered, rightly or wrongly, so that it counts once.
create table auth.passkey_challenge (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('add', 'log_in', 'second_step')),
  challenge text not null,
  browser_hash text not null,
  account_id uuid references auth.account (id) on delete cascade check ((account_id is null) = (purpose = 'log_in')),
  expires_at timestamptz not null
);
create index passkey_challenge_browser on auth.passkey_challenge (browser_hash);
create index passkey_challenge_account on auth.passkey_challenge (account_id);

-- Whether a session began with a passkey.
alter table auth.session add column passkey boolean not null default false;

alter table auth.passkey enable row level security;           alter table auth.passkey force row level security;
alter table auth.passkey_challenge enable row level security; alter table auth.passkey_challenge force row level security;

grant select, insert, update, delete on auth.passkey, auth.passkey_challenge to app_auth;
create policy auth on auth.passkey to app_auth using (true) with check (true);
create policy auth on auth.passkey_challenge to app_auth using (true) with check (true);
