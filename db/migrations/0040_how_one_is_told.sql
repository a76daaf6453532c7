-- How somebody wants to be told by mail, per subject; without a row the defaults of the columns. It is a person's and outlives a
-- home: who moves and comes back is not mailed anew.
create table notice_choice (
  account_id uuid primary key references auth.account (id) on delete cascade,
  direct text not null default 'at_once' check (direct in ('at_once', 'daily', 'weekly', 'nothing')),
  questions text not null default 'weekly' check (questions in ('at_once', 'daily', 'weekly', 'nothing')),
  visits text not null default 'weekly' check (visits in ('at_once', 'daily', 'weekly', 'nothing')),
  wishes text not null default 'weekly' check (wishes in ('at_once', 'daily', 'weekly', 'nothing')),
  homes text not null default 'weekly' check (homes in ('at_once', 'daily', 'weekly', 'nothing')),
  neighbourhood text not null default 'weekly' check (neighbourhood in ('at_once', 'daily', 'weekly', 'nothing')),
  -- Nothing between 22:00 and 07:00 in Dutch time.
  quiet_nights boolean not null default true,
  changed_at timestamptz not null default now()
);
alter table notice_choice enable row level security; alter table notice_choice force row level security;
grant select, insert, update, delete on notice_choice to app_worker;
create policy worker on notice_choice to app_worker using (true) with check (true);
grant select, insert, update (direct, questions, visits, wishes, homes, neighbourhood, quiet_nights, changed_at) on notice_choice to app_viewer;
create policy own on notice_choice for select to app_viewer using (account_id = (select viewer.resident_id()) and (select viewer.assisted_session()) is null);
create policy own_choice on notice_choice for insert to app_viewer with check (account_id = (select viewer.resident_id()) and (select viewer.assisted_session()) is null);
create policy own_change on notice_choice for update to app_viewer using (account_id = (select viewer.resident_id())) with check (account_id = (select viewer.resident_id()));

-- Mail that was turned off through the link in it, without logging in: whose it is reads when, and of what.
create table unsubscription (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account (id) on delete cascade,
  scope text not null check (scope in ('all', 'digest', 'direct', 'questions', 'visits', 'wishes', 'homes', 'neighbourhood')),
  -- By the mail program itself, or on the page behind the link.
  way text not null check (way in ('mail_program', 'page')),
  created_at timestamptz not null default now()
);
create index unsubscription_account on unsubscription (account_id, created_at);
alter table unsubscription enable row level security; alter table unsubscription force row level security;
grant select, insert, update, delete on unsubscription to app_worker;
create policy worker on unsubscription to app_worker using (true) with check (true);
grant select on unsubscription to app_viewer;
create policy own on unsubscription for select to app_viewer using (account_id = (select viewer.resident_id()) and (select viewer.assisted_session()) is null);

-- A restored backup mails nobody who turned mail off: a withdrawal of which the subject is the account, and the narrower side is taken.
create policy own_mail on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'withdrawal' and subject_id = (select viewer.resident_id()));

-- What waits, by whose it is and when: a digest is written once per slot, and a batch is taken without sorting all that waits.
create index outbox_of_account on outbox (account_id, created_at) where template = 'notices-digest';
create index notice_to_mail on notice (resident_id, created_at) where mailed_at is null and read_at is null;

select pgboss.create_queue('write-digests', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 1800}');
