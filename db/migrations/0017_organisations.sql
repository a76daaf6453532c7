-- Organisations, and roles that begin and end on a day. A role is given by who has one: by invitation, never to oneself.

-- The cooperative that serves a neighbourhood, a municipality, and who owns or manages homes. The name of a landlord can be
-- that of a person, so only the first two are for everybody.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('cooperative', 'municipality', 'housing_corporation', 'owners_association', 'landlord')),
  name text not null check (char_length(name) between 2 and 80),
  municipality_code text references municipality (code) on update cascade,
  created_at timestamptz not null default now(),
  check ((kind = 'municipality') = (municipality_code is not null)),
  unique (kind, name)
);
alter table organisation enable row level security;
alter table organisation force row level security;
grant select, insert, update, delete on organisation to app_worker;
create policy worker on organisation to app_worker using (true) with check (true);
grant select on organisation to app_viewer, app_auth;
create policy known_to_all on organisation for select to app_viewer, app_auth using (kind in ('cooperative', 'municipality'));

-- Whether a neighbourhood is open stays in "served"; this says who serves it, and can't say so of one that is closed.
alter table neighbourhood add column served_by uuid references organisation (id), add check (served_by is null or served);

-- A role works from the beginning of its first day to the end of its last, in the Netherlands.
create function viewer.today() returns date language sql stable
  as $$ select (now() at time zone 'Europe/Amsterdam')::date $$;

alter table role_grant drop constraint role_grant_role_check, drop constraint role_grant_check, drop constraint role_grant_check1,
  add column street_id text references street (id),
  add column building_id text,
  add column starts_on date not null default (now() at time zone 'Europe/Amsterdam')::date,
  add column ends_on date,
  -- One invitation gives a role once.
  add column invitation_id uuid unique,
  add check (role in ('moderator', 'official', 'contact_person')),
  add check ((role = 'official') = (municipality_code is not null) and (role = 'official') = (neighbourhood_code is null)),
  -- A contact person is of one street or of one building.
  add check (case when role = 'contact_person' then (street_id is null) <> (building_id is null) else street_id is null and building_id is null end),
  add check (ends_on >= starts_on),
  -- A new code of a neighbourhood reaches it along two ways, one after the other, hence deferrable.
  add foreign key (building_id, neighbourhood_code) references building (id, neighbourhood_code) on update cascade deferrable initially deferred;
drop index role_grant_once;
create unique index role_grant_once on role_grant (account_id, role, coalesce(neighbourhood_code, municipality_code), coalesce(street_id, building_id, ''))
  where ended_at is null;
create index role_grant_neighbourhood on role_grant (neighbourhood_code);

-- The roles that work today. Whoever asks which rights somebody has, asks this, and never the table.
create function viewer.roles_now() returns setof role_grant language sql stable
  as $$ select * from public.role_grant g where g.ended_at is null and g.starts_on <= viewer.today() and (g.ends_on is null or g.ends_on >= viewer.today()) $$;

-- Nobody gives what they do not have themselves: a moderator the roles of the own neighbourhood, an official that of the own
-- municipality.
create function viewer.may_grant(giver uuid, given text, neighbourhood text, municipality text) returns boolean language sql stable
  as $$
    select exists (select from viewer.roles_now() g where g.account_id = giver and case when given = 'official'
      then g.role = 'official' and g.municipality_code = municipality and neighbourhood is null
      else g.role = 'moderator' and g.neighbourhood_code = neighbourhood and municipality is null end)
  $$;

-- Whom somebody invites to a role. The token is made when the mail is delivered; here is only its hash.
create table auth.role_invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  role text not null check (role in ('moderator', 'official', 'contact_person')),
  neighbourhood_code text references neighbourhood (code) on update cascade,
  municipality_code text references municipality (code) on update cascade,
  street_id text references street (id),
  building_id text references building (id),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  invited_by uuid not null references auth.account (id) on delete cascade,
  token_hash text unique,
  sent_count smallint not null default 1 check (sent_count between 1 and 4),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  revoked_at timestamptz,
  check ((role = 'official') = (municipality_code is not null) and (role = 'official') = (neighbourhood_code is null)),
  check (case when role = 'contact_person' then (street_id is null) <> (building_id is null) else street_id is null and building_id is null end)
);
create index role_invitation_neighbourhood on auth.role_invitation (neighbourhood_code);
create index role_invitation_email on auth.role_invitation (email);
alter table auth.role_invitation enable row level security;
alter table auth.role_invitation force row level security;
grant select, insert, delete, update (token_hash, sent_count, expires_at, accepted_at, declined_at, revoked_at) on auth.role_invitation to app_auth;
create policy auth on auth.role_invitation for select to app_auth using (true);
create policy auth_forgets on auth.role_invitation for delete to app_auth using (true);
create policy auth_answers on auth.role_invitation for update to app_auth using (accepted_at is null) with check (true);
create policy who_has_it_invites on auth.role_invitation for insert to app_auth
  with check (accepted_at is null and token_hash is null and viewer.may_grant(invited_by, role, neighbourhood_code, municipality_code)
    and ends_on between viewer.today() and viewer.today() + interval '2 years');

