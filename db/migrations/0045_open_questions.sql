-- Open pages hear of questions, a front-runner can be asked in private, what was asked at a door can be reported, and one's own
-- download has the threads that a block hides.

grant create on schema viewer to app_definer;

-- A page that is open on a question hears that something it shows has changed, whoever changed it: a neighbour, a moderator, a job,
-- a household that ends. What changes by itself in other rows says so here, and no verb has to remember. The page reads again with
-- its viewer's own eyes, so who may see none of it reads the same as before. Together with a question that it was put together
-- with, because that page shows both.
create function viewer.announce_question() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare about uuid;
  begin
    if tg_table_name = 'question' then about := old.id;
    elsif tg_op = 'DELETE' then about := old.question_id;
    else about := new.question_id; end if;
    perform pg_notify('live', 'question ' || about);
    perform pg_notify('live', 'question ' || q.merged_into_id) from public.question q where q.id = about and q.merged_into_id is not null;
    return null;
  end $$;
alter function viewer.announce_question() owner to app_definer;
create trigger announce after update or delete on question for each row execute function viewer.announce_question();
create trigger announce after insert or update or delete on answer for each row execute function viewer.announce_question();
create trigger announce after insert or update of released_at, shown_name or delete on question_claim for each row execute function viewer.announce_question();
create trigger announce after insert or update or delete on outcome_verdict for each row execute function viewer.announce_question();
create trigger announce after insert or update or delete on question_parking for each row execute function viewer.announce_question();
create trigger announce after insert or update or delete on question_merge for each row execute function viewer.announce_question();
create trigger announce after insert or delete on question_photo for each row execute function viewer.announce_question();

-- A question that is erased leaves what neighbours wrote beneath it to whoever wrote it: without a reach nobody else reads it. What
-- the asker's own household wrote goes with it.
alter table answer alter column reach drop not null, alter column audience drop not null;
do $$
declare old_key text := (select c.conname from pg_constraint c where c.conrelid = 'answer'::regclass and c.confrelid = 'question'::regclass);
begin execute format('alter table answer drop constraint %I', old_key); end $$;
alter table answer add foreign key (question_id, neighbourhood_code, asked_household_id, asked_resident_id, reach)
  references question (id, neighbourhood_code, household_id, resident_id, reach) on update cascade on delete set null (reach) deferrable initially deferred;
create function viewer.leave_own_words() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    delete from public.answer a where a.question_id = old.id and (a.household_id = old.household_id or a.withdrawn_at is not null);
    return old;
  end $$;
alter function viewer.leave_own_words() owner to app_definer;
create trigger leave_own_words before delete on question for each row execute function viewer.leave_own_words();

