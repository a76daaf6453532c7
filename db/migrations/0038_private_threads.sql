-- Private threads: a resident asks one neighbour who allows it, and the two write to each other. A thread belongs to two people, not
-- to their households: a housemate reads nothing of it. A message is a shared thing of its own kind ('follows'), so that reports,
-- hidings, objections, blocks, the journal and the end of a household reach it by themselves. A moderator reads a message only when it
-- is reported, with what stands around it, and both who wrote that read the look.
--
-- A new code of a neighbourhood reaches these rows along two households, one after the other, hence deferrable. Who was erased is
-- null in both tables; what they wrote is gone, and that they wrote stays.
create table private_thread (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  -- What allowed the question: a shared measure, a badge, or being a contact person. The thread outlives it.
  about_kind text not null check (about_kind in ('measure', 'koploper', 'contact_person')),
  about_id uuid not null,
  measure_kind text,
  asker_id uuid,
  asker_household_id uuid,
  asker_name text,
  asker_street_id text not null references street (id),
  asked_id uuid,
  asked_household_id uuid,
  asked_name text,
  asked_street_id text not null references street (id),
  created_at timestamptz not null default now(),
  last_message_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  unique (id, neighbourhood_code),
  unique (asker_id, about_kind, about_id, asked_id),
  check (asker_id <> asked_id and asker_household_id <> asked_household_id),
  check (ended_by is null or ended_at is not null),
  foreign key (asker_household_id, neighbourhood_code) references household (id, neighbourhood_code)
    on update cascade on delete set null (asker_household_id) deferrable initially deferred,
  foreign key (asked_household_id, neighbourhood_code) references household (id, neighbourhood_code)
    on update cascade on delete set null (asked_household_id) deferrable initially deferred
);
create index private_thread_asker on private_thread (asker_id, last_message_at desc);
create index private_thread_asked on private_thread (asked_id, last_message_at desc);
create index private_thread_asker_household on private_thread (asker_household_id);
create index private_thread_asked_household on private_thread (asked_household_id);
create index private_thread_neighbourhood on private_thread (neighbourhood_code);
create index private_thread_age on private_thread (last_message_at);

create table private_message (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  thread_id uuid not null,
  household_id uuid,
  street_id text not null references street (id),
  resident_id uuid,
  shown_name text,
  to_household_id uuid,
  to_resident_id uuid,
  -- Null once it was taken back or its writer erased.
  body text check (char_length(body) between 1 and 2000),
  audience text not null default 'thread' check (audience = 'thread'),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  check (body is not null or withdrawn_at is not null),
  foreign key (thread_id, neighbourhood_code) references private_thread (id, neighbourhood_code)
    on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code)
    on update cascade on delete set null (household_id) deferrable initially deferred,
  foreign key (to_household_id, neighbourhood_code) references household (id, neighbourhood_code)
    on update cascade on delete set null (to_household_id) deferrable initially deferred
);
create index private_message_thread on private_message (thread_id, created_at);
create index private_message_household on private_message (household_id);
create index private_message_to_household on private_message (to_household_id);
create index private_message_writer on private_message (resident_id);
create index private_message_neighbourhood on private_message (neighbourhood_code);

insert into shared_kind (kind, shape) values ('private_message', 'follows');

alter table private_thread enable row level security; alter table private_thread force row level security;
alter table private_message enable row level security; alter table private_message force row level security;
grant select, insert, update, delete on private_thread, private_message to app_worker;
create policy worker on private_thread to app_worker using (true) with check (true);
create policy worker on private_message to app_worker using (true) with check (true);
grant select, update (asker_name, asked_name, last_message_at), delete on private_thread to app_definer;
grant select, update (resident_id, shown_name, audience, narrowed_at, shared_at, withdrawn_at, hidden_at, body) on private_message to app_definer;
create policy moderation on private_thread to app_definer using (true) with check (true);
create policy moderation on private_message to app_definer using (true) with check (true);

-- The two whose thread it is, while both live where they did; a block between them holds both ways, at once.
grant select, insert on private_thread to app_viewer;
grant update (ended_at, ended_by) on private_thread to app_viewer;
create policy the_two on private_thread for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    asker_id = (select viewer.resident_id()) and asker_household_id = (select viewer.household_id())
      and coalesce(asked_household_id <> all ((select viewer.blocked_households())::uuid[]), true)
      and coalesce(asked_id <> all ((select viewer.blocked_by())::uuid[]), true)
    or asked_id = (select viewer.resident_id()) and asked_household_id = (select viewer.household_id())
      and coalesce(asker_household_id <> all ((select viewer.blocked_households())::uuid[]), true)
      and coalesce(asker_id <> all ((select viewer.blocked_by())::uuid[]), true)));
create policy not_on_paper on private_thread as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy the_two_end_it on private_thread for update to app_viewer
  using (ended_at is null and (asker_id = (select viewer.resident_id()) or asked_id = (select viewer.resident_id())))
  with check (ended_at is not null and ended_by = (select viewer.resident_id()));

