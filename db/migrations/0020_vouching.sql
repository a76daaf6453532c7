-- Other ways in than a letter: two neighbours who know somebody (buurtborg), or somebody at the door. And what the people at an
-- address can say when another household appears there: they are told, and nobody is put out without a moderator's reasons.

alter table auth.signup drop constraint signup_way_check,
  add constraint signup_way_check check (way in ('letter', 'join', 'vouch', 'door'));
alter table membership drop constraint membership_evidence_check,
  add constraint membership_evidence_check check (evidence in ('letter', 'invitation', 'request', 'door', 'vouch', 'sample'));

-- Somebody says to live at an address: from the moment that they ask neighbours, or that another household appears where one
-- lives. 'gone' is a household that says that the earlier ones at its address have left.
create table address_claim (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  dwelling_id text not null,
  account_id uuid not null references auth.account (id) on delete cascade,
  signup_id uuid,
  -- Null until it is proven.
  way text check (way in ('vouch', 'door', 'letter', 'gone')),
  -- As the neighbours know them.
  shown_name text check (char_length(shown_name) between 1 and 40),
  -- The code follows from this id and a key outside the database; here is its HMAC.
  code_id uuid,
  code_hmac text unique,
  code_expires_at timestamptz,
  created_at timestamptz not null default now(),
  proven_at timestamptz,
  confirmed_by uuid,
  -- When its rights begin: at once, or 14 days later where somebody lives.
  starts_at timestamptz,
  started_at timestamptz,
  household_id uuid,
  -- Somebody who lives there says that it is right; of 'gone', that they still live there.
  acknowledged_at timestamptz,
  acknowledged_household_id uuid,
  -- The code in the letter to the address with which it can be objected to.
  object_code_hmac text unique,
  object_code_expires_at timestamptz,
  objected_at timestamptz,
  objected_by text check (objected_by in ('resident', 'letter', 'neighbour')),
  objector_id uuid,
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('stays', 'ends')),
  reason text check (char_length(reason) between 10 and 1000),
  false_vouch boolean not null default false,
  ended_at timestamptz,
  unique (id, neighbourhood_code),
  check ((way is null) = (proven_at is null)),
  check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
  check (way is distinct from 'door' or confirmed_by is not null),
  foreign key (dwelling_id, neighbourhood_code) references dwelling (id, neighbourhood_code) on update cascade,
  -- A new code of a neighbourhood reaches it along two ways, one after the other, hence deferrable.
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete set null (household_id) deferrable initially deferred
);
create index address_claim_neighbourhood on address_claim (neighbourhood_code, created_at);
create index address_claim_dwelling on address_claim (dwelling_id);
create index address_claim_account on address_claim (account_id);
create index address_claim_household on address_claim (household_id);
create index address_claim_to_start on address_claim (starts_at) where started_at is null and ended_at is null;
create index address_claim_door on address_claim (confirmed_by, proven_at) where way = 'door';

-- Who stood in for whom. The row outlives the claim and the account, because it counts for a year: then it says only that it
-- was done, and from which home by an HMAC, so that leaving and coming back doesn't begin the count anew.
create table vouch (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  claim_id uuid,
  voucher_id uuid,
  dwelling_id text,
  home_key text,
  vouched_at timestamptz not null default now(),
  -- When the second one came; until then it can be taken back.
  used_at timestamptz,
  foreign key (claim_id, neighbourhood_code) references address_claim (id, neighbourhood_code) on update cascade on delete set null (claim_id) deferrable initially deferred,
  -- Two people of one home are one.
  unique (claim_id, dwelling_id)
);
create index vouch_claim on vouch (claim_id);
create index vouch_voucher on vouch (voucher_id);
create index vouch_dwelling on vouch (dwelling_id, vouched_at);
create index vouch_home on vouch (home_key, vouched_at);

-- Who may never vouch again, and why. After erasure an HMAC of the e-mail address stays.
create table vouch_loss (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null references neighbourhood (code) on update cascade,
  account_id uuid,
  email_key text,
  reason text,
  lost_at timestamptz not null default now(),
  decided_by uuid not null
);
create unique index vouch_loss_account on vouch_loss (account_id);
create index vouch_loss_email on vouch_loss (email_key);

