-- The neighbourhood agenda: what residents tell beside a figure of the profile of their neighbourhood. A story is a shared thing as
-- a measure and a wish are, with the same audiences, blocks, reports, hidings and objections. An announcement of a moderator can
-- stand beside a figure too. The keys are
-- those of db/schema/choices.ts.
create table story (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  street_id text not null,
  building_id text,
  dwelling_id text not null,
  resident_id uuid not null,
  shown_name text,
  indicator text not null constraint story_indicator_check
    check (indicator in ('dwelling_types', 'building_periods', 'in_short', 'households', 'ages', 'ownership', 'gas', 'electricity', 'grid_use', 'labels')),
  title text not null check (char_length(title) between 3 and 120),
  body text not null check (char_length(body) between 1 and 2000),
  audience text not null default 'household' check (audience in ('household', 'building', 'street', 'neighbourhood')),
  narrowed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  hidden_at timestamptz,
  foreign key (household_id, neighbourhood_code, dwelling_id, street_id)
    references household (id, neighbourhood_code, dwelling_id, street_id) on update cascade
);
create index story_neighbourhood on story (neighbourhood_code, shared_at desc);
create index story_household on story (household_id);

alter table story enable row level security; alter table story force row level security;
grant select, insert, update, delete on story to app_worker;
create policy worker on story to app_worker using (true) with check (true);

grant select, insert on story to app_viewer;
grant update (shown_name, indicator, title, body, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by) on story to app_viewer;
create policy audience on story for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
      and (audience = 'neighbourhood'
        or audience = 'street' and street_id = (select viewer.street_id())
        or audience = 'building' and building_id = (select viewer.building_id()))));
create policy assisting on story as restrictive for select to app_viewer
  using ((select viewer.assisted_session()) is null or household_id = (select viewer.household_id()) or id = (select viewer.assisted_seen()));
create policy own_household_adds on story for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and street_id = (select viewer.street_id())
    and building_id is not distinct from (select viewer.building_id()) and hidden_at is null
    and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));
create policy own_household_changes on story for update to app_viewer
  using (household_id = (select viewer.household_id()))
  with check (household_id = (select viewer.household_id()) and viewer.audience_allowed(audience, neighbourhood_code, street_id, building_id));

grant select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at) on story to app_definer;
create policy moderation on story to app_definer using (true) with check (true);

-- Beside which figure a moderator's announcement stands; most stand beside none.
alter table announcement add column indicator text constraint announcement_indicator_check
  check (indicator in ('dwelling_types', 'building_periods', 'in_short', 'households', 'ages', 'ownership', 'gas', 'electricity', 'grid_use', 'labels'));

alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'share_story', 'join_wish', 'published_figures', 'display_name', 'contact_person', 'joint_request'));
alter table disclosure drop constraint disclosure_what_check;
alter table disclosure add constraint disclosure_what_check check (what in ('measure', 'wish', 'story'));
alter table report drop constraint report_subject_kind_check;
alter table report add constraint report_subject_kind_check check (subject_kind in ('measure', 'wish', 'story'));
alter table hiding drop constraint hiding_subject_kind_check;
alter table hiding add constraint hiding_subject_kind_check check (subject_kind in ('measure', 'wish', 'story'));
alter table appeal drop constraint appeal_subject_kind_check;
alter table appeal add constraint appeal_subject_kind_check check (subject_kind in ('measure', 'wish', 'story'));
alter table second_look drop constraint second_look_subject_kind_check;
alter table second_look add constraint second_look_subject_kind_check check (subject_kind in ('measure', 'wish', 'story'));

-- What the policies say of measures and wishes holds for stories.
create policy residents_report_stories on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind = 'story' and exists (select from story s where s.id = subject_id));
create policy behind_a_story on block for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and blocked_household_id <> (select viewer.household_id())
    and exists (select from story s where s.household_id = blocked_household_id));
create policy own_stories on journal_entry for insert to app_viewer
  with check (appended_at is null and kind in ('withdrawal', 'narrowing')
    and exists (select from story s where s.id = journal_entry.subject_id and s.household_id = (select viewer.household_id())));

-- The functions that reach every shared thing, with stories among them; for the rest as they were. Those that reports, hidings and
-- looks go through follow when all that can be reported is there.
grant create on schema viewer to app_definer;

create or replace function viewer.ask_second_look(about uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding; changed timestamptz;
  begin
    select * into h from public.hiding where id = about and household_id = viewer.household_id() and lifted_at is null and duration = 'until_changed' for update;
    if not found then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended('second looks of ' || h.household_id, 0));
    if exists (select from public.second_look s where s.hiding_id = about and s.decided_at is null)
      or exists (select from public.appeal a where a.hiding_id = about and a.decided_at is null) then return 'again'; end if;
    select item.updated_at into changed from (
      select m.id, m.updated_at from public.measure m union all select w.id, w.updated_at from public.wish w union all select s.id, s.updated_at from public.story s
    ) item where item.id = h.subject_id;
    if changed is null or changed <= greatest(h.created_at, (select max(s.created_at) from public.second_look s where s.hiding_id = about)) then return 'unchanged'; end if;
    if (select count(*) from public.second_look s where s.household_id = h.household_id and s.created_at > now() - interval '24 hours') >= 3 then return 'too_many'; end if;
    insert into public.second_look (neighbourhood_code, household_id, hiding_id, subject_kind, subject_id)
      values (h.neighbourhood_code, h.household_id, about, h.subject_kind, h.subject_id);
    return 'asked';
  end $$;