grant select, insert on private_message to app_viewer;
grant update (withdrawn_at, withdrawn_by, updated_at) on private_message to app_viewer;
-- What a moderator hid is left to who wrote it.
create policy the_two on private_message for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    resident_id = (select viewer.resident_id()) and household_id = (select viewer.household_id())
      and coalesce(to_household_id <> all ((select viewer.blocked_households())::uuid[]), true)
      and coalesce(to_resident_id <> all ((select viewer.blocked_by())::uuid[]), true)
    or to_resident_id = (select viewer.resident_id()) and to_household_id = (select viewer.household_id()) and hidden_at is null
      and coalesce(household_id <> all ((select viewer.blocked_households())::uuid[]), true)
      and coalesce(resident_id <> all ((select viewer.blocked_by())::uuid[]), true)));
create policy not_on_paper on private_message as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);

grant create on schema viewer to app_definer;

-- Whether somebody has a log-in in a household now: who left, or is on paper, can answer nothing.
create function viewer.can_answer(person uuid, home uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from public.membership m where m.resident_id = person and m.household_id = home and m.ended_at is null) $$;
alter function viewer.can_answer(uuid, uuid) owner to app_definer;

-- Who may be asked about something, with the eyes of who asks: nobody where it isn't shared with them, or no questions are wanted.
create function viewer.whom_to_ask(what text, about uuid) returns table (resident_id uuid, household_id uuid, street_id text, shown_name text, measure_kind text)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id, m.household_id, m.street_id, m.shown_name, m.kind from public.measure m
      where what = 'measure' and m.id = about and m.may_ask and m.audience <> 'household' and m.withdrawn_at is null and m.hidden_at is null
        and m.household_id <> viewer.household_id() and viewer.can_answer(m.resident_id, m.household_id)
  $$;

