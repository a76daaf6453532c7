-- Who owns or manages a building answers what its residents ask together, and sees nothing else of them.

-- A role for one building, on behalf of one organisation: which buildings an organisation manages is what its people's roles
-- say today. With the last of them that ends too.
alter table role_grant drop constraint role_grant_role_check, drop constraint role_grant_check1,
  add column organisation_id uuid references organisation (id),
  add constraint role_grant_role_check check (role in ('moderator', 'official', 'contact_person', 'property_manager')),
  add constraint role_grant_check1 check (case role
    when 'contact_person' then (street_id is null) <> (building_id is null)
    when 'property_manager' then street_id is null and building_id is not null
    else street_id is null and building_id is null end),
  add constraint role_grant_for_whom check ((role = 'property_manager') = (organisation_id is not null));
create index role_grant_building on role_grant (building_id, neighbourhood_code) where role = 'property_manager';

alter table auth.role_invitation drop constraint role_invitation_role_check, drop constraint role_invitation_check2,
  add column organisation_id uuid references organisation (id) on delete cascade,
  add constraint role_invitation_role_check check (role in ('moderator', 'official', 'contact_person', 'property_manager')),
  add constraint role_invitation_check2 check (case role
    when 'contact_person' then (street_id is null) <> (building_id is null)
    when 'property_manager' then street_id is null and building_id is not null
    else street_id is null and building_id is null end),
  add constraint role_invitation_for_whom check ((role = 'property_manager') = (organisation_id is not null));

alter table role_event drop constraint role_event_role_check,
  add constraint role_event_role_check check (role in ('moderator', 'official', 'contact_person', 'property_manager'));

alter table consent drop constraint consent_purpose_check,
  add constraint consent_purpose_check
    check (purpose in ('share_measure', 'share_wish', 'join_wish', 'published_figures', 'display_name', 'contact_person', 'joint_request'));

drop policy accepted_invitation on role_grant;
create policy accepted_invitation on role_grant for insert to app_auth
  with check (ended_at is null and exists (
    select from auth.role_invitation i join auth.account a on a.email = i.email
    where i.id = role_grant.invitation_id and a.id = role_grant.account_id and i.accepted_at = now()
      and i.revoked_at is null and i.declined_at is null and i.expires_at > now()
      and (i.role, i.invited_by, i.starts_on, i.ends_on) = (role_grant.role, role_grant.granted_by, role_grant.starts_on, role_grant.ends_on)
      and (i.neighbourhood_code, i.municipality_code, i.street_id, i.building_id, i.organisation_id)
        is not distinct from (role_grant.neighbourhood_code, role_grant.municipality_code, role_grant.street_id, role_grant.building_id, role_grant.organisation_id)
      and viewer.may_grant(i.invited_by, i.role, i.neighbourhood_code, i.municipality_code)));

-- Whoever invites names the organisation; one that was named before is the same. The date says when it was named last.
grant insert, update (created_at) on organisation to app_auth;
create policy auth on organisation for select to app_auth using (true);
create policy auth_names on organisation for insert to app_auth with check (kind in ('housing_corporation', 'owners_association', 'landlord'));
create policy auth_names_again on organisation for update to app_auth using (kind in ('housing_corporation', 'owners_association', 'landlord'));

-- For whom somebody answers: "organisation building" per role, made by the doors.
create function viewer.manages(organisation uuid, building text) returns boolean language sql stable
  as $$ select coalesce(organisation || ' ' || building = any (string_to_array(nullif(current_setting('app.manages', true), ''), ',')), false) $$;