-- A role comes of an invitation that is accepted in this very transaction, by the account with the address it was sent to,
-- while who invited still has it; or of who runs the site.
grant insert on role_grant to app_auth;
create policy accepted_invitation on role_grant for insert to app_auth
  with check (ended_at is null and exists (
    select from auth.role_invitation i join auth.account a on a.email = i.email
    where i.id = role_grant.invitation_id and a.id = role_grant.account_id and i.accepted_at = now()
      and i.revoked_at is null and i.declined_at is null and i.expires_at > now()
      and (i.role, i.invited_by, i.starts_on, i.ends_on) = (role_grant.role, role_grant.granted_by, role_grant.starts_on, role_grant.ends_on)
      and (i.neighbourhood_code, i.municipality_code, i.street_id, i.building_id)
        is not distinct from (role_grant.neighbourhood_code, role_grant.municipality_code, role_grant.street_id, role_grant.building_id)
      and viewer.may_grant(i.invited_by, i.role, i.neighbourhood_code, i.municipality_code)));

-- Who did what with which role. Appended to, and it stays when the role and the people are gone; hence no references.
create table role_event (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  deed text not null check (deed in ('granted', 'invited', 'sent_again', 'taken_back', 'accepted', 'declined', 'extended', 'ended')),
  role text not null check (role in ('moderator', 'official', 'contact_person')),
  neighbourhood_code text references neighbourhood (code) on update cascade,
  municipality_code text references municipality (code) on update cascade,
  street_id text references street (id),
  building_id text references building (id),
  -- Null is who runs the site.
  actor_id uuid,
  -- Whose role it is, once that is an account.
  subject_id uuid,
  invitation_id uuid,
  grant_id uuid,
  ends_on date
);
create index role_event_neighbourhood on role_event (neighbourhood_code, at desc);
create index role_event_municipality on role_event (municipality_code, at desc);
alter table role_event enable row level security;
alter table role_event force row level security;
grant select, insert, delete on role_event to app_worker;
create policy worker on role_event to app_worker using (true) with check (true);
grant insert on role_event to app_auth, app_definer;
create policy auth on role_event for insert to app_auth with check (actor_id is not null);
create policy deeds on role_event for insert to app_definer with check (actor_id is not null);

-- Municipalities whose official is asking, and the streets and buildings whose contact person is; made by the doors too.
create function viewer.official_of() returns text[] language sql stable
  as $$ select coalesce(string_to_array(nullif(current_setting('app.official_of', true), ''), ','), '{}') $$;
-- A street is a street within one neighbourhood.
create function viewer.contact_for(street text, neighbourhood text, building text) returns boolean language sql stable
  as $$
    select coalesce('street ' || street || ' ' || neighbourhood = any (c.places), false) or coalesce('building ' || building = any (c.places), false)
    from (select coalesce(string_to_array(nullif(current_setting('app.contact_for', true), ''), ','), '{}') as places) c
  $$;

grant select on role_event to app_viewer;
create policy of_the_place on role_event for select to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) or municipality_code = any ((select viewer.official_of())::text[])
    or subject_id = (select viewer.resident_id()) or actor_id = (select viewer.resident_id()));
create policy of_the_place on role_grant for select to app_viewer
  using (neighbourhood_code = any ((select viewer.moderates())::text[]) or municipality_code = any ((select viewer.official_of())::text[]));

-- What must not come back after a restore.
alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (kind in ('erasure', 'stay', 'withdrawal', 'narrowing', 'hiding', 'membership_end', 'role_end'));
alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('share_measure', 'share_wish', 'join_wish', 'published_figures', 'display_name', 'contact_person'));