create or replace function viewer.end_household(wanted uuid, mail text, about uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    insert into public.outbox (template, account_id, subject_id)
      select mail, m.resident_id, about from public.membership m where m.household_id = wanted and (m.ended_at is null or m.ended_reason = 'disputed');
    insert into public.journal_entry (id, kind, subject_id)
      select gen_random_uuid(), 'membership_end', m.id from public.membership m where m.household_id = wanted and (m.ended_at is null or m.ended_reason = 'disputed');
    update public.membership set ended_at = coalesce(ended_at, now()), ended_reason = 'address' where household_id = wanted and (ended_at is null or ended_reason = 'disputed');
    delete from public.resident where household_id = wanted;
    update public.household set ended_at = now() where id = wanted and ended_at is null;
    update public.measure set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
    update public.wish set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
    update public.story set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
    delete from public.wish_join where household_id = wanted;
    update public.consent set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
  end $$;

create or replace function viewer.leave_old_neighbours() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then return null; end if;
    delete from public.wish_join j where j.household_id = new.id
      or j.wish_id in (select w.id from public.wish w where w.household_id = new.id);
    update public.consent set withdrawn_at = now() where household_id = new.id and withdrawn_at is null
      and purpose in ('share_measure', 'share_wish', 'share_story', 'join_wish');
    with narrowed as (
      update public.measure set audience = 'household', narrowed_at = now(), shared_at = null
        where household_id = new.id and audience <> 'household' returning id, resident_id, withdrawn_at
    ), narrowed_wish as (
      update public.wish set audience = 'household', narrowed_at = now(), shared_at = null
        where household_id = new.id and audience <> 'household' returning id, resident_id, withdrawn_at
    ), narrowed_story as (
      update public.story set audience = 'household', narrowed_at = now(), shared_at = null
        where household_id = new.id and audience <> 'household' returning id, resident_id, withdrawn_at
    ), item as (
      select * from narrowed union all select * from narrowed_wish union all select * from narrowed_story
    ), written as (
      insert into public.journal_entry (id, kind, subject_id) select gen_random_uuid(), 'narrowing', i.id from item i
    )
    insert into public.outbox (template, account_id, subject_id)
      select 'audience-narrowed', i.resident_id, i.id from item i where i.withdrawn_at is null;
    return null;
  end $$;

create or replace function viewer.resume_household(wanted uuid, since timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.membership m set ended_at = null, ended_reason = null where m.household_id = wanted and m.ended_reason = 'disputed'
      and not exists (select from public.membership o where o.resident_id = m.resident_id and o.ended_at is null);
    update public.measure set hidden_at = null where household_id = wanted and hidden_at = since;
    update public.wish set hidden_at = null where household_id = wanted and hidden_at = since;
    update public.story set hidden_at = null where household_id = wanted and hidden_at = since;
  end $$;

create or replace function viewer.suspend_household(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.membership set ended_at = now(), ended_reason = 'disputed' where household_id = wanted and ended_at is null;
    update public.measure set hidden_at = now() where household_id = wanted and hidden_at is null;
    update public.wish set hidden_at = now() where household_id = wanted and hidden_at is null;
    update public.story set hidden_at = now() where household_id = wanted and hidden_at is null;
    delete from public.wish_join where household_id = wanted;
  end $$;

create or replace function viewer.take_over(person uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.paper_resident;
  begin
    select * into p from public.paper_resident where id = person and taken_over_at = now();
    if not found or not exists (select from public.membership m where m.household_id = p.household_id and m.resident_id = p.taken_over_by and m.ended_at is null) then return false; end if;
    update public.measure set resident_id = p.taken_over_by where resident_id = person;
    update public.wish set resident_id = p.taken_over_by where resident_id = person;
    update public.story set resident_id = p.taken_over_by where resident_id = person;
    update public.wish_join set resident_id = p.taken_over_by where resident_id = person;
    update public.consent set resident_id = p.taken_over_by where resident_id = person;
    update public.appeal set resident_id = p.taken_over_by where resident_id = person;
    update public.report set reporter_id = p.taken_over_by where reporter_id = person;
    update public.letter set ended_at = now() where paper_resident_id = person and ended_at is null;
    update public.assisted_session set ended_at = now() where paper_resident_id = person and ended_at is null and ends_at > now();
    return true;
  end $$;

revoke create on schema viewer from app_definer;
