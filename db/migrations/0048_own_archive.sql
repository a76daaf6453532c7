-- Everything of somebody in one file, made when they ask for it, kept sealed for a week, and opened by nobody else.

create table own_archive (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  created_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'gone', 'failed')),
  -- One process works at an archive at a time: it writes only while the number of its attempt is still that of the row.
  attempt smallint not null default 0,
  worked_at timestamptz,
  ready_at timestamptz,
  expires_at timestamptz,
  size bigint,
  check (state not in ('ready', 'gone') or (ready_at is not null and expires_at is not null and size is not null))
);
create index own_archive_account on own_archive (account_id, created_at);
-- Who asks again while one is being made gets that one.
create unique index own_archive_under_way on own_archive (account_id) where state in ('waiting', 'making');
create index own_archive_to_make on own_archive (created_at) where state in ('waiting', 'making');

-- The file in sealed pieces, under a key that is not in the database.
create table own_archive_piece (
  archive_id uuid not null references own_archive (id) on delete cascade,
  part integer not null,
  bytes bytea not null,
  primary key (archive_id, part)
);

alter table own_archive enable row level security;       alter table own_archive force row level security;
alter table own_archive_piece enable row level security; alter table own_archive_piece force row level security;

-- The job writes pieces and cannot read them: it sees which there are.
grant select, insert, update, delete on own_archive to app_worker;
create policy worker on own_archive to app_worker using (true) with check (true);
grant select (archive_id, part), insert, delete on own_archive_piece to app_worker;
create policy worker on own_archive_piece to app_worker using (true) with check (true);

-- Of one person: not a housemate's, and not of who works on their behalf.
grant select, insert on own_archive to app_viewer;
create policy own on own_archive for select to app_viewer using (account_id = (select viewer.resident_id()) and (select viewer.assisted_session()) is null);
create policy own_asks on own_archive for insert to app_viewer with check (account_id = (select viewer.resident_id()) and (select viewer.assisted_session()) is null
  and state = 'waiting' and attempt = 0 and created_at = now() and worked_at is null and ready_at is null and expires_at is null and size is null);
grant select on own_archive_piece to app_viewer;
create policy own on own_archive_piece for select to app_viewer using (exists (select from own_archive a
  where a.id = archive_id and a.account_id = (select viewer.resident_id()) and a.state = 'ready' and a.expires_at > now()) and (select viewer.assisted_session()) is null);

-- Works whenever an archive is asked for, and each minute: what was cut off is begun anew, and what had its time is deleted.
select pgboss.create_queue('make-archives', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 1800}');