grant select, update (ended_at, ends_on) on role_grant to app_definer;
create policy changes on role_grant for update to app_definer using (true) with check (true);
grant select (id, display_name, household_id) on resident to app_definer;
create policy contacts on resident for select to app_definer using (true);
grant select (building_id, neighbourhood_code, ended_at) on household to app_definer;

grant create on schema viewer to app_definer;

create or replace function viewer.other_moderators(code text) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(distinct g.account_id)::integer from viewer.roles_now() g where g.role = 'moderator' and g.neighbourhood_code = code
      and code = any (viewer.moderates()) and g.account_id <> viewer.resident_id()
  $$;

-- A role that the asker may change: one of the own neighbourhoods or municipality, while the asker's own role works.
-- Part of the next two; nobody runs it by itself.
create function viewer.role_to_change(wanted uuid) returns role_grant
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
      or g.role = 'contact_person' and g.account_id = viewer.resident_id()) is true then return null; end if;
    return g;
  end $$;
alter function viewer.role_to_change(uuid) owner to app_definer;

-- Ends a role, from the next request on: 'ended', 'last' when nobody else would moderate the neighbourhood, or null. Who had
-- it is told.
create function viewer.end_role(wanted uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare g public.role_grant;
  begin
    g := viewer.role_to_change(wanted);
    if g.id is null then return null; end if;
    if g.role <> 'contact_person' or g.account_id <> viewer.resident_id() then
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
alter function viewer.end_role(uuid) owner to app_definer;

-- Gives somebody else's role another last day: 'changed', 'own', or null. At most two years ahead.
create function viewer.extend_role(wanted uuid, until date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare g public.role_grant;
  begin
    g := viewer.role_to_change(wanted);
    if g.id is null or g.ends_on is null then return null; end if;
    if g.account_id = viewer.resident_id() then return 'own'; end if;
    if not viewer.may_grant(viewer.resident_id(), g.role, g.neighbourhood_code, g.municipality_code) then return null; end if;
    if until is null or until < greatest(viewer.today(), g.starts_on) or until > viewer.today() + interval '2 years' then
      raise check_violation using message = 'a role lasts two years at most';
    end if;
    update public.role_grant set ends_on = until where id = wanted;
    insert into public.role_event (deed, role, neighbourhood_code, municipality_code, street_id, building_id, actor_id, subject_id, grant_id, ends_on)
      values ('extended', g.role, g.neighbourhood_code, g.municipality_code, g.street_id, g.building_id, viewer.resident_id(), g.account_id, g.id, until);
    return 'changed';
  end $$;
alter function viewer.extend_role(uuid, date) owner to app_definer;

-- The contact persons of one's own street and building, and those of the neighbourhoods that one moderates: who still lives
-- there and agreed to be shown, under the name that neighbours see.
create function viewer.contact_persons() returns table (grant_id uuid, account_id uuid, shown_name text, street_id text, building_id text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select g.id, g.account_id, r.display_name, g.street_id, g.building_id from viewer.roles_now() g
      join public.resident r on r.id = g.account_id
      join public.household h on h.id = r.household_id and h.ended_at is null and h.neighbourhood_code = g.neighbourhood_code
        and (h.street_id = g.street_id or h.building_id = g.building_id)
      where g.role = 'contact_person'
        and exists (select from public.consent c where c.subject_id = g.id and c.purpose = 'contact_person' and c.resident_id = g.account_id and c.withdrawn_at is null)
        and (g.neighbourhood_code = any (viewer.moderates())
          or g.neighbourhood_code = viewer.neighbourhood_code() and (g.street_id = viewer.street_id() or g.building_id = viewer.building_id()))
  $$;
alter function viewer.contact_persons() owner to app_definer;

revoke execute on function viewer.today(), viewer.roles_now(), viewer.may_grant(uuid, text, text, text), viewer.official_of(), viewer.contact_for(text, text, text),
  viewer.role_to_change(uuid), viewer.end_role(uuid), viewer.extend_role(uuid, date), viewer.contact_persons() from public;
grant execute on function viewer.today(), viewer.roles_now() to app_viewer, app_auth, app_worker, app_definer;
grant execute on function viewer.may_grant(uuid, text, text, text) to app_auth, app_definer;
grant execute on function viewer.official_of(), viewer.contact_for(text, text, text) to app_viewer, app_definer;
grant execute on function viewer.end_role(uuid), viewer.extend_role(uuid, date), viewer.contact_persons() to app_viewer;
revoke create on schema viewer from app_definer;
