-- A joint request is reported and moderated as everything else that is shared. Which household answers for it: that of who started
-- it while that takes part, else that of the earliest part, else that of who started it while they live in the building. It reads
-- the decision and can object. Where nobody answers for it, it is as good as taken back: nobody in the building sees it, nor who
-- manages that, there is nothing to look at or to hide, and a report about it ends by being kept.
alter table joint_request add column hidden_at timestamptz;

alter table disclosure drop constraint disclosure_what_check, add constraint disclosure_what_check check (what in ('measure', 'wish', 'story', 'joint_request'));
alter table report drop constraint report_subject_kind_check, add constraint report_subject_kind_check check (subject_kind in ('measure', 'wish', 'story', 'joint_request'));
alter table hiding drop constraint hiding_subject_kind_check, add constraint hiding_subject_kind_check check (subject_kind in ('measure', 'wish', 'story', 'joint_request'));
alter table appeal drop constraint appeal_subject_kind_check, add constraint appeal_subject_kind_check check (subject_kind in ('measure', 'wish', 'story', 'joint_request'));
alter table second_look drop constraint second_look_subject_kind_check, add constraint second_look_subject_kind_check check (subject_kind in ('measure', 'wish', 'story', 'joint_request'));
-- Its text can't be changed, so nothing can be asked to be looked at again.
alter table hiding add constraint hiding_of_joint_request check (subject_kind <> 'joint_request' or duration = 'for_good');

grant update (hidden_at) on joint_request to app_definer;
grant create on schema viewer to app_definer;

create function viewer.answers_for(request uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(
        (select p.household_id from public.joint_request_part p where p.request_id = r.id
          order by exists (select from public.membership m where m.resident_id = r.started_by and m.household_id = p.household_id and m.ended_at is null) desc,
            p.created_at, p.household_id limit 1),
        (select m.household_id from public.membership m join public.household h on h.id = m.household_id
          where m.resident_id = r.started_by and m.ended_at is null and h.building_id = r.building_id and h.neighbourhood_code = r.neighbourhood_code limit 1))
      from public.joint_request r where r.id = request
  $$;
alter function viewer.answers_for(uuid) owner to app_definer;

-- The requests in the own building for which the own household answers; whose the others are is told to nobody.
create function viewer.joint_requests_of_ours() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(r.id), '{}') from public.joint_request r
      where r.building_id = viewer.building_id() and r.neighbourhood_code = viewer.neighbourhood_code() and viewer.answers_for(r.id) = viewer.household_id()
  $$;
alter function viewer.joint_requests_of_ours() owner to app_definer;

-- Out of sight in the own building: what nobody answers for; what is hidden, but for who started it and the household that was
-- told why; and what a block hides.
create or replace function viewer.joint_requests_out_of_sight() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(r.id), '{}') from public.joint_request r
      where r.building_id = viewer.building_id() and r.neighbourhood_code = viewer.neighbourhood_code() and (
        viewer.answers_for(r.id) is null
        or r.hidden_at is not null and r.started_by is distinct from viewer.resident_id() and not exists (select from public.hiding h
          where h.subject_kind = 'joint_request' and h.subject_id = r.id and h.household_id = viewer.household_id() and h.lifted_at is null)
        or r.started_by <> viewer.resident_id() and (r.started_by = any (viewer.blocked_by()) or exists (select from public.membership m
          where m.resident_id = r.started_by and m.ended_at is null and m.household_id = any (viewer.blocked_households())))
        and not exists (select from public.joint_request_part p where p.request_id = r.id and p.household_id = viewer.household_id()))
  $$;

