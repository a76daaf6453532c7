-- A decision comes with its reasons, and can be objected to once; another moderator decides on that. A moderator has nothing
-- to do with a report that is too close to home.

-- On which version of the house rules a decision rests, and how long a hiding lasts.
alter table hiding add column rules_version text not null default '1',
  add column duration text not null default 'until_changed' check (duration in ('until_changed', 'for_good')),
  add unique (id, neighbourhood_code);
alter table report add column rule text check (rule in ('personal_data', 'offensive', 'advertising', 'untrue', 'unsafe', 'other')),
  add column rules_version text,
  add column reviewed_at timestamptz,
  add column review text check (review in ('upheld', 'overturned')),
  add unique (id, neighbourhood_code);
create index hiding_moderator on hiding (moderator_id, created_at);
create index report_closed on report (closed_at) where closed_at is not null;

-- "Bezwaar": by the household of what was hidden, or by who reported what was kept. Its texts go 24 months after the
-- decision, hence may be null.
create table appeal (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  resident_id uuid not null,
  hiding_id uuid unique,
  report_id uuid unique,
  subject_kind text not null check (subject_kind in ('measure', 'wish')),
  subject_id uuid not null,
  first_decided_by uuid not null,
  reason text check (char_length(reason) between 10 and 1000),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('upheld', 'overturned')),
  answer text check (char_length(answer) between 10 and 1000),
  check ((hiding_id is null) <> (report_id is null)),
  check (decided_by <> first_decided_by),
  check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
  -- A new code of a neighbourhood reaches it along two ways, one after the other, hence deferrable.
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred,
  foreign key (hiding_id, neighbourhood_code) references hiding (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (report_id, neighbourhood_code) references report (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index appeal_neighbourhood on appeal (neighbourhood_code, created_at);
create index appeal_household on appeal (household_id);

alter table appeal enable row level security;
alter table appeal force row level security;
grant select, insert, update, delete on appeal to app_worker;
create policy worker on appeal to app_worker using (true) with check (true);
grant select, insert, update (decided_at, decided_by, outcome, answer) on appeal to app_definer;
create policy moderation on appeal to app_definer using (true) with check (true);
grant select (id, street_id) on household to app_definer;
create policy moderation on household for select to app_definer using (true);
grant select (account_id, role, neighbourhood_code, ended_at) on role_grant to app_definer;
create policy moderation on role_grant for select to app_definer using (true);
grant update (rule, rules_version, reviewed_at, review) on report to app_definer;

grant create on schema viewer to app_definer;

-- Too close to home: something of one's own household, something that it reported, or a matter between neighbours of one's
-- own street. Says nothing to who moderates nothing.
create function viewer.recused(about_kind text, about uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select cardinality(viewer.moderates()) > 0 and (
      exists (select from public.report r where r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates())
        and (r.reporter_id = viewer.resident_id() or r.reporter_household_id = viewer.household_id()))
      or exists (
        select from (
          select m.household_id, m.street_id from public.measure m where about_kind = 'measure' and m.id = about
          union all select w.household_id, w.street_id from public.wish w where about_kind = 'wish' and w.id = about
        ) item where item.household_id = viewer.household_id()
          or item.street_id = viewer.street_id() and exists (
            select from public.report r join public.household h on h.id = r.reporter_household_id
              where r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates()) and h.street_id = viewer.street_id())))
  $$;
alter function viewer.recused(text, uuid) owner to app_definer;

-- What waits for another moderator: that it is there and since when, nothing of what it says.
create function viewer.waiting_for_others() returns table (id uuid, neighbourhood_code text, created_at timestamptz, is_appeal boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select gen_random_uuid(), w.neighbourhood_code, w.created_at, w.is_appeal from (
      select r.neighbourhood_code, r.subject_kind, r.subject_id, r.created_at, false as is_appeal from public.report r where r.closed_at is null
      union all select a.neighbourhood_code, a.subject_kind, a.subject_id, a.created_at, true from public.appeal a where a.decided_at is null
    ) w where w.neighbourhood_code = any (viewer.moderates()) and viewer.recused(w.subject_kind, w.subject_id)
  $$;
alter function viewer.waiting_for_others() owner to app_definer;

-- How many others moderate a neighbourhood that one moderates oneself.
create function viewer.other_moderators(code text) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(*)::integer from public.role_grant g where g.role = 'moderator' and g.ended_at is null and g.neighbourhood_code = code
      and code = any (viewer.moderates()) and g.account_id <> viewer.resident_id()
  $$;
alter function viewer.other_moderators(text) owner to app_definer;

-- The report or appeal may be looked at, with a trace for the household concerned, unless it is too close to home.
create or replace function viewer.look_at_reported(wanted uuid) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r record; item jsonb; owner_household uuid;
  begin
    select * into r from (
      select a.id, a.neighbourhood_code, a.subject_kind, a.subject_id, 'appeal' as why from public.appeal a
      union all select p.id, p.neighbourhood_code, p.subject_kind, p.subject_id, 'report' from public.report p
    ) w where w.id = wanted and w.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(w.subject_kind, w.subject_id);
    if not found then return null; end if;
    if r.subject_kind = 'measure' then
      select jsonb_build_object('shown_name', m.shown_name, 'audience', m.audience, 'shared_at', m.shared_at, 'hidden_at', m.hidden_at,
          'kind', m.kind, 'state', m.state, 'year', m.year, 'experience', m.experience, 'would_do_differently', m.would_do_differently,
          'photos', coalesce((select jsonb_agg(jsonb_build_object('alt', p.alt, 'mime', p.mime,
              'base64', replace(encode(p.bytes, 'base64'), E'\n', '')) order by p.created_at) from public.photo p where p.measure_id = m.id), '[]')),
          m.household_id into item, owner_household
        from public.measure m where m.id = r.subject_id and m.withdrawn_at is null and m.audience <> 'household';
    else
      select jsonb_build_object('shown_name', w.shown_name, 'audience', w.audience, 'shared_at', w.shared_at, 'hidden_at', w.hidden_at,
          'kind', w.kind, 'scope', w.scope, 'title', w.title, 'note', w.note), w.household_id into item, owner_household
        from public.wish w where w.id = r.subject_id and w.withdrawn_at is null and w.audience <> 'household';
    end if;
    if item is null then return jsonb_build_object('taken_back', true); end if;
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason)
      values (r.neighbourhood_code, owner_household, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, r.why);
    return item;
  end $$;

-- A moderator hides twenty things in 24 hours at most; the lock lets two requests at the same moment not both be the last.
create function viewer.hidings_left() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('hidings of ' || viewer.resident_id(), 0));
    return 20 - (select count(*) from public.hiding h where h.moderator_id = viewer.resident_id() and h.created_at > now() - interval '24 hours');
  end $$;