-- The letter that tells an address what happened and how to object. Its sign-up is the claim itself: it waits for nobody's
-- letter, and no sign-up that ends takes it along.
alter table letter add column claim_id uuid,
  add check (claim_id = signup_id),
  add foreign key (claim_id, neighbourhood_code) references address_claim (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred;
create index letter_claim on letter (claim_id);

alter table address_claim enable row level security; alter table address_claim force row level security;
alter table vouch enable row level security;         alter table vouch force row level security;
alter table vouch_loss enable row level security;    alter table vouch_loss force row level security;

grant select, insert, update, delete on address_claim, vouch, vouch_loss to app_worker;
create policy worker on address_claim to app_worker using (true) with check (true);
create policy worker on vouch to app_worker using (true) with check (true);
create policy worker on vouch_loss to app_worker using (true) with check (true);

-- Sign-up asks, and begins what was proven; what proves it only the functions below write. A code in a letter of one's own
-- proves by itself.
grant select, insert, update (code_id, code_hmac, code_expires_at, started_at, household_id, object_code_hmac, object_code_expires_at, ended_at) on address_claim to app_auth;
create policy auth on address_claim for select to app_auth using (true);
create policy auth_asks on address_claim for insert to app_auth 
  with check (confirmed_by is null and acknowledged_at is null and objected_at is null and decided_at is null and not false_vouch
    and (way is null and starts_at is null and started_at is null and household_id is null or way = 'letter' and household_id is not null and started_at is not null));
create policy auth_begins on address_claim for update to app_auth using (true) with check (true);
grant select (id, claim_id) on vouch to app_auth;
create policy auth on vouch for select to app_auth using (true);

-- Nobody moves in by neighbours or at the door without what proves it.
drop policy auth on membership;
create policy auth on membership for select to app_auth using (true);
create policy auth_ends on membership for update to app_auth using (true) with check (true);
create policy auth_proven on membership for insert to app_auth
  with check (evidence in ('letter', 'invitation', 'request') or exists (
    select from address_claim c join household h on h.id = membership.household_id and h.dwelling_id = c.dwelling_id
    where c.account_id = membership.resident_id and c.way = membership.evidence and c.starts_at <= now()
      and c.started_at is null and c.ended_at is null and (c.objected_at is null or c.outcome = 'stays')));

grant select, insert, update on address_claim to app_definer;
create policy addresses on address_claim to app_definer using (true) with check (true);
grant select, insert, delete, update (used_at) on vouch to app_definer;
create policy addresses on vouch to app_definer using (true) with check (true);
grant select, insert on vouch_loss to app_definer;
create policy addresses on vouch_loss to app_definer using (true) with check (true);
grant select, update (ended_at) on household to app_definer;
create policy addresses on household for update to app_definer using (true) with check (true);
grant select, update (ended_at, ended_reason) on membership to app_definer;
create policy addresses on membership for update to app_definer using (true) with check (true);
grant delete on resident to app_definer;
grant select (id, household_id) on resident to app_definer;
create policy addresses on resident for select to app_definer using (true);
create policy addresses_end on resident for delete to app_definer using (true);
grant update (withdrawn_at) on measure, wish to app_definer;
grant insert (neighbourhood_code, dwelling_id, signup_id, claim_id) on letter to app_definer;
create policy addresses on letter for insert to app_definer with check (claim_id is not null);

-- One reads what one asked, what is said of one's own home and household, and for whom one stands in; a moderator what was
-- objected to and what was confirmed at a door. Who objected and who asked stays with the functions.
grant select (id, neighbourhood_code, dwelling_id, way, shown_name, created_at, proven_at, starts_at, started_at, household_id, confirmed_by, acknowledged_at, acknowledged_household_id,
  objected_at, decided_at, outcome, reason, ended_at) on address_claim to app_viewer;
grant select (id, neighbourhood_code, claim_id, voucher_id, vouched_at, used_at) on vouch to app_viewer;
create policy own on vouch for select to app_viewer using (voucher_id = (select viewer.resident_id()));
create policy concerned on address_claim for select to app_viewer
  using (account_id = (select viewer.resident_id()) or household_id = (select viewer.household_id())
    or proven_at is not null and dwelling_id = (select h.dwelling_id from household h where h.id = (select viewer.household_id()))
    or proven_at is null and id = any (array(select v.claim_id from vouch v where v.voucher_id = (select viewer.resident_id())))
    or way = 'door' and confirmed_by = (select viewer.resident_id())
    or neighbourhood_code = any ((select viewer.moderates())::text[]) and (objected_at is not null or way in ('door', 'gone')));
grant select (id, neighbourhood_code, account_id, reason, lost_at) on vouch_loss to app_viewer;
create policy self on vouch_loss for select to app_viewer using (account_id = (select viewer.resident_id()));

grant create on schema viewer to app_definer;

-- Whether an address has a household with somebody in it.
create function viewer.lived_in(home text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from public.household h join public.membership m on m.household_id = h.id and m.ended_at is null where h.dwelling_id = home and h.ended_at is null)
  $$;
alter function viewer.lived_in(text) owner to app_definer;

-- Tells all adults at an address, and the moderators of a neighbourhood.
create function viewer.tell_home(home text, mail text, except_household uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into public.outbox (template, account_id)
      select mail, m.resident_id from public.household h join public.membership m on m.household_id = h.id and m.ended_at is null
        where h.dwelling_id = home and h.ended_at is null and h.id is distinct from except_household
  $$;
alter function viewer.tell_home(text, text, uuid) owner to app_definer;
create function viewer.tell_moderators(code text, mail text) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into public.outbox (template, account_id)
      select distinct mail, g.account_id from viewer.roles_now() g where g.role = 'moderator' and g.neighbourhood_code = code
  $$;
alter function viewer.tell_moderators(text, text) owner to app_definer;

-- Why the asker may not vouch now, as far as that hangs on the asker: 'not_proven', 'lost', 'too_short', 'too_many'; null when
-- they may. The home counts and not the account: else a home with many mailboxes would have as many vouches as it likes.
create function viewer.vouch_problem(own_home text, own_email text) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare mine record;
  begin
    select m.evidence, m.started_at, h.dwelling_id into mine from public.membership m join public.household h on h.id = m.household_id and h.ended_at is null
      where m.resident_id = viewer.resident_id() and m.household_id = viewer.household_id() and m.role = 'adult' and m.ended_at is null;
    if not found or mine.evidence not in ('letter', 'door') then return 'not_proven'; end if;
    if exists (select from public.address_claim c where c.household_id = viewer.household_id() and c.objected_at is not null and c.outcome is distinct from 'stays') then return 'not_proven'; end if;
    if exists (select from public.vouch_loss l where l.account_id = viewer.resident_id() or l.email_key = own_email) then return 'lost'; end if;
    if mine.started_at > now() - interval '30 days' then return 'too_short'; end if;
    if (select count(*) from public.vouch v left join public.address_claim c on c.id = v.claim_id
      where (v.voucher_id = viewer.resident_id() or v.dwelling_id = mine.dwelling_id or v.home_key = own_home)
        and v.vouched_at > now() - interval '365 days' and (v.used_at is not null or c.ended_at is null and c.id is not null)) >= 2 then return 'too_many'; end if;
    return null;
  end $$;
alter function viewer.vouch_problem(text, text) owner to app_definer;

-- What the asker may know of a claim for which they could vouch: the name and the home; or why not. 'own' home, too 'far',
-- vouched 'again', 'done' without them, 'paused'; null when there is no such open claim. Nothing hangs on who lives there.
create function viewer.vouch_question(wanted uuid, own_home text, own_email text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; mine record; place record; problem text;
  begin
    select h.dwelling_id, h.street_id, h.building_id, h.neighbourhood_code into mine from public.household h where h.id = viewer.household_id() and h.ended_at is null;
    select * into c from public.address_claim a where a.id = wanted and a.ended_at is null and a.code_expires_at > now() and a.account_id <> viewer.resident_id();
    if c.id is null then return null; end if;
    select d.street_id, d.building_id, d.neighbourhood_code into place from public.dwelling d where d.id = c.dwelling_id;
    problem := case
      when c.dwelling_id = mine.dwelling_id then 'own'
      when mine.dwelling_id is null or place.neighbourhood_code is distinct from mine.neighbourhood_code
        or not coalesce(place.street_id = mine.street_id, false) and not coalesce(place.building_id = mine.building_id, false) then 'far'
      when exists (select from public.vouch v where v.claim_id = c.id and (v.voucher_id = viewer.resident_id() or v.dwelling_id = mine.dwelling_id)) then 'again'
      when c.proven_at is not null then 'done'
      when c.objected_at is not null then 'paused'
      else viewer.vouch_problem(own_home, own_email) end;
    if problem in ('own', 'far') then return jsonb_build_object('problem', problem); end if;
    return jsonb_build_object('problem', problem, 'name', c.shown_name, 'dwelling_id', c.dwelling_id);
  end $$;
alter function viewer.vouch_question(uuid, text, text) owner to app_definer;

-- "Ik ken deze bewoner op dit adres": 'first', 'second', or what viewer.vouch_question says against it. The second one proves
-- the claim, and a letter goes to the address, whoever lives there.
create function viewer.vouch_for(wanted uuid, own_home text, own_email text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; home text; question jsonb; lived boolean;
  begin
    select h.dwelling_id into home from public.household h where h.id = viewer.household_id();
    -- A home vouches once at a time, and a claim is vouched for once at a time: always in this order.
    perform pg_advisory_xact_lock(hashtextextended('vouches of ' || coalesce(home, ''), 0));
    select * into c from public.address_claim a where a.id = wanted for update;
    question := viewer.vouch_question(wanted, own_home, own_email);
    if question is null then return null; end if;
    if question ->> 'problem' is not null then return question ->> 'problem'; end if;
    insert into public.vouch (neighbourhood_code, claim_id, voucher_id, dwelling_id) values (c.neighbourhood_code, c.id, viewer.resident_id(), home);
    if (select count(*) from public.vouch v where v.claim_id = c.id) < 2 then return 'first'; end if;
    perform pg_advisory_xact_lock(hashtextextended('address ' || c.dwelling_id, 0));
    lived := viewer.lived_in(c.dwelling_id) or exists (select from public.address_claim o
      where o.dwelling_id = c.dwelling_id and o.id <> c.id and o.way in ('vouch', 'door') and o.started_at is null and o.ended_at is null);
    update public.vouch set used_at = now() where claim_id = c.id;
    update public.address_claim set way = 'vouch', proven_at = now(), starts_at = now() + case when lived then interval '14 days' else interval '0' end where id = c.id;
    insert into public.letter (neighbourhood_code, dwelling_id, signup_id, claim_id) values (c.neighbourhood_code, c.dwelling_id, c.id, c.id);
    perform viewer.tell_home(c.dwelling_id, 'address-claimed', null);
    insert into public.outbox (template, account_id) values ('vouched', c.account_id);
    return 'second';
  end $$;
alter function viewer.vouch_for(uuid, text, text) owner to app_definer;

-- Takes one's own vouch back, until the second one came.
create function viewer.take_vouch_back(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform from public.address_claim c join public.vouch v on v.claim_id = c.id where v.id = wanted for update of c;
    delete from public.vouch v where v.id = wanted and v.voucher_id = viewer.resident_id() and v.used_at is null;
    return found;
  end $$;
alter function viewer.take_vouch_back(uuid) owner to app_definer;

-- "Dit klopt niet", of a neighbour who was asked: the claim waits for a moderator.
create function viewer.doubt_claim(wanted uuid, own_home text, own_email text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; question jsonb;
  begin
    select * into c from public.address_claim a where a.id = wanted for update;
    question := viewer.vouch_question(wanted, own_home, own_email);
    if question is null or question ->> 'problem' is not null then return false; end if;
    update public.address_claim set objected_at = now(), objected_by = 'neighbour', objector_id = viewer.resident_id() where id = c.id;
    perform viewer.tell_moderators(c.neighbourhood_code, 'claim-objected');
    return true;
  end $$;
alter function viewer.doubt_claim(uuid, text, text) owner to app_definer;

-- Where the asker may confirm at the door.
create function viewer.at_door_of(code text, street text, building text) returns boolean language sql stable
  as $$ select code = any (viewer.moderates()) or viewer.contact_for(street, code, building) $$;

-- What somebody at the door may know of a claim, and whether they may confirm it: 'own', 'done', 'paused', 'too_many'.
create function viewer.door_question(wanted uuid) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; place record;
  begin
    select * into c from public.address_claim a where a.id = wanted and a.ended_at is null and a.code_expires_at > now();
    if c.id is null then return null; end if;
    select d.street_id, d.building_id, d.neighbourhood_code into place from public.dwelling d where d.id = c.dwelling_id;
    if not viewer.at_door_of(place.neighbourhood_code, place.street_id, place.building_id) then return null; end if;
    return jsonb_build_object('name', c.shown_name, 'dwelling_id', c.dwelling_id, 'problem', case
      when c.account_id = viewer.resident_id() or c.dwelling_id = (select h.dwelling_id from public.household h where h.id = viewer.household_id()) then 'own'
      when c.proven_at is not null then 'done'
      when c.objected_at is not null then 'paused'
      when (select count(*) from public.address_claim d where d.way = 'door' and d.confirmed_by = viewer.resident_id() and d.proven_at > now() - interval '24 hours') >= 10 then 'too_many' end);
  end $$;
alter function viewer.door_question(uuid) owner to app_definer;

-- "Ik sta nu bij deze bewoner aan de deur": 'confirmed', or what viewer.door_question says against it.
create function viewer.confirm_at_door(wanted uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; question jsonb;
  begin
    perform pg_advisory_xact_lock(hashtextextended('doors of ' || viewer.resident_id(), 0));
    select * into c from public.address_claim a where a.id = wanted for update;
    question := viewer.door_question(wanted);
    if question is null then return null; end if;
    if question ->> 'problem' is not null then return question ->> 'problem'; end if;
    update public.address_claim set way = 'door', proven_at = now(), starts_at = now(), confirmed_by = viewer.resident_id() where id = c.id;
    insert into public.outbox (template, account_id) values ('vouched', c.account_id);
    return 'confirmed';
  end $$;
alter function viewer.confirm_at_door(uuid) owner to app_definer;

-- A household steps back while a moderator looks: its people are out and what it shares is not to be seen.
create function viewer.suspend_household(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.membership set ended_at = now(), ended_reason = 'disputed' where household_id = wanted and ended_at is null;
    update public.measure set hidden_at = now() where household_id = wanted and hidden_at is null;
    update public.wish set hidden_at = now() where household_id = wanted and hidden_at is null;
    delete from public.wish_join where household_id = wanted;
  end $$;
alter function viewer.suspend_household(uuid) owner to app_definer;

-- It comes back as it was, apart from who has another home by now.
create function viewer.resume_household(wanted uuid, since timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.membership m set ended_at = null, ended_reason = null where m.household_id = wanted and m.ended_reason = 'disputed'
      and not exists (select from public.membership o where o.resident_id = m.resident_id and o.ended_at is null);
    update public.measure set hidden_at = null where household_id = wanted and hidden_at = since;
    update public.wish set hidden_at = null where household_id = wanted and hidden_at = since;
  end $$;
alter function viewer.resume_household(uuid, timestamptz) owner to app_definer;

-- A household ends, with everything it shared; each of its people is told. What ended is in the journal.
create function viewer.end_household(wanted uuid, mail text, about uuid) returns void
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
    delete from public.wish_join where household_id = wanted;
    update public.consent set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
  end $$;
alter function viewer.end_household(uuid, text, uuid) owner to app_definer;

-- An objection: who came in by neighbours steps back, who came in by a letter or at the door stays until a moderator decides.
create function viewer.object_now(wanted uuid, who text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim;
  begin
    update public.address_claim set objected_at = now(), objected_by = who, objector_id = viewer.resident_id() where id = wanted returning * into c;
    if c.way = 'vouch' then
      if c.household_id is not null then perform viewer.suspend_household(c.household_id); end if;
      insert into public.outbox (template, account_id) values ('claim-paused', c.account_id);
    end if;
    perform viewer.tell_moderators(c.neighbourhood_code, 'claim-objected');
  end $$;
alter function viewer.object_now(uuid, text) owner to app_definer;

-- An adult at the address answers within 14 days: 'agreed' or 'objected'; null when there is nothing to answer. Of 'gone' the
-- one answer is that one still lives there.
create function viewer.answer_claim(wanted uuid, agrees boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim;
  begin
    select * into c from public.address_claim a where a.id = wanted and a.proven_at > now() - interval '14 days' and a.ended_at is null and a.decided_at is null and a.objected_at is null
      and a.account_id <> viewer.resident_id() and a.household_id is distinct from viewer.household_id()
      and a.dwelling_id = (select h.dwelling_id from public.household h where h.id = viewer.household_id() and h.ended_at is null)
      and exists (select from public.membership m where m.resident_id = viewer.resident_id() and m.household_id = viewer.household_id() and m.ended_at is null) for update;
    if c.id is null then return null; end if;
    if agrees or c.way = 'gone' then
      update public.address_claim set acknowledged_at = now(), acknowledged_household_id = viewer.household_id(),
        starts_at = case when started_at is null and way <> 'gone' then now() else starts_at end where id = c.id;
      return 'agreed';
    end if;
    perform viewer.object_now(c.id, 'resident');
    return 'objected';
  end $$;
alter function viewer.answer_claim(uuid, boolean) owner to app_definer;

-- Somebody at the address objects with the code from the letter, with no account at all.
create function viewer.object_by_letter(at_postcode text, hmac text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim;
  begin
    select a.* into c from public.address_claim a join public.dwelling d on d.id = a.dwelling_id and d.postcode = at_postcode
      where a.object_code_hmac = hmac and a.object_code_expires_at > now() for update of a;
    if c.id is null then return false; end if;
    if c.ended_at is null and c.decided_at is null and c.objected_at is null then perform viewer.object_now(c.id, 'letter'); end if;
    return true;
  end $$;
alter function viewer.object_by_letter(text, text) owner to app_definer;

-- A household that came later says that the earlier ones have left. The answer is the same whoever lives there.
create function viewer.say_they_left() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare mine record;
  begin
    select h.dwelling_id, h.neighbourhood_code into mine from public.household h join public.membership m on m.household_id = h.id and m.resident_id = viewer.resident_id() and m.ended_at is null
      where h.id = viewer.household_id() and h.ended_at is null and m.evidence in ('letter', 'door');
    if not found then return false; end if;
    perform pg_advisory_xact_lock(hashtextextended('address ' || mine.dwelling_id, 0));
    if exists (select from public.address_claim c where c.dwelling_id = mine.dwelling_id and c.way = 'gone' and (c.decided_at is null or c.proven_at > now() - interval '365 days')) then return true; end if;
    insert into public.address_claim (neighbourhood_code, dwelling_id, account_id, way, proven_at) values (mine.neighbourhood_code, mine.dwelling_id, viewer.resident_id(), 'gone', now());
    perform viewer.tell_home(mine.dwelling_id, 'still-here', viewer.household_id());
    perform viewer.tell_moderators(mine.neighbourhood_code, 'claim-objected');
    return true;
  end $$;
alter function viewer.say_they_left() owner to app_definer;

-- The questions of 'gone' that one asked oneself: they are no questions to oneself.
create function viewer.own_gone() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(c.id), '{}') from public.address_claim c where c.account_id = viewer.resident_id() $$;
alter function viewer.own_gone() owner to app_definer;

-- What a moderator may know of a claim that waits for a decision: how it was proven, by which homes, who objected, and whether
-- the decision is too close to home or comes too soon.
create function viewer.claim_to_decide(wanted uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('objected_by', c.objected_by,
      'vouchers', coalesce((select jsonb_agg(v.dwelling_id) from public.vouch v where v.claim_id = c.id), '[]'),
      'problem', case when c.decided_at is not null or c.ended_at is not null then 'decided'
        when c.dwelling_id = (select h.dwelling_id from public.household h where h.id = viewer.household_id())
          or viewer.resident_id() in (c.account_id, c.confirmed_by, c.objector_id)
          or exists (select from public.vouch v where v.claim_id = c.id and v.voucher_id = viewer.resident_id()) then 'own'
        when c.way = 'gone' and c.acknowledged_at is null and c.proven_at > now() - interval '14 days' then 'too_soon' end)
    from public.address_claim c where c.id = wanted and c.neighbourhood_code = any (viewer.moderates()) and (c.objected_at is not null or c.way = 'gone')
  $$;
alter function viewer.claim_to_decide(uuid) owner to app_definer;

-- Decides, for good: 'stays' or 'ends', or what viewer.claim_to_decide says against it. A false vouch costs both neighbours the
-- right. Everybody concerned is told.
create function viewer.decide_claim(wanted uuid, verdict text, why text, was_false boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare c public.address_claim; question jsonb; earlier record;
  begin
    select * into c from public.address_claim a where a.id = wanted for update;
    question := viewer.claim_to_decide(wanted);
    if question is null then return null; end if;
    if question ->> 'problem' is not null then return question ->> 'problem'; end if;
    if why is null or verdict is null or verdict not in ('stays', 'ends') then raise check_violation using message = 'a decision needs its reasons'; end if;
    if c.proven_at is null and verdict = 'stays' then
      -- The neighbours' doubt is gone: it goes on as if nothing had happened.
      update public.address_claim set objected_at = null, objected_by = null, objector_id = null where id = c.id;
      return verdict;
    end if;
    update public.address_claim set decided_at = now(), decided_by = viewer.resident_id(), outcome = verdict, reason = why,
      false_vouch = verdict = 'ends' and was_false and exists (select from public.vouch v where v.claim_id = c.id),
      ended_at = case when verdict = 'ends' then now() end where id = c.id;
    if c.way = 'gone' then
      if verdict = 'ends' then
        for earlier in select h.id from public.household h join public.address_claim a on a.id = c.id
          where h.dwelling_id = c.dwelling_id and h.ended_at is null and h.created_at < c.proven_at
            and not exists (select from public.membership m where m.household_id = h.id and m.resident_id = c.account_id and m.ended_at is null)
        loop perform viewer.end_household(earlier.id, 'claim-ended', c.id); end loop;
      else
        perform viewer.tell_home(c.dwelling_id, 'claim-decided', null);
      end if;
      insert into public.outbox (template, account_id) select 'claim-decided', c.account_id where verdict = 'ends';
      return verdict;
    end if;
    if verdict = 'stays' then
      if c.way = 'vouch' and c.household_id is not null then perform viewer.resume_household(c.household_id, c.objected_at); end if;
      insert into public.outbox (template, account_id) values ('claim-stays', c.account_id);
    elsif c.household_id is not null then
      perform viewer.end_household(c.household_id, 'claim-ended', c.id);
    else
      insert into public.outbox (template, account_id, subject_id) values ('claim-ended', c.account_id, c.id);
    end if;
    perform viewer.tell_home(c.dwelling_id, 'claim-decided', c.household_id);
    if verdict = 'ends' and was_false then
      insert into public.outbox (template, account_id)
        select 'vouch-right-lost', v.voucher_id from public.vouch v where v.claim_id = c.id and v.voucher_id is not null;
      insert into public.vouch_loss (neighbourhood_code, account_id, reason, decided_by)
        select c.neighbourhood_code, v.voucher_id, why, viewer.resident_id() from public.vouch v where v.claim_id = c.id and v.voucher_id is not null
        on conflict do nothing;
    end if;
    return verdict;
  end $$;
alter function viewer.decide_claim(uuid, text, text, boolean) owner to app_definer;

revoke execute on function viewer.lived_in(text), viewer.tell_home(text, text, uuid), viewer.tell_moderators(text, text), viewer.vouch_problem(text, text), viewer.vouch_question(uuid, text, text),
  viewer.vouch_for(uuid, text, text), viewer.take_vouch_back(uuid), viewer.doubt_claim(uuid, text, text), viewer.at_door_of(text, text, text), viewer.door_question(uuid), viewer.confirm_at_door(uuid),
  viewer.suspend_household(uuid), viewer.resume_household(uuid, timestamptz), viewer.end_household(uuid, text, uuid), viewer.object_now(uuid, text), viewer.answer_claim(uuid, boolean),
  viewer.object_by_letter(text, text), viewer.say_they_left(), viewer.own_gone(), viewer.claim_to_decide(uuid), viewer.decide_claim(uuid, text, text, boolean) from public;
grant execute on function viewer.at_door_of(text, text, text) to app_definer;
-- The others are parts of these: nobody runs them by themselves.
grant execute on function viewer.vouch_problem(text, text), viewer.vouch_question(uuid, text, text), viewer.vouch_for(uuid, text, text), viewer.take_vouch_back(uuid),
  viewer.doubt_claim(uuid, text, text), viewer.door_question(uuid), viewer.confirm_at_door(uuid), viewer.answer_claim(uuid, boolean), viewer.say_they_left(), viewer.own_gone(),
  viewer.claim_to_decide(uuid), viewer.decide_claim(uuid, text, text, boolean) to app_viewer;
grant execute on function viewer.object_by_letter(text, text) to app_auth;
revoke create on schema viewer from app_definer;

-- What was proven begins, and so does what waited 14 days.
select pgboss.create_queue('start-claims', '{"policy": "short", "retryLimit": 3, "retryDelay": 5, "retryBackoff": true, "expireInSeconds": 600}');
