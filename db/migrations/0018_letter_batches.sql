-- Letters of invitation, made in batches as one file to print, and addresses that want no letters. Who gets a letter hangs on
-- the register, on earlier letters and on refusals, never on who joined: else the list of letters would tell who did.

-- Every printing: who asked for what, how far it is, who fetched the file and when that was wiped. Never the letters.
create table letter_batch (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  choice text not null check (choice in ('neighbourhood', 'street', 'not_invited', 'requested')),
  street_id text references street (id),
  -- Of 'requested': which letters.
  letter_ids uuid[] not null default '{}' check (cardinality(letter_ids) <= 500),
  second_locale text check (second_locale in ('en')),
  -- The batch of which this is another printing.
  replaces uuid,
  made_by uuid not null,
  created_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'fetched', 'gone', 'failed')),
  -- One process works at a batch at a time: it writes only while the number of its attempt is still that of the row.
  attempt smallint not null default 0,
  worked_at timestamptz,
  total integer,
  made integer not null default 0,
  ready_at timestamptz,
  fetched_at timestamptz,
  fetched_by uuid,
  gone_at timestamptz,
  failure text check (failure in ('nobody', 'given_up', 'replaced')),
  check ((choice = 'street') = (street_id is not null)),
  check ((choice = 'requested') = (cardinality(letter_ids) > 0)),
  check ((state = 'failed') = (failure is not null)),
  unique (id, neighbourhood_code)
);
create index letter_batch_neighbourhood on letter_batch (neighbourhood_code, created_at);
create index letter_batch_to_make on letter_batch (created_at) where state in ('waiting', 'making');

-- The file of a batch in sealed pieces, under a key that is not in the database; wiped after it was fetched, or after a day.
create table letter_file (
  batch_id uuid not null,
  neighbourhood_code text not null,
  part integer not null,
  bytes bytea not null,
  primary key (batch_id, part),
  foreign key (batch_id, neighbourhood_code) references letter_batch (id, neighbourhood_code) on update cascade on delete cascade
);

-- An address that gets no letters, asked for or not.
create table letter_refusal (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  dwelling_id text not null,
  way text not null check (way in ('code', 'phone')),
  entered_by uuid check ((entered_by is null) = (way = 'code')),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  check ((ended_at is null) = (ended_by is null)),
  foreign key (dwelling_id, neighbourhood_code) references dwelling (id, neighbourhood_code) on update cascade
);
create index letter_refusal_neighbourhood on letter_refusal (neighbourhood_code, created_at);
create unique index letter_refusal_once on letter_refusal (dwelling_id) where ended_at is null;

-- How many codes of invitations made a household, per neighbourhood, so that no row has to tell which. Shown in tens.
create table auth.letter_reach (
  neighbourhood_code text primary key references neighbourhood (code) on update cascade,
  used integer not null default 0
);

-- An invitation has no sign-up. Its row stays, because it says that an address was invited; its code goes.
alter table letter alter column signup_id drop not null;
alter table letter add column batch_id uuid,
  add foreign key (batch_id, neighbourhood_code) references letter_batch (id, neighbourhood_code)
    on update cascade on delete set null (batch_id) deferrable initially deferred;
create index letter_batch_letters on letter (batch_id);
create unique index letter_batch_once on letter (batch_id, dwelling_id) where signup_id is null;
alter table auth.letter_code alter column signup_id drop not null;
-- Wrong codes that a sign-up typed since its last letter.
alter table auth.signup add column code_tries smallint not null default 0;

alter table letter_batch enable row level security;      alter table letter_batch force row level security;
alter table letter_file enable row level security;       alter table letter_file force row level security;
alter table letter_refusal enable row level security;    alter table letter_refusal force row level security;
alter table auth.letter_reach enable row level security; alter table auth.letter_reach force row level security;

grant select, insert, update, delete on letter_batch, letter_file, letter_refusal to app_worker;
create policy worker on letter_batch to app_worker using (true) with check (true);
create policy worker on letter_file to app_worker using (true) with check (true);
create policy worker on letter_refusal to app_worker using (true) with check (true);

-- The job makes codes, hence as app_auth; it writes files and cannot read them.
grant select, update (state, attempt, worked_at, total, made, ready_at, gone_at, failure) on letter_batch to app_auth;
create policy job on letter_batch for select to app_auth using (true);
create policy job_works on letter_batch for update to app_auth using (true) with check (true);
grant insert, select (batch_id, part), delete on letter_file to app_auth;
create policy job on letter_file to app_auth using (true) with check (true);
grant select, insert on letter_refusal to app_auth;
create policy auth on letter_refusal for select to app_auth using (true);
create policy auth_adds on letter_refusal for insert to app_auth with check (way = 'code' and ended_at is null);
grant select, insert, update on auth.letter_reach to app_auth;
create policy auth on auth.letter_reach to app_auth using (true) with check (true);