alter function viewer.hidings_left() owner to app_definer;

-- Hides one item; its household, or null when the item is gone.
create function viewer.hide_item(about_kind text, about uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner_household uuid;
  begin
    if about_kind = 'measure' then update public.measure set hidden_at = now() where id = about returning household_id into owner_household;
    else update public.wish set hidden_at = now() where id = about returning household_id into owner_household; end if;
    return owner_household;
  end $$;
alter function viewer.hide_item(text, uuid) owner to app_definer;

-- Ends one hiding. Several decisions may hide one item: it shows again when nothing hides it any more.
create function viewer.end_hiding(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding;
  begin
    update public.hiding set lifted_at = now(), lifted_by = viewer.resident_id() where id = wanted and lifted_at is null returning * into h;
    if not found or exists (select from public.hiding other where other.subject_id = h.subject_id and other.lifted_at is null) then return; end if;
    if h.subject_kind = 'measure' then update public.measure set hidden_at = null where id = h.subject_id;
    else update public.wish set hidden_at = null where id = h.subject_id; end if;
  end $$;
alter function viewer.end_hiding(uuid) owner to app_definer;

-- One decision answers everybody who reported the same item: 'hidden', 'decided' before, 'too_many' today, or null. The facts
-- are for its household; who reported it reads the outcome and the rule.
drop function viewer.hide_reported(uuid, text, text);
create function viewer.hide_reported(wanted uuid, why_rule text, version text, how_long text, why text) returns text
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
      values (r.neighbourhood_code, owner_household, r.subject_kind, r.subject_id, r.id, viewer.resident_id(), why_rule, version, how_long, why);
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'hidden', rule = why_rule, rules_version = version
      where subject_kind = r.subject_kind and subject_id = r.subject_id and closed_at is null;
    return 'hidden';
  end $$;
alter function viewer.hide_reported(uuid, text, text, text, text) owner to app_definer;

-- 'kept', 'decided' before, or null.
create function viewer.keep_reported(wanted uuid, why_rule text, version text, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates()) for update;
    if not found or viewer.recused(r.subject_kind, r.subject_id) then return null; end if;
    if r.closed_at is not null then return 'decided'; end if;
    if why is null or char_length(why) not between 10 and 1000 then raise check_violation using message = 'a decision needs its reasons'; end if;
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'kept', rule = why_rule, rules_version = version, decision_note = why
      where id = wanted;
    return 'kept';
  end $$;
alter function viewer.keep_reported(uuid, text, text, text) owner to app_definer;

-- While an appeal waits, the hiding waits with it.
create or replace function viewer.lift_hiding(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding;
  begin
    select * into h from public.hiding where id = wanted and neighbourhood_code = any (viewer.moderates()) and lifted_at is null for update;
    if not found or viewer.recused(h.subject_kind, h.subject_id) then return false; end if;
    if exists (select from public.appeal a where a.hiding_id = wanted and a.decided_at is null) then return false; end if;
    perform viewer.end_hiding(wanted);
    return true;
  end $$;

-- The last moment to object: the end of the day that is six months after the decision, in the Netherlands.
create function viewer.object_until(decided timestamptz) returns timestamptz language sql stable
  as $$ select ((decided at time zone 'Europe/Amsterdam')::date + interval '6 months 1 day' - interval '1 second') at time zone 'Europe/Amsterdam' $$;

-- Objects to a hiding of the own household, or to the keeping of what one reported: 'made', 'again', 'too_late', or
-- null when there is no such decision.
create function viewer.object_to(about uuid, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding; r public.report; decided_at timestamptz;
  begin
    select * into h from public.hiding where id = about and household_id = viewer.household_id() and lifted_at is null for update;
    if not found then
      select * into r from public.report where id = about and reporter_id = viewer.resident_id() and reporter_household_id = viewer.household_id() and report.decision = 'kept' for update;
      if not found then return null; end if;
    end if;
    decided_at := coalesce(h.created_at, r.closed_at);
    if exists (select from public.appeal a where a.hiding_id = h.id or a.report_id = r.id) then return 'again'; end if;
    if viewer.object_until(decided_at) < now() then return 'too_late'; end if;
    if why is null then raise check_violation using message = 'an appeal needs its reasons'; end if;
    insert into public.appeal (neighbourhood_code, household_id, resident_id, hiding_id, report_id, subject_kind, subject_id, first_decided_by, reason)
      values (coalesce(h.neighbourhood_code, r.neighbourhood_code), viewer.household_id(), viewer.resident_id(), h.id, r.id,
        coalesce(h.subject_kind, r.subject_kind), coalesce(h.subject_id, r.subject_id), coalesce(h.moderator_id, r.closed_by), why);
    return 'made';
  end $$;
alter function viewer.object_to(uuid, text) owner to app_definer;

-- Decides on an appeal, for good: 'upheld', 'overturned', 'own' decision, 'decided' before, 'too_many' hidden today, or null.
-- Everybody concerned is told in the same transaction; who reported stays unknown, and who owns an item does too.
create function viewer.decide_appeal(wanted uuid, verdict text, why text) returns text
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
          insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, rules_version, reason)
            values (a.neighbourhood_code, owner_household, a.subject_kind, a.subject_id, r.id, viewer.resident_id(), coalesce(r.rule, r.category), coalesce(r.rules_version, '1'), why);
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
alter function viewer.decide_appeal(uuid, text, text) owner to app_definer;

-- What everybody may know of moderation: per quarter that is over and per category, how much was decided, and of a quarter how
-- long it took in hours (median) and which share was overturned. Nothing but that it was there where it was less than ten.
create function viewer.moderation_log() returns table (quarter date, category text, decisions integer, median_hours integer, overturned_percent integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with decided as (
      select date_trunc('quarter', r.closed_at at time zone 'Europe/Amsterdam')::date as quarter, r.category,
        extract(epoch from r.closed_at - r.created_at) / 3600 as hours, r.review is not distinct from 'overturned' as overturned
      from public.report r where r.closed_at < date_trunc('quarter', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'
    ), whole as (
      select d.quarter, count(*) >= 10 as enough, count(*)::integer as decisions, round(percentile_cont(0.5) within group (order by d.hours))::integer as median_hours,
        round(100.0 * count(*) filter (where d.overturned) / count(*))::integer as overturned_percent
      from decided d group by d.quarter
    )
    select w.quarter, null, case when w.enough then w.decisions end, case when w.enough then w.median_hours end, case when w.enough then w.overturned_percent end from whole w
    union all
    select d.quarter, d.category, count(*)::integer, null, null from decided d join whole w on w.quarter = d.quarter and w.enough group by d.quarter, d.category
    order by 1 desc, 2 nulls first
  $$;
alter function viewer.moderation_log() owner to app_definer;

revoke execute on function viewer.recused(text, uuid), viewer.waiting_for_others(), viewer.other_moderators(text), viewer.hidings_left(),
  viewer.hide_item(text, uuid), viewer.end_hiding(uuid), viewer.hide_reported(uuid, text, text, text, text), viewer.keep_reported(uuid, text, text, text),
  viewer.object_until(timestamptz), viewer.object_to(uuid, text), viewer.decide_appeal(uuid, text, text), viewer.moderation_log() from public;
grant execute on function viewer.object_until(timestamptz) to app_viewer, app_definer;
-- hidings_left, hide_item and end_hiding are parts of the others: nobody runs them by themselves.
grant execute on function viewer.recused(text, uuid), viewer.waiting_for_others(), viewer.other_moderators(text),
  viewer.hide_reported(uuid, text, text, text, text), viewer.keep_reported(uuid, text, text, text), viewer.object_to(uuid, text),
  viewer.decide_appeal(uuid, text, text) to app_viewer;
grant execute on function viewer.moderation_log() to app_insights;
revoke create on schema viewer from app_definer;

-- Moderators read what is not too close to home, and write through the functions only.
drop policy reporter_or_moderator on report;
create policy reporter_or_moderator on report for select to app_viewer
  using (reporter_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    or neighbourhood_code = any ((select viewer.moderates())::text[]) and not viewer.recused(subject_kind, subject_id));
drop policy moderators_close on report;
revoke update on report from app_viewer;
grant select (rule, rules_version, reviewed_at, review) on report to app_viewer;
drop policy owner_or_moderator on hiding;
create policy owner_or_moderator on hiding for select to app_viewer
  using (household_id = (select viewer.household_id())
    or neighbourhood_code = any ((select viewer.moderates())::text[]) and not viewer.recused(subject_kind, subject_id));

-- Whose an appeal is, a moderator does not get to know. Of a household's hiding all its adults read it; of a report only who
-- reported.
grant select (id, neighbourhood_code, hiding_id, report_id, subject_kind, subject_id, first_decided_by, reason, created_at, decided_at, decided_by, outcome, answer)
  on appeal to app_viewer;
create policy appellant_or_moderator on appeal for select to app_viewer
  using (hiding_id is not null and household_id = (select viewer.household_id())
    or report_id is not null and resident_id = (select viewer.resident_id())
    or neighbourhood_code = any ((select viewer.moderates())::text[]) and not viewer.recused(subject_kind, subject_id));