-- Who may be asked through a badge, for whom whoever put it up; under the name that it shows, so that a badge which does not show
-- the home shows no name in the thread either.
create function viewer.koploper_to_ask(about uuid) returns table (resident_id uuid, household_id uuid, street_id text, shown_name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select k.resident_id, k.household_id, k.street_id, s.shown_name from viewer.koplopers_seen() s join public.koploper k on k.id = s.id
      where s.id = about and viewer.can_answer(k.resident_id, k.household_id)
  $$;
alter function viewer.koploper_to_ask(uuid) owner to app_definer;
create or replace function viewer.whom_to_ask(what text, about uuid) returns table (resident_id uuid, household_id uuid, street_id text, shown_name text, measure_kind text)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id, m.household_id, m.street_id, m.shown_name, m.kind from public.measure m
      where what = 'measure' and m.id = about and m.may_ask and m.audience <> 'household' and m.withdrawn_at is null and m.hidden_at is null
        and m.household_id <> viewer.household_id() and viewer.can_answer(m.resident_id, m.household_id)
    union all
    select k.resident_id, k.household_id, k.street_id, k.shown_name, null from viewer.koploper_to_ask(about) k where what = 'koploper'
  $$;

-- Whoever answers under a badge that shows no name goes on without one, whatever name they choose.
create or replace function viewer.rename_in_threads(name text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update public.private_thread set asker_name = name where asker_id = viewer.resident_id() and asker_household_id = viewer.household_id();
    update public.private_thread set asked_name = name where asked_id = viewer.resident_id() and asked_household_id = viewer.household_id()
      and (about_kind <> 'koploper' or asked_name is not null);
    update public.private_message m set shown_name = name from public.private_thread t
      where t.id = m.thread_id and m.resident_id = viewer.resident_id() and m.household_id = viewer.household_id()
        and (t.asker_id = m.resident_id or t.about_kind <> 'koploper' or t.asked_name is not null);
  $$;

-- For the own download: threads that a block hides from both, with what one wrote in them oneself. What the other wrote is left out,
-- since neither reads a word of the other any more.
create function viewer.threads_behind_a_block() returns setof public.private_thread
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.* from public.private_thread t
      where t.neighbourhood_code = viewer.neighbourhood_code() and viewer.assisted_session() is null and (
        t.asker_id = viewer.resident_id() and t.asker_household_id = viewer.household_id()
          and (t.asked_household_id = any (viewer.blocked_households()) or t.asked_id = any (viewer.blocked_by()))
        or t.asked_id = viewer.resident_id() and t.asked_household_id = viewer.household_id()
          and (t.asker_household_id = any (viewer.blocked_households()) or t.asker_id = any (viewer.blocked_by())))
  $$;
alter function viewer.threads_behind_a_block() owner to app_definer;
create function viewer.messages_behind_a_block() returns setof public.private_message
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.* from viewer.threads_behind_a_block() t join public.private_message m on m.thread_id = t.id
      where m.resident_id = viewer.resident_id() and m.household_id = viewer.household_id()
  $$;
alter function viewer.messages_behind_a_block() owner to app_definer;

-- Who moderates parks what they see as a neighbour. What is reported is hidden or stays; nothing lies in between.
drop function viewer.park_reported(uuid, text, date);
revoke insert on question_parking from app_definer;

-- What a guest wrote to a host is reported by that host. It is of the guest and not of their household, cannot be changed, and is
-- hidden for good; the visit itself is the host's to decline.
alter table visit_request add column hidden_at timestamptz;
grant update (hidden_at) on visit_request to app_definer;
insert into shared_kind (kind, shape, seen_through) values ('visit_request', 'apart', 'visit_requests');

-- What is read through a function only has no table that its readers may open.
create or replace function viewer.sees(about_kind text, about uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
  declare k public.shared_kind; found_it boolean := false;
  begin
    select * into k from public.shared_kind s where s.kind = about_kind;
    if not found then return false; end if;
    if k.shape <> 'apart' or k.seen_through is null then
      execute format('select exists (select from public.%I t where t.id = $1)', k.kind) into found_it using about;
    end if;
    if not found_it and k.seen_through is not null then
      execute format('select exists (select from viewer.%I() t where t.id = $1)', k.seen_through) into found_it using about;
    end if;
    return found_it;
  end $$;

-- As before, but for a line that a moderator hid from the host.
create or replace function viewer.visit_requests() returns table (id uuid, side text, visit_id uuid, slot_id uuid, kinds text[], by_appointment boolean, people integer, line text, asked_at timestamptz,
    answer text, answered_at timestamptz, decline_reason text, answer_words text, cancelled_at timestamptz, cancelled_by text, cancel_words text,
    starts_at timestamptz, ends_at timestamptz, revealed boolean, blocked boolean, other_street_id text, other_name text, other_dwelling_id text,
    no_show_at timestamptz, own_thanks boolean, own_words text, other_thanks boolean, other_words text, sequence integer, house_rules text, places_left integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.id, w.side, r.visit_id, r.slot_id, v.kinds, v.by_appointment, r.people::integer, case when w.side = 'guest' or not w.blocked and r.hidden_at is null then r.line end, r.asked_at,
        r.answer, r.answered_at, r.decline_reason, case when w.side = 'host' or not w.blocked then r.answer_words end,
        r.cancelled_at, r.cancelled_by,
        case when r.cancelled_by = w.side or not w.blocked then r.cancel_words end,
        s.starts_at, s.ends_at, w.revealed, w.blocked,
        case w.side when 'host' then r.guest_street_id else v.street_id end,
        case when w.revealed then case w.side when 'host' then (select p.display_name from public.resident p where p.id = r.guest_resident_id) else v.shown_name end end,
        case when w.revealed then case w.side when 'host' then (select h.dwelling_id from public.household h where h.id = r.guest_household_id) else v.dwelling_id end end,
        case when w.side = 'host' then r.no_show_at end,
        own.thanked, own.words, case when not w.blocked then other.thanked end, case when not w.blocked then other.words end,
        r.sequence::integer, case when w.side = 'host' or not w.blocked then v.house_rules end,
        case when w.side = 'host' and r.slot_id is not null then viewer.places_left(r.slot_id) end
      from public.visit_request r
      join public.visit v on v.id = r.visit_id
      left join public.visit_slot s on s.id = r.slot_id
      cross join lateral (select case when r.guest_resident_id = viewer.resident_id() then 'guest' else 'host' end as side) me
      cross join lateral (select me.side, viewer.visit_blocked(r, v.resident_id) as blocked) b
      cross join lateral (select b.side, b.blocked, viewer.visit_revealed(r) and not b.blocked as revealed) w
      left join public.visit_feedback own on own.request_id = r.id and own.side = w.side
      left join public.visit_feedback other on other.request_id = r.id and other.side <> w.side
      where r.neighbourhood_code = viewer.neighbourhood_code() and viewer.assisted_session() is null
        and (r.guest_resident_id = viewer.resident_id() or r.host_household_id = viewer.household_id())
  $$;

create function viewer.asked_of_us() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(q.id), '{}') from viewer.visit_requests() q where q.side = 'host' and q.line is not null
  $$;
alter function viewer.asked_of_us() owner to app_definer;
create function viewer.asked_by_me() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(q.id), '{}') from public.visit_request q where q.guest_resident_id = viewer.resident_id()
  $$;
alter function viewer.asked_by_me() owner to app_definer;

drop policy residents_report on report;
create policy residents_report on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind not in ('joint_request', 'visit_request') and viewer.sees(subject_kind, subject_id));
create policy hosts_report_requests on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind = 'visit_request' and subject_id = any ((select viewer.asked_of_us())::uuid[]));

