-- What a municipality posted can be withdrawn, with its reason, and stays where it stood; and a moderator hides it as everything that is
-- reported is hidden (docs/decisions/0042).

alter table municipal_post alter column title drop not null, alter column body drop not null,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_reason text check (char_length(withdrawn_reason) between 10 and 1000),
  add column hidden_at timestamptz,
  add check ((withdrawn_at is null) = (withdrawn_reason is null)),
  -- The words go only where there was something of somebody in them; that it stood there, of which kind and for which day, stays.
  add check ((title is null) = (body is null) and (body is not null or withdrawn_at is not null));
alter table promise_report alter column reason drop not null;

-- Nobody but the municipality and the moderators of the neighbourhood reads what is hidden, with what came of it.
drop policy concerned on municipal_post;
create policy concerned on municipal_post for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and hidden_at is null or neighbourhood_code = any ((select viewer.moderates())::text[])
    or municipality_code = any ((select viewer.official_of())::text[]) or author_id = (select viewer.resident_id()));
drop policy concerned on promise_report;
create policy concerned on promise_report for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and exists (select from municipal_post p where p.id = promise_id)
    or neighbourhood_code = any ((select viewer.moderates())::text[])
    or municipality_code = any ((select viewer.official_of())::text[]) or author_id = (select viewer.resident_id()));
drop policy officials_report on promise_report;
create policy officials_report on promise_report for insert to app_viewer
  with check (municipality_code = any ((select viewer.official_of())::text[]) and author_id = (select viewer.resident_id())
    and exists (select from municipal_post p where p.id = promise_id and p.kind = 'promise' and p.withdrawn_at is null));

grant select, update (title, body, withdrawn_at, withdrawn_by, withdrawn_reason, hidden_at) on municipal_post to app_definer;
create policy moderation on municipal_post to app_definer using (true) with check (true);
grant select (promise_id), update (reason) on promise_report to app_definer;
create policy withdrawing on promise_report to app_definer using (true) with check (true);

-- It can be reported and hidden, and belongs to no household: what is decided on it is the municipality's to read and to object to.
insert into shared_kind (kind, shape) values ('municipal_post', 'apart');
alter table hiding alter column household_id drop not null, add constraint hiding_of_household check ((household_id is null) = (subject_kind = 'municipal_post'));
alter table appeal alter column household_id drop not null,
  add constraint appeal_of_household check ((household_id is null) = (subject_kind = 'municipal_post' and hiding_id is not null));
create policy of_the_municipality on hiding for select to app_viewer
  using (subject_kind = 'municipal_post' and exists (select from municipal_post p where p.id = subject_id and p.municipality_code = any ((select viewer.official_of())::text[])));
create policy of_the_municipality on appeal for select to app_viewer
  using (subject_kind = 'municipal_post' and hiding_id is not null
    and exists (select from municipal_post p where p.id = subject_id and p.municipality_code = any ((select viewer.official_of())::text[])));
-- Nobody changes it, so there is nothing to look at again.
drop trigger hide_message_for_good on hiding;
create trigger hide_message_for_good before insert on hiding
  for each row when (new.subject_kind in ('private_message', 'visit_request', 'municipal_post')) execute function viewer.hide_message_for_good();

drop policy residents_report on report;
create policy residents_report on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind not in ('joint_request', 'visit_request', 'municipal_post') and viewer.sees(subject_kind, subject_id));
create policy residents_report_posts on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind = 'municipal_post'
    and exists (select from municipal_post p where p.id = subject_id and p.neighbourhood_code = report.neighbourhood_code and p.body is not null and p.hidden_at is null));

grant create on schema viewer to app_definer;

-- Withdraws what a municipality posted, once, for an official of it. @param without_text what stood there goes too, with what was said of
-- it since, for good. @returns false where there is nothing of theirs to withdraw
create function viewer.withdraw_post(wanted uuid, why text, without_text boolean) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.municipal_post p
      set withdrawn_at = now(), withdrawn_by = viewer.resident_id(), withdrawn_reason = why,
        title = case when not without_text then p.title end, body = case when not without_text then p.body end
      where p.id = wanted and p.municipality_code = any (viewer.official_of()) and p.withdrawn_at is null;
    if not found then return false; end if;
    insert into public.journal_entry (id, kind, subject_id) values (gen_random_uuid(), 'withdrawal', wanted);
    if without_text then
      update public.promise_report r set reason = null where r.promise_id = wanted;
      insert into public.journal_entry (id, kind, subject_id) values (gen_random_uuid(), 'erasure', wanted);
    end if;
    return true;
  end $$;
alter function viewer.withdraw_post(uuid, text, boolean) owner to app_definer;