-- What residents of a building ask together of who manages it. Who started it may have left: it is of those who take part.
create table joint_request (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  building_id text not null,
  organisation_id uuid not null references organisation (id),
  kind text not null,
  text text not null check (char_length(text) between 10 and 1000),
  started_by uuid,
  created_at timestamptz not null default now(),
  -- Once three households take part. It stays sent when one of them leaves.
  sent_at timestamptz,
  withdrawn_at timestamptz,
  unique (id, neighbourhood_code),
  foreign key (building_id, neighbourhood_code) references building (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create index joint_request_building on joint_request (building_id, neighbourhood_code);
create index joint_request_neighbourhood on joint_request (neighbourhood_code);
create index joint_request_organisation on joint_request (organisation_id);

-- A name only where somebody chose to show theirs. A new code of a neighbourhood reaches it along two ways, hence deferrable.
create table joint_request_part (
  request_id uuid not null,
  neighbourhood_code text not null,
  building_id text not null,
  household_id uuid not null,
  resident_id uuid not null,
  shown_name text,
  created_at timestamptz not null default now(),
  primary key (request_id, household_id),
  foreign key (request_id, neighbourhood_code) references joint_request (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred,
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred
);
create index joint_request_part_household on joint_request_part (household_id);
create index joint_request_part_building on joint_request_part (building_id, neighbourhood_code);
create index joint_request_part_neighbourhood on joint_request_part (neighbourhood_code);

-- Every answer stays; the newest is the one that counts. Who gave it is known to themselves only.
create table joint_request_answer (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null,
  neighbourhood_code text not null,
  building_id text not null,
  answer text not null check (answer in ('yes', 'no', 'later')),
  by_day date,
  text text check (char_length(text) between 3 and 1000),
  answered_by uuid,
  answered_at timestamptz not null default now(),
  check ((answer = 'no') = (by_day is null) and (answer <> 'no' or text is not null)),
  foreign key (request_id, neighbourhood_code) references joint_request (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create index joint_request_answer_request on joint_request_answer (request_id, answered_at);
create index joint_request_answer_neighbourhood on joint_request_answer (neighbourhood_code);
create index joint_request_answer_building on joint_request_answer (building_id, neighbourhood_code);

alter table joint_request enable row level security;        alter table joint_request force row level security;
alter table joint_request_part enable row level security;   alter table joint_request_part force row level security;
alter table joint_request_answer enable row level security; alter table joint_request_answer force row level security;

grant select, insert, update, delete on joint_request, joint_request_part, joint_request_answer to app_worker;
create policy worker on joint_request to app_worker using (true) with check (true);
create policy worker on joint_request_part to app_worker using (true) with check (true);
create policy worker on joint_request_answer to app_worker using (true) with check (true);

grant select, update (sent_at) on joint_request to app_definer;
grant select, delete on joint_request_part to app_definer;
grant select, insert on joint_request_answer to app_definer;
grant select on organisation to app_definer;
create policy together on joint_request to app_definer using (true) with check (true);
create policy together on joint_request_part to app_definer using (true);
create policy together on joint_request_answer to app_definer using (true) with check (true);
create policy together on organisation for select to app_definer using (true);

grant create on schema viewer to app_definer;

-- A building of one or two homes would say who asks: there residents speak to their landlord themselves. "Mijn gebouw" as an
-- audience begins at ten homes; this one doesn't say from which home anything comes. Five in a day is enough for one person.
create function viewer.may_ask_together(wanted uuid, building text, neighbourhood text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from public.building b where b.id = building and b.neighbourhood_code = neighbourhood and b.dwelling_count >= 3)
      and exists (select from viewer.roles_now() g where g.role = 'property_manager' and g.organisation_id = wanted
        and g.building_id = building and g.neighbourhood_code = neighbourhood)
      and (select count(*) from public.joint_request r where r.started_by = viewer.resident_id() and r.created_at > now() - interval '24 hours') < 5
  $$;
alter function viewer.may_ask_together(uuid, text, text) owner to app_definer;

-- The organisations whose names somebody gets to know: those that manage the own building or were asked something there, those
-- of the neighbourhoods that one moderates, and the own ones.
create function viewer.known_organisations() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(o.id), '{}') from (
      select g.organisation_id as id from viewer.roles_now() g where g.role = 'property_manager'
        and (g.building_id = viewer.building_id() and g.neighbourhood_code = viewer.neighbourhood_code()
          or g.neighbourhood_code = any (viewer.moderates()) or viewer.manages(g.organisation_id, g.building_id))
      union select r.organisation_id from public.joint_request r
        where r.building_id = viewer.building_id() and r.neighbourhood_code = viewer.neighbourhood_code()
    ) o
  $$;
alter function viewer.known_organisations() owner to app_definer;
create policy of_the_building on organisation for select to app_viewer using (id = any ((select viewer.known_organisations())::uuid[]));

-- Who can be asked for the own building, where it is large enough.
create function viewer.managers_here() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct g.organisation_id from viewer.roles_now() g join public.building b on b.id = g.building_id and b.dwelling_count >= 3
      where g.role = 'property_manager' and g.building_id = viewer.building_id() and g.neighbourhood_code = viewer.neighbourhood_code()
  $$;
alter function viewer.managers_here() owner to app_definer;

-- How many households take part, those included that the viewer doesn't see.
create function viewer.joint_request_counts() returns table (request_id uuid, households integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select p.request_id, count(*)::integer from public.joint_request_part p
      where p.building_id = viewer.building_id() and p.neighbourhood_code = viewer.neighbourhood_code() group by 1
  $$;
alter function viewer.joint_request_counts() owner to app_definer;

grant select, insert, update (withdrawn_at) on joint_request to app_viewer;
create policy of_the_building on joint_request for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and building_id = (select viewer.building_id())
    and (withdrawn_at is null or started_by = (select viewer.resident_id())));
create policy residents_ask on joint_request for insert to app_viewer
  with check (started_by = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and building_id = (select viewer.building_id()) and sent_at is null and withdrawn_at is null
    and viewer.may_ask_together(organisation_id, building_id, neighbourhood_code));
-- Second thoughts take seven days.
create policy who_started_withdraws on joint_request for update to app_viewer
  using (started_by = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and building_id = (select viewer.building_id()) and coalesce(withdrawn_at > now() - interval '7 days', true));

-- A name is not seen by who blocked its household, nor by whom it blocked; that somebody takes part is.
grant select, insert, delete, update (shown_name) on joint_request_part to app_viewer;
create policy of_the_building on joint_request_part for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code())
    and (household_id = (select viewer.household_id())
      or building_id = (select viewer.building_id())
        and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
        and exists (select from joint_request r where r.id = request_id)));
create policy own_household_joins on joint_request_part for insert to app_viewer
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and building_id = (select viewer.building_id())
    and exists (select from joint_request r where r.id = request_id and r.building_id = joint_request_part.building_id and r.withdrawn_at is null));
create policy own_name on joint_request_part for update to app_viewer using (household_id = (select viewer.household_id()));
create policy own_household_leaves on joint_request_part for delete to app_viewer using (household_id = (select viewer.household_id()));

grant select (id, request_id, neighbourhood_code, building_id, answer, by_day, text, answered_at) on joint_request_answer to app_viewer;
create policy of_the_building on joint_request_answer for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and building_id = (select viewer.building_id())
      and exists (select from joint_request r where r.id = request_id)
    or answered_by = (select viewer.resident_id()));