-- Once it is hidden nobody begins to take part, and who manages the building doesn't read or answer it.
create or replace function viewer.requests_to_me() returns table (id uuid, organisation_name text, street_id text, house_number integer, kind text, text text,
    sent_at timestamptz, households integer, names text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.id, o.name, d.street_id, d.house_number, r.kind, r.text, r.sent_at, case when p.households >= 3 then p.households end, p.names
      from public.joint_request r join public.organisation o on o.id = r.organisation_id
      left join lateral (select d.street_id, d.house_number from public.dwelling d where d.building_id = r.building_id and d.ended_on is null
        order by d.house_number, d.id limit 1) d on true
      cross join lateral (select count(*)::integer as households, coalesce(array_agg(q.shown_name order by q.created_at) filter (where q.shown_name is not null), '{}') as names
        from public.joint_request_part q where q.request_id = r.id) p
      where r.sent_at is not null and r.withdrawn_at is null and r.hidden_at is null and viewer.answers_for(r.id) is not null
        and viewer.manages(r.organisation_id, r.building_id)
  $$;

create or replace function viewer.answer_joint_request(wanted uuid, verdict text, until date, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.joint_request;
  begin
    select * into r from public.joint_request where id = wanted and sent_at is not null and withdrawn_at is null and hidden_at is null
      and viewer.answers_for(id) is not null and viewer.manages(organisation_id, building_id) for update;
    if not found then return null; end if;
    if (select count(*) from public.joint_request_answer a where a.request_id = wanted and a.answered_at > now() - interval '24 hours') >= 5 then return 'too_many'; end if;
    if until < viewer.today() or until > viewer.today() + interval '10 years' then
      raise check_violation using message = 'an answer is about the coming ten years';
    end if;
    insert into public.joint_request_answer (request_id, neighbourhood_code, building_id, answer, by_day, text, answered_by, answered_at)
      values (wanted, r.neighbourhood_code, r.building_id, verdict, until, words, viewer.resident_id(), clock_timestamp());
    insert into public.outbox (template, account_id)
      select 'joint-request-answered', p.resident_id from public.joint_request_part p where p.request_id = wanted;
    return 'answered';
  end $$;

create or replace function viewer.hide_item(about_kind text, about uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner_household uuid;
  begin
    if about_kind = 'measure' then update public.measure set hidden_at = now() where id = about returning household_id into owner_household;
    elsif about_kind = 'wish' then update public.wish set hidden_at = now() where id = about returning household_id into owner_household;
    elsif about_kind = 'story' then update public.story set hidden_at = now() where id = about returning household_id into owner_household;
    else
      owner_household := viewer.answers_for(about);
      update public.joint_request set hidden_at = now() where id = about and owner_household is not null;
    end if;
    return owner_household;
  end $$;

create or replace function viewer.end_hiding(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding;
  begin
    update public.hiding set lifted_at = now(), lifted_by = viewer.resident_id() where id = wanted and lifted_at is null returning * into h;
    if not found or exists (select from public.hiding other where other.subject_id = h.subject_id and other.lifted_at is null) then return; end if;
    if h.subject_kind = 'measure' then update public.measure set hidden_at = null where id = h.subject_id;
    elsif h.subject_kind = 'wish' then update public.wish set hidden_at = null where id = h.subject_id;
    elsif h.subject_kind = 'story' then update public.story set hidden_at = null where id = h.subject_id;
    else update public.joint_request set hidden_at = null where id = h.subject_id; end if;
  end $$;

create or replace function viewer.hide_reported(wanted uuid, why_rule text, version text, how_long text, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; owner_household uuid;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates());
    if not found or viewer.recused(r.subject_kind, r.subject_id) then return null; end if;
    if viewer.hidings_left() < 1 then return 'too_many'; end if;
    perform from public.report where subject_kind = r.subject_kind and subject_id = r.subject_id order by id for update;
    select * into r from public.report where id = wanted and closed_at is null;
    if not found then return 'decided'; end if;
    owner_household := viewer.hide_item(r.subject_kind, r.subject_id);
    if owner_household is null then return null; end if;
    insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, rules_version, duration, reason)
      values (r.neighbourhood_code, owner_household, r.subject_kind, r.subject_id, r.id, viewer.resident_id(), why_rule, version,
        case r.subject_kind when 'joint_request' then 'for_good' else how_long end, why);
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'hidden', rule = why_rule, rules_version = version
      where subject_kind = r.subject_kind and subject_id = r.subject_id and closed_at is null;
    return 'hidden';
  end $$;

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
      select mail, m.resident_id from public.membership m where m.household_id = owner_household and m.ended_at is null and mail is not null;
    return verdict;
  end $$;

-- Too close to home is also all that is asked in the own building, what one started, and what one answers as who manages that
-- building. Between neighbours of a street is what somebody of it reported about a building in it.
create or replace function viewer.recused(about_kind text, about uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select cardinality(viewer.moderates()) > 0 and (
      exists (select from public.report r where r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates())
        and (r.reporter_id = viewer.resident_id() or r.reporter_household_id = viewer.household_id()))
      or exists (
        select from (
          select m.household_id, m.street_id from public.measure m where about_kind = 'measure' and m.id = about
          union all select w.household_id, w.street_id from public.wish w where about_kind = 'wish' and w.id = about
          union all select s.household_id, s.street_id from public.story s where about_kind = 'story' and s.id = about
          union all select null, d.street_id from public.joint_request q join public.dwelling d on d.building_id = q.building_id where about_kind = 'joint_request' and q.id = about
        ) item where item.household_id = viewer.household_id()
          or item.street_id = viewer.street_id() and exists (
            select from public.report r join public.household h on h.id = r.reporter_household_id
              where r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates()) and h.street_id = viewer.street_id()))
      or about_kind = 'joint_request' and exists (select from public.joint_request q where q.id = about
        and (q.started_by = viewer.resident_id() or q.building_id = viewer.building_id() or viewer.manages(q.organisation_id, q.building_id))))
  $$;

create or replace function viewer.reported_standing(wanted uuid) returns table (taken_back boolean, audience text, hidden boolean, changed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select item.withdrawn_at is not null or item.audience = 'household', item.audience, item.hidden_at is not null,
        case when item.updated_at > greatest(item.hidden_at, r.created_at) then item.updated_at end
      from public.report r join (
        select m.id, 'measure' as kind, m.withdrawn_at, m.audience, m.hidden_at, m.updated_at from public.measure m
        union all select w.id, 'wish', w.withdrawn_at, w.audience, w.hidden_at, w.updated_at from public.wish w
        union all select s.id, 'story', s.withdrawn_at, s.audience, s.hidden_at, s.updated_at from public.story s
        union all select q.id, 'joint_request', coalesce(q.withdrawn_at, case when viewer.answers_for(q.id) is null then now() end), 'building', q.hidden_at, null
          from public.joint_request q where q.id = (select p.subject_id from public.report p where p.id = wanted)
      ) item on item.id = r.subject_id and item.kind = r.subject_kind
      where r.id = wanted and r.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(r.subject_kind, r.subject_id)
  $$;

create policy residents_report_requests on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind = 'joint_request' and exists (select from joint_request r where r.id = subject_id and r.withdrawn_at is null)
    and subject_id <> all ((select viewer.joint_requests_of_ours())::uuid[]));

drop policy residents_ask on joint_request;
create policy residents_ask on joint_request for insert to app_viewer
  with check (started_by = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and building_id = (select viewer.building_id()) and sent_at is null and withdrawn_at is null and hidden_at is null
    and viewer.may_ask_together(organisation_id, building_id, neighbourhood_code));
drop policy own_household_joins on joint_request_part;
create policy own_household_joins on joint_request_part for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and building_id = (select viewer.building_id())
    and exists (select from joint_request r where r.id = request_id and r.building_id = joint_request_part.building_id and r.withdrawn_at is null and r.hidden_at is null));

revoke execute on function viewer.answers_for(uuid), viewer.joint_requests_of_ours() from public;
grant execute on function viewer.joint_requests_of_ours() to app_viewer;
-- A replayed journal writes the decision down for the household that answers.
grant execute on function viewer.answers_for(uuid) to app_worker;
revoke create on schema viewer from app_definer;