-- Moderators order batches for their own neighbourhoods, and see what became of them.
grant select, insert on letter_batch to app_viewer;
create policy moderators on letter_batch for select to app_viewer using (neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy maker on letter_batch for select to app_viewer using (made_by = (select viewer.resident_id()));
create policy moderators_order on letter_batch for insert to app_viewer
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and made_by = (select viewer.resident_id()) and state = 'waiting' and attempt = 0
    and made = 0 and total is null and worked_at is null and ready_at is null and fetched_at is null and fetched_by is null and gone_at is null);
grant select, insert, update (ended_at, ended_by) on letter_refusal to app_viewer;
create policy moderators on letter_refusal for select to app_viewer using (neighbourhood_code = any ((select viewer.moderates())::text[]));
create policy moderators_add on letter_refusal for insert to app_viewer
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and way = 'phone' and entered_by = (select viewer.resident_id()) and ended_at is null);
create policy moderators_end on letter_refusal for update to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) and ended_at is null)
  with check (neighbourhood_code = any ((select viewer.moderates())::text[]) and ended_by = (select viewer.resident_id()));

-- Fetching a file, by the two functions below only.
grant select, update (state, fetched_at, fetched_by) on letter_batch to app_definer;
create policy fetching on letter_batch to app_definer using (true) with check (true);
grant select on letter_file to app_definer;
create policy fetching on letter_file for select to app_definer using (true);
grant select (id, batch_id, dwelling_id, signup_id, printed_at, print_count, ended_at), update (printed_at, printed_by, print_count, ended_at) on letter to app_definer;
create policy fetching on letter to app_definer using (true) with check (true);

grant create on schema viewer to app_definer;

-- Begins to fetch a file; how many pieces it has, or null where there is nothing for this moderator. The first time its letters
-- count as printed, and the codes of earlier invitations of those addresses end. A download that broke may be done again
-- within ten minutes, by the same moderator.
create function viewer.fetch_letters(wanted uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare b public.letter_batch;
  begin
    select * into b from public.letter_batch where id = wanted and neighbourhood_code = any (viewer.moderates()) for update;
    if not found or b.gone_at is not null then return null; end if;
    if b.state = 'ready' and b.ready_at > now() - interval '24 hours' then
      update public.letter_batch set state = 'fetched', fetched_at = now(), fetched_by = viewer.resident_id() where id = b.id;
      update public.letter set printed_at = now(), printed_by = viewer.resident_id(), print_count = print_count + 1 where batch_id = b.id and ended_at is null;
      update public.letter earlier set ended_at = now() where earlier.signup_id is null and earlier.printed_at is not null and earlier.ended_at is null
        and earlier.batch_id is distinct from b.id
        and earlier.dwelling_id in (select l.dwelling_id from public.letter l where l.batch_id = b.id and l.signup_id is null);
    elsif not (b.state = 'fetched' and b.fetched_by = viewer.resident_id() and b.fetched_at > now() - interval '10 minutes') then
      return null;
    end if;
    return (select count(*) from public.letter_file f where f.batch_id = b.id);
  end $$;
alter function viewer.fetch_letters(uuid) owner to app_definer;

-- One sealed piece of a file that was begun with viewer.fetch_letters.
create function viewer.letter_file_part(wanted uuid, number integer) returns bytea
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select f.bytes from public.letter_batch b join public.letter_file f on f.batch_id = b.id and f.part = number
      where b.id = wanted and b.neighbourhood_code = any (viewer.moderates()) and b.state = 'fetched' and b.fetched_by = viewer.resident_id()
        and b.fetched_at > now() - interval '10 minutes'
  $$;
alter function viewer.letter_file_part(uuid, integer) owner to app_definer;

revoke execute on function viewer.fetch_letters(uuid), viewer.letter_file_part(uuid, integer) from public;
grant execute on function viewer.fetch_letters(uuid), viewer.letter_file_part(uuid, integer) to app_viewer;
revoke create on schema viewer from app_definer;

-- Works whenever a batch is ordered, and each minute: what was cut off is taken up again, and files that had their time are wiped.
select pgboss.create_queue('make-letters', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