-- Who helps somebody on paper sees nothing of what their building asks.
create policy assisting on joint_request as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy assisting on joint_request_part as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);
create policy assisting on joint_request_answer as restrictive for select to app_viewer using ((select viewer.assisted_session()) is null);

-- The third household sends it, once; who manages the building is told that there is something to read.
create function viewer.send_joint_request() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.joint_request;
  begin
    select * into r from public.joint_request where id = new.request_id for update;
    if r.sent_at is not null or (select count(*) from public.joint_request_part p where p.request_id = r.id) < 3 then return null; end if;
    update public.joint_request set sent_at = now() where id = r.id;
    insert into public.outbox (template, account_id)
      select distinct 'joint-request-sent', g.account_id from viewer.roles_now() g
        where g.role = 'property_manager' and g.organisation_id = r.organisation_id and g.building_id = r.building_id and g.neighbourhood_code = r.neighbourhood_code;
    return null;
  end $$;
alter function viewer.send_joint_request() owner to app_definer;
create trigger send_joint_request after insert on joint_request_part for each row execute function viewer.send_joint_request();

-- Who comes to live in another building, or another neighbourhood, by a new register or new boundaries takes no part any more.
create function viewer.leave_joint_requests() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if old.building_id is not distinct from new.building_id
      and not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code and n.code <> new.neighbourhood_code) then return null; end if;
    delete from public.joint_request_part p where p.household_id = new.id;
    update public.consent set withdrawn_at = now() where household_id = new.id and withdrawn_at is null and purpose = 'joint_request';
    return null;
  end $$;
alter function viewer.leave_joint_requests() owner to app_definer;
create trigger leave_joint_requests after update of neighbourhood_code, building_id on household
  for each row when (old.neighbourhood_code <> new.neighbourhood_code or old.building_id is distinct from new.building_id)
  execute function viewer.leave_joint_requests();

