-- What must never come back after a restore: erasures, withdrawals, narrowed audiences, hidings and ended memberships, by random
-- ids only. Each row is also a line in a file outside the database (db/journal.server.ts); a database that lacks a line
-- of that file was restored from an older backup and is refused until the line has been replayed.
create table journal_entry (
  id uuid primary key,
  kind text not null check (kind in ('erasure', 'withdrawal', 'narrowing', 'hiding', 'membership_end')),
  subject_id uuid not null,
  at timestamptz not null default now(),
  appended_at timestamptz
);
create index journal_entry_to_append on journal_entry (at) where appended_at is null;

alter table journal_entry enable row level security;
alter table journal_entry force row level security;

grant select, insert, update (appended_at) on journal_entry to app_worker;
create policy worker on journal_entry to app_worker using (true) with check (true);

grant insert on journal_entry to app_auth;
create policy auth on journal_entry for insert to app_auth with check (appended_at is null);

-- A resident's row is about something of the own household, a moderator's about something hidden here; else a false
-- entry would take away somebody else's things at the next restore.
grant insert on journal_entry to app_viewer;
create policy own_household on journal_entry for insert to app_viewer
  with check (appended_at is null and case kind
    when 'withdrawal' then
      exists (select from measure m where m.id = journal_entry.subject_id and m.household_id = (select viewer.household_id()))
      or exists (select from wish w where w.id = journal_entry.subject_id and w.household_id = (select viewer.household_id()))
      or exists (select from consent c where c.id = journal_entry.subject_id and c.household_id = (select viewer.household_id()))
    when 'narrowing' then
      exists (select from measure m where m.id = journal_entry.subject_id and m.household_id = (select viewer.household_id()))
      or exists (select from wish w where w.id = journal_entry.subject_id and w.household_id = (select viewer.household_id()))
    when 'erasure' then
      subject_id = (select viewer.resident_id())
      or exists (select from photo p where p.id = journal_entry.subject_id and p.household_id = (select viewer.household_id()))
    when 'hiding' then
      exists (select from hiding h where h.subject_id = journal_entry.subject_id and h.neighbourhood_code = any ((select viewer.moderates())::text[]))
    when 'membership_end' then
      exists (select from membership m where m.id = journal_entry.subject_id and m.resident_id = (select viewer.resident_id()))
    else false end);