-- Who is told what was decided on a post: the officials of its municipality, today.
create function viewer.officials_behind(post uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct g.account_id from public.municipal_post p join viewer.roles_now() g on g.municipality_code = p.municipality_code and g.role = 'official' where p.id = post
  $$;
alter function viewer.officials_behind(uuid) owner to app_definer;

-- The functions of moderation, with posts of municipalities; for the rest as they were.
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
    elsif about_kind = 'municipal_post' then
      select 'neighbourhood', case when p.body is null then p.withdrawn_at end, p.hidden_at into audience, withdrawn_at, hidden_at from public.municipal_post p where p.id = about;
    elsif exists (select from public.shared_kind k where k.kind = about_kind) then
      execute format('select t.household_id, t.street_id, coalesce(t.audience, ''household''), t.updated_at, t.withdrawn_at, t.hidden_at from public.%I t where t.id = $1', about_kind)
        into household_id, street_id, audience, updated_at, withdrawn_at, hidden_at using about;
    end if;
  end $$;

create or replace function viewer.hide_item(about_kind text, about uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner_household uuid := (viewer.standing_of(about_kind, about)).household_id;
  begin
    if owner_household is not null or about_kind = 'municipal_post' then execute format('update public.%I set hidden_at = now() where id = $1', about_kind) using about; end if;
    return owner_household;
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
    if owner_household is null and r.subject_kind <> 'municipal_post' then return null; end if;
    insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, rules_version, duration, reason)
      values (r.neighbourhood_code, owner_household, r.subject_kind, r.subject_id, r.id, viewer.resident_id(), why_rule, version,
        case r.subject_kind when 'joint_request' then 'for_good' else how_long end, why);
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'hidden', rule = why_rule, rules_version = version
      where subject_kind = r.subject_kind and subject_id = r.subject_id and closed_at is null;
    return 'hidden';
  end $$;

create or replace function viewer.object_to(about uuid, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding; r public.report; decided_at timestamptz;
  begin
    select * into h from public.hiding where id = about and lifted_at is null and (household_id = viewer.household_id()
        or subject_kind = 'municipal_post' and exists (select from public.municipal_post p where p.id = hiding.subject_id and p.municipality_code = any (viewer.official_of()))) for update;
    if not found then
      select * into r from public.report where id = about and reporter_id = viewer.resident_id() and reporter_household_id = viewer.household_id() and report.decision = 'kept' for update;
      if not found then return null; end if;
    end if;
    decided_at := coalesce(h.created_at, r.closed_at);
    if exists (select from public.appeal a where a.hiding_id = h.id or a.report_id = r.id) then return 'again'; end if;
    if viewer.object_until(decided_at) < now() then return 'too_late'; end if;
    if why is null then raise check_violation using message = 'an appeal needs its reasons'; end if;
    insert into public.appeal (neighbourhood_code, household_id, resident_id, hiding_id, report_id, subject_kind, subject_id, first_decided_by, reason)
      values (coalesce(h.neighbourhood_code, r.neighbourhood_code), coalesce(h.household_id, r.reporter_household_id), viewer.resident_id(), h.id, r.id,
        coalesce(h.subject_kind, r.subject_kind), coalesce(h.subject_id, r.subject_id), coalesce(h.moderator_id, r.closed_by), why);
    return 'made';
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
        -- Whose it is was not heard yet, and may object in their turn.
        owner_household := viewer.hide_item(a.subject_kind, a.subject_id);
        if owner_household is not null or a.subject_kind = 'municipal_post' then
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
    if a.subject_kind = 'municipal_post' then
      insert into public.outbox (template, account_id)
        select case mail when 'item-hidden' then 'post-hidden' else 'post-appeal-decided' end, o from viewer.officials_behind(a.subject_id) o where mail is not null;
    else
      insert into public.outbox (template, account_id)
        select mail, m.resident_id from public.membership m where m.household_id = owner_household and m.ended_at is null and mail is not null
          and (a.subject_kind <> 'private_message' or exists (select from public.private_message p where p.id = a.subject_id and p.resident_id = m.resident_id))
          and (a.subject_kind <> 'visit_request' or exists (select from public.visit_request q where q.id = a.subject_id and q.guest_resident_id = m.resident_id));
    end if;
    return verdict;
  end $$;

create or replace function viewer.adults_concerned(wanted uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id from public.hiding h join public.membership m on m.household_id = h.household_id and m.ended_at is null
      where h.id = wanted and h.neighbourhood_code = any (viewer.moderates())
        and (h.subject_kind <> 'private_message' or exists (select from public.private_message p where p.id = h.subject_id and p.resident_id = m.resident_id))
        and (h.subject_kind <> 'visit_request' or exists (select from public.visit_request q where q.id = h.subject_id and q.guest_resident_id = m.resident_id))
    union all
    select o from public.hiding h cross join lateral viewer.officials_behind(h.subject_id) o
      where h.id = wanted and h.subject_kind = 'municipal_post' and h.neighbourhood_code = any (viewer.moderates())
  $$;

revoke execute on function viewer.withdraw_post(uuid, text, boolean), viewer.officials_behind(uuid) from public;
grant execute on function viewer.withdraw_post(uuid, text, boolean) to app_viewer;
revoke create on schema viewer from app_definer;