-- All that a manager sees: what was sent to the own organisation about the own buildings. Below three households there is no
-- number, because it would say that somebody just left.
create function viewer.requests_to_me() returns table (id uuid, organisation_name text, street_id text, house_number integer, kind text, text text,
    sent_at timestamptz, households integer, names text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.id, o.name, d.street_id, d.house_number, r.kind, r.text, r.sent_at, case when p.households >= 3 then p.households end, p.names
      from public.joint_request r join public.organisation o on o.id = r.organisation_id
      left join lateral (select d.street_id, d.house_number from public.dwelling d where d.building_id = r.building_id and d.ended_on is null
        order by d.house_number, d.id limit 1) d on true
      cross join lateral (select count(*)::integer as households, coalesce(array_agg(q.shown_name order by q.created_at) filter (where q.shown_name is not null), '{}') as names
        from public.joint_request_part q where q.request_id = r.id) p
      where r.sent_at is not null and r.withdrawn_at is null and viewer.manages(r.organisation_id, r.building_id)
  $$;
alter function viewer.requests_to_me() owner to app_definer;

create function viewer.answers_to_requests() returns table (request_id uuid, answer text, by_day date, text text, answered_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select a.request_id, a.answer, a.by_day, a.text, a.answered_at from public.joint_request_answer a join viewer.requests_to_me() r on r.id = a.request_id
  $$;
alter function viewer.answers_to_requests() owner to app_definer;

-- Which answers are one's own; whose the others are can be read by nobody.
create function viewer.own_joint_answers() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select a.id from public.joint_request_answer a where a.answered_by = viewer.resident_id() $$;
alter function viewer.own_joint_answers() owner to app_definer;

-- 'answered', 'too_many' in a day, or null where there is no such request for the asker. Who takes part is told that there is
-- an answer, not which.
create function viewer.answer_joint_request(wanted uuid, verdict text, until date, words text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.joint_request;
  begin
    select * into r from public.joint_request where id = wanted and sent_at is not null and withdrawn_at is null
      and viewer.manages(organisation_id, building_id) for update;
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
alter function viewer.answer_joint_request(uuid, text, date, text) owner to app_definer;

-- Managers stop by themselves, as contact persons do.
create or replace function viewer.role_to_change(wanted uuid) returns role_grant
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare g public.role_grant;
  begin
    select * into g from public.role_grant where id = wanted;
    if not found then return null; end if;
    -- Two moderators who end each other at the same moment go one after the other.
    perform pg_advisory_xact_lock(hashtextextended('roles of ' || coalesce(g.neighbourhood_code, g.municipality_code), 0));
    select * into g from public.role_grant where id = wanted and ended_at is null and (ends_on is null or ends_on >= viewer.today()) for update;
    if not found or not (g.neighbourhood_code = any (viewer.moderates()) or g.municipality_code = any (viewer.official_of())
      or g.role in ('contact_person', 'property_manager') and g.account_id = viewer.resident_id()) is true then return null; end if;
    return g;
  end $$;
create or replace function viewer.end_role(wanted uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare g public.role_grant;
  begin
    g := viewer.role_to_change(wanted);
    if g.id is null then return null; end if;
    if g.role not in ('contact_person', 'property_manager') or g.account_id <> viewer.resident_id() then
      if not viewer.may_grant(viewer.resident_id(), g.role, g.neighbourhood_code, g.municipality_code) then return null; end if;
      if g.role = 'moderator' and not exists (select from viewer.roles_now() o
        where o.role = 'moderator' and o.neighbourhood_code = g.neighbourhood_code and o.account_id <> g.account_id) then return 'last'; end if;
    end if;
    update public.role_grant set ended_at = now() where id = wanted;
    update public.consent set withdrawn_at = now() where subject_id = wanted and purpose = 'contact_person' and withdrawn_at is null;
    insert into public.role_event (deed, role, neighbourhood_code, municipality_code, street_id, building_id, actor_id, subject_id, grant_id, ends_on)
      values ('ended', g.role, g.neighbourhood_code, g.municipality_code, g.street_id, g.building_id, viewer.resident_id(), g.account_id, g.id, g.ends_on);
    insert into public.journal_entry (id, kind, subject_id) values (gen_random_uuid(), 'role_end', wanted);
    insert into public.outbox (template, account_id) values ('role-ended', g.account_id);
    return 'ended';
  end $$;

-- What was withdrawn must not come back after a restore.
create policy own_joint_requests on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'withdrawal'
    and exists (select from joint_request r where r.id = journal_entry.subject_id and r.started_by = (select viewer.resident_id())));

revoke execute on function viewer.manages(uuid, text), viewer.may_ask_together(uuid, text, text), viewer.known_organisations(), viewer.managers_here(),
  viewer.joint_request_counts(), viewer.send_joint_request(), viewer.leave_joint_requests(), viewer.requests_to_me(), viewer.answers_to_requests(),
  viewer.answer_joint_request(uuid, text, date, text), viewer.own_joint_answers() from public;
grant execute on function viewer.manages(uuid, text) to app_viewer, app_definer;
grant execute on function viewer.may_ask_together(uuid, text, text), viewer.known_organisations(), viewer.managers_here(), viewer.joint_request_counts(),
  viewer.requests_to_me(), viewer.answers_to_requests(), viewer.answer_joint_request(uuid, text, date, text), viewer.own_joint_answers() to app_viewer;
revoke create on schema viewer from app_definer;