-- To whom the viewer writes in a thread; nobody when it ended, the other is gone, or one of the two blocked the other.
create function viewer.other_in_thread(about uuid) returns table (resident_id uuid, household_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select o.resident_id, o.household_id from (
      select t.asked_id as resident_id, t.asked_household_id as household_id from public.private_thread t
        where t.id = about and t.ended_at is null and t.neighbourhood_code = viewer.neighbourhood_code()
          and t.asker_id = viewer.resident_id() and t.asker_household_id = viewer.household_id()
      union all select t.asker_id, t.asker_household_id from public.private_thread t
        where t.id = about and t.ended_at is null and t.neighbourhood_code = viewer.neighbourhood_code()
          and t.asked_id = viewer.resident_id() and t.asked_household_id = viewer.household_id()
    ) o where viewer.can_answer(o.resident_id, o.household_id)
      and o.household_id <> all (viewer.blocked_households()) and o.resident_id <> all (viewer.blocked_by())
  $$;
alter function viewer.other_in_thread(uuid) owner to app_definer;

create policy asked_where_allowed on private_thread for insert to app_viewer
  with check (asker_id = (select viewer.resident_id()) and asker_household_id = (select viewer.household_id())
    and asker_street_id = (select viewer.street_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and ended_at is null and (select viewer.assisted_session()) is null
    and exists (select from viewer.whom_to_ask(about_kind, about_id) w where w.resident_id = asked_id and w.household_id = asked_household_id
      and w.street_id = asked_street_id and w.shown_name is not distinct from asked_name and w.measure_kind is not distinct from private_thread.measure_kind));
create policy written_to_the_other on private_message for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and household_id = (select viewer.household_id())
    and street_id = (select viewer.street_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and withdrawn_at is null and hidden_at is null and (select viewer.assisted_session()) is null
    and exists (select from viewer.other_in_thread(thread_id) o where o.resident_id = to_resident_id and o.household_id = to_household_id));
create policy own_is_taken_back on private_message for update to app_viewer
  using (resident_id = (select viewer.resident_id()) and household_id = (select viewer.household_id()) and withdrawn_at is null)
  with check (withdrawn_at is not null and withdrawn_by = (select viewer.resident_id()));

-- Taken back is gone: that something stood there stays. Whoever takes it back, also when a household ends.
create function viewer.forget_message() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$ begin new.body := null; return new; end $$;
create trigger forget_message before update of withdrawn_at on private_message
  for each row when (new.withdrawn_at is not null) execute function viewer.forget_message();

create function viewer.note_message() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ begin update public.private_thread set last_message_at = new.created_at where id = new.thread_id; return null; end $$;
alter function viewer.note_message() owner to app_definer;
create trigger note_message after insert on private_message for each row execute function viewer.note_message();

-- A message can't be changed, so what is hidden of it is hidden for good.
create function viewer.hide_message_for_good() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$ begin new.duration := 'for_good'; return new; end $$;
create trigger hide_message_for_good before insert on hiding
  for each row when (new.subject_kind = 'private_message') execute function viewer.hide_message_for_good();

-- What somebody wrote is out of sight as soon as they leave, and back when they come back; like what they shared.
create function viewer.leave_threads() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if new.ended_at is not null then
      update public.private_message set hidden_at = new.ended_at where resident_id = new.resident_id and household_id = new.household_id and hidden_at is null;
    else
      update public.private_message set hidden_at = null where resident_id = new.resident_id and household_id = new.household_id and hidden_at = old.ended_at;
    end if;
    return null;
  end $$;
alter function viewer.leave_threads() owner to app_definer;
create trigger leave_threads after update of ended_at on membership
  for each row when ((old.ended_at is null) <> (new.ended_at is null)) execute function viewer.leave_threads();

-- The name that neighbours see, in the own threads as well.
create function viewer.rename_in_threads(name text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update public.private_thread set asker_name = name where asker_id = viewer.resident_id() and asker_household_id = viewer.household_id();
    update public.private_thread set asked_name = name where asked_id = viewer.resident_id() and asked_household_id = viewer.household_id();
    update public.private_message set shown_name = name where resident_id = viewer.resident_id() and household_id = viewer.household_id();
  $$;
alter function viewer.rename_in_threads(text) owner to app_definer;

-- Over a border the two are no neighbours any more: the thread goes, whole. A new code for the same neighbourhood is no move.
create function viewer.leave_threads_behind() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then
      delete from public.private_thread t where new.id in (t.asker_household_id, t.asked_household_id);
    end if;
    return null;
  end $$;
alter function viewer.leave_threads_behind() owner to app_definer;
create trigger leave_threads_behind after update of neighbourhood_code on household
  for each row when (old.neighbourhood_code <> new.neighbourhood_code) execute function viewer.leave_threads_behind();

-- What a moderator who looks reads: the reported message, and at most three before and three after it.
create function viewer.around_message(about uuid) returns setof public.private_message
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with m as (select * from public.private_message p where p.id = about)
    (select b.* from public.private_message b, m where b.thread_id = m.thread_id and (b.created_at, b.id) < (m.created_at, m.id) order by b.created_at desc, b.id desc limit 3)
    union all (select * from m)
    union all (select a.* from public.private_message a, m where a.thread_id = m.thread_id and (a.created_at, a.id) > (m.created_at, m.id) order by a.created_at, a.id limit 3)
  $$;
alter function viewer.around_message(uuid) owner to app_definer;
create function viewer.look_at_private_message(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', m.shown_name, 'audience', m.audience, 'shared_at', m.shared_at, 'hidden_at', m.hidden_at, 'kind', t.measure_kind, 'note', m.body,
        'around', (select jsonb_agg(jsonb_build_object('reported', a.id = m.id, 'same', a.resident_id is not distinct from m.resident_id, 'note', a.body, 'at', a.created_at) order by a.created_at, a.id)
          from viewer.around_message(m.id) a))
      from public.private_message m join public.private_thread t on t.id = m.thread_id where m.id = about
  $$;
alter function viewer.look_at_private_message(uuid) owner to app_definer;

-- Who wrote what stood around a reported message reads the look too, at their last of those.
create function viewer.tell_other_of_look() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if pg_trigger_depth() > 1 then return null; end if;
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason, note)
      select new.neighbourhood_code, a.household_id, new.actor_id, new.actor_role, new.what, a.id, new.reason, new.note from viewer.around_message(new.subject_id) a
        where a.household_id <> new.household_id and a.body is not null order by a.created_at desc, a.id desc limit 1;
    return null;
  end $$;
alter function viewer.tell_other_of_look() owner to app_definer;
create trigger tell_other_of_look after insert on disclosure
  for each row when (new.what = 'private_message') execute function viewer.tell_other_of_look();

-- What is decided about a message is read by who wrote it and not by a housemate: whoever sees the message itself.
create policy of_the_two on disclosure as restrictive for select to app_viewer
  using (what <> 'private_message' or exists (select from private_message m where m.id = subject_id));
create policy of_the_two on hiding as restrictive for select to app_viewer
  using (subject_kind <> 'private_message' or neighbourhood_code = any ((select viewer.moderates())::text[]) or exists (select from private_message m where m.id = subject_id));
create policy of_the_two on appeal as restrictive for select to app_viewer
  using (subject_kind <> 'private_message' or neighbourhood_code = any ((select viewer.moderates())::text[]) or exists (select from private_message m where m.id = subject_id));

create or replace function viewer.adults_concerned(wanted uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id from public.hiding h join public.membership m on m.household_id = h.household_id and m.ended_at is null
      where h.id = wanted and h.neighbourhood_code = any (viewer.moderates())
        and (h.subject_kind <> 'private_message' or exists (select from public.private_message p where p.id = h.subject_id and p.resident_id = m.resident_id))
  $$;

create policy own_threads on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'withdrawal' and exists (select from private_thread t where t.id = journal_entry.subject_id));

revoke execute on function viewer.can_answer(uuid, uuid), viewer.whom_to_ask(text, uuid), viewer.other_in_thread(uuid), viewer.rename_in_threads(text), viewer.note_message(),
  viewer.forget_message(), viewer.hide_message_for_good(), viewer.leave_threads_behind(), viewer.leave_threads(), viewer.around_message(uuid), viewer.look_at_private_message(uuid), viewer.tell_other_of_look() from public;
grant execute on function viewer.can_answer(uuid, uuid), viewer.whom_to_ask(text, uuid), viewer.other_in_thread(uuid), viewer.rename_in_threads(text) to app_viewer;
revoke create on schema viewer from app_definer;