create or replace function viewer.standing_of(about_kind text, about uuid, out household_id uuid, out street_id text, out audience text, out updated_at timestamptz,
    out withdrawn_at timestamptz, out hidden_at timestamptz) returns record
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if about_kind = 'joint_request' then
      select viewer.answers_for(q.id), 'building', coalesce(q.withdrawn_at, case when viewer.answers_for(q.id) is null then now() end), q.hidden_at
        into household_id, audience, withdrawn_at, hidden_at from public.joint_request q where q.id = about;
    elsif about_kind = 'visit_request' then
      select q.guest_household_id, q.guest_street_id, 'thread', q.hidden_at into household_id, street_id, audience, hidden_at from public.visit_request q where q.id = about;
    elsif exists (select from public.shared_kind k where k.kind = about_kind) then
      execute format('select t.household_id, t.street_id, coalesce(t.audience, ''household''), t.updated_at, t.withdrawn_at, t.hidden_at from public.%I t where t.id = $1', about_kind)
        into household_id, street_id, audience, updated_at, withdrawn_at, hidden_at using about;
    end if;
  end $$;

create function viewer.look_at_visit_request(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', null, 'audience', 'thread', 'hidden_at', r.hidden_at, 'asked_to_visit', v.kinds, 'note', r.line)
      from public.visit_request r join public.visit v on v.id = r.visit_id where r.id = about
  $$;
alter function viewer.look_at_visit_request(uuid) owner to app_definer;

drop trigger hide_message_for_good on hiding;
create trigger hide_message_for_good before insert on hiding
  for each row when (new.subject_kind in ('private_message', 'visit_request')) execute function viewer.hide_message_for_good();

create policy of_the_guest on disclosure as restrictive for select to app_viewer
  using (what <> 'visit_request' or subject_id = any ((select viewer.asked_by_me())::uuid[]));
create policy of_the_guest on hiding as restrictive for select to app_viewer
  using (subject_kind <> 'visit_request' or neighbourhood_code = any ((select viewer.moderates())::text[]) or subject_id = any ((select viewer.asked_by_me())::uuid[]));
create policy of_the_guest on appeal as restrictive for select to app_viewer
  using (subject_kind <> 'visit_request' or neighbourhood_code = any ((select viewer.moderates())::text[]) or subject_id = any ((select viewer.asked_by_me())::uuid[]));
create or replace function viewer.adults_concerned(wanted uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id from public.hiding h join public.membership m on m.household_id = h.household_id and m.ended_at is null
      where h.id = wanted and h.neighbourhood_code = any (viewer.moderates())
        and (h.subject_kind <> 'private_message' or exists (select from public.private_message p where p.id = h.subject_id and p.resident_id = m.resident_id))
        and (h.subject_kind <> 'visit_request' or exists (select from public.visit_request q where q.id = h.subject_id and q.guest_resident_id = m.resident_id))
  $$;

-- As before, and of what is one person's and not their household's, only that person hears.
create or replace function viewer.decide_appeal(wanted uuid, verdict text, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare a public.appeal; h public.hiding; r public.report; owner_household uuid; mail text;
  begin
    select * into a from public.appeal where id = wanted and neighbourhood_code = any (viewer.moderates()) for update;
    if not found or viewer.recused(a.subject_kind, a.subject_id) then return null; end if;
    if a.first_decided_by = viewer.resident_id() then return 'own'; end if;
    if a.decided_at is not null then return 'decided'; end if;
    if why is null then raise check_violation using message = 'a decision needs its reasons'; end if;
    if a.hiding_id is not null then
      select * into h from public.hiding where id = a.hiding_id;
      if verdict = 'overturned' then perform viewer.end_hiding(a.hiding_id); end if;
      owner_household := h.household_id;
      mail := 'appeal-decided';
    else
      select * into r from public.report where id = a.report_id;
      if verdict = 'overturned' then
        if viewer.hidings_left() < 1 then return 'too_many'; end if;
        -- Its household was not heard yet, and may object in its turn.
        owner_household := viewer.hide_item(a.subject_kind, a.subject_id);
        if owner_household is not null then
          insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, rules_version, duration, reason)
            values (a.neighbourhood_code, owner_household, a.subject_kind, a.subject_id, r.id, viewer.resident_id(), coalesce(r.rule, r.category), coalesce(r.rules_version, '1'),
              case a.subject_kind when 'joint_request' then 'for_good' else 'until_changed' end, why);
        end if;
        mail := 'item-hidden';
      end if;
    end if;
    update public.appeal set decided_at = now(), decided_by = viewer.resident_id(), outcome = verdict, answer = why where id = wanted;
    update public.report p set reviewed_at = now(), review = verdict
      where p.id = a.report_id
        or h.id is not null and p.subject_kind = h.subject_kind and p.subject_id = h.subject_id and p.decision = 'hidden' and p.closed_at = h.created_at;
    insert into public.outbox (template, account_id)
      select distinct case when p.id = a.report_id then 'report-appeal-decided' else 'report-reviewed' end, p.reporter_id
        from public.report p where p.subject_id = a.subject_id and p.reviewed_at = now();
    insert into public.outbox (template, account_id)
      select mail, m.resident_id from public.membership m where m.household_id = owner_household and m.ended_at is null and mail is not null
        and (a.subject_kind <> 'private_message' or exists (select from public.private_message p where p.id = a.subject_id and p.resident_id = m.resident_id))
        and (a.subject_kind <> 'visit_request' or exists (select from public.visit_request q where q.id = a.subject_id and q.guest_resident_id = m.resident_id));
    return verdict;
  end $$;

revoke execute on function viewer.announce_question(), viewer.leave_own_words(), viewer.koploper_to_ask(uuid), viewer.threads_behind_a_block(), viewer.messages_behind_a_block(), viewer.asked_of_us(),
  viewer.asked_by_me(), viewer.look_at_visit_request(uuid) from public;
grant execute on function viewer.koploper_to_ask(uuid), viewer.threads_behind_a_block(), viewer.messages_behind_a_block(), viewer.asked_of_us(), viewer.asked_by_me() to app_viewer;
revoke create on schema viewer from app_definer;
