-- Blocks between residents, and looks of moderators that are asked why.
grant create on schema viewer to app_definer;

-- Who does not want to see what a household shares, nor to be seen by it. It belongs to the person who blocked: a housemate
-- does not know of it, and a move takes it along. It ends with the account of the one and with the household of the other.
-- The name is the one that was shown, for the list in which it can be undone.
create table block (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  resident_id uuid not null references auth.account (id) on delete cascade,
  blocked_household_id uuid not null,
  shown_name text,
  street_id text not null references street (id),
  created_at timestamptz not null default now(),
  unique (resident_id, blocked_household_id),
  foreign key (blocked_household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade on delete cascade
);
create index block_household on block (blocked_household_id);
create index block_neighbourhood on block (neighbourhood_code);

alter table block enable row level security;
alter table block force row level security;
grant select, insert, update, delete on block to app_worker;
create policy worker on block to app_worker using (true) with check (true);
grant select (resident_id, blocked_household_id) on block to app_definer;
create policy blocks on block for select to app_definer using (true);

-- The two lists that the policies of what is shared compare with: once per statement, never per row.
create function viewer.blocked_households() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(b.blocked_household_id), '{}') from public.block b where b.resident_id = viewer.resident_id() $$;
alter function viewer.blocked_households() owner to app_definer;
create function viewer.blocked_by() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(array_agg(b.resident_id), '{}') from public.block b where b.blocked_household_id = viewer.household_id() $$;
alter function viewer.blocked_by() owner to app_definer;

-- Fifty blocks per person: the fifty-first is not kept. The lock lets two at the same moment not both be the last.
create function viewer.hold_blocks() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('blocks of ' || new.resident_id, 0));
    if (select count(*) from public.block b where b.resident_id = new.resident_id) >= 50 then return null; end if;
    return new;
  end $$;
alter function viewer.hold_blocks() owner to app_definer;
create trigger hold_blocks before insert on block for each row execute function viewer.hold_blocks();

-- Both ways: not what a household shares that the viewer blocked, and not what somebody shares who blocked the viewer's household.
drop policy audience on measure;
create policy audience on measure for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
      and (audience = 'neighbourhood'
        or audience = 'street' and street_id = (select viewer.street_id())
        or audience = 'building' and building_id = (select viewer.building_id()))));
drop policy audience on wish;
create policy audience on wish for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and (
    household_id = (select viewer.household_id())
    or withdrawn_at is null and hidden_at is null
      and household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
      and (audience = 'neighbourhood'
        or audience = 'street' and street_id = (select viewer.street_id())
        or audience = 'building' and building_id = (select viewer.building_id()))));
drop policy with_the_wish on wish_join;
create policy with_the_wish on wish_join for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code())
    and (household_id = (select viewer.household_id())
      or household_id <> all ((select viewer.blocked_households())::uuid[]) and resident_id <> all ((select viewer.blocked_by())::uuid[])
        and exists (select from wish w where w.id = wish_id)));

-- One who joins is named in an address by an id of this one joining: the household's own would link what it does elsewhere.
alter table wish_join add column id uuid not null default gen_random_uuid(), add unique (id);

-- Only whoever is seen can be blocked.
grant select, insert, delete on block to app_viewer;
create policy own_blocks on block for select to app_viewer using (resident_id = (select viewer.resident_id()));
create policy own_blocks_end on block for delete to app_viewer using (resident_id = (select viewer.resident_id()));
create policy neighbours_are_blocked on block for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and blocked_household_id <> (select viewer.household_id())
    and (exists (select from measure m where m.household_id = blocked_household_id)
      or exists (select from wish w where w.household_id = blocked_household_id)
      or exists (select from wish_join j where j.household_id = blocked_household_id)));

-- A block is about two: whose it is (subject), and of whom (object). A hiding is about an item (subject) by one decision (object).
alter table journal_entry add column object_id uuid;
alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (kind in ('erasure', 'stay', 'withdrawal', 'narrowing', 'hiding', 'hiding_end', 'membership_end', 'role_end', 'block', 'unblock'));
create policy own_blocks on journal_entry for insert to app_viewer
  with check (appended_at is null and kind in ('block', 'unblock') and subject_id = (select viewer.resident_id()) and object_id is not null);
create policy moderators_show_again on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'hiding_end'
    and exists (select from hiding h where h.id = journal_entry.object_id and h.subject_id = journal_entry.subject_id and h.lifted_at is not null
      and h.neighbourhood_code = any ((select viewer.moderates())::text[])));

-- What was written about a hiding that was lifted goes after 24 months.
alter table hiding alter column reason drop not null;

-- "Ik heb het aangepast, kijk opnieuw": what is hidden until it is changed can be looked at again, once per change. Apart from
-- an objection, which says that the decision was wrong. Any moderator decides who is not too close to it.
create table second_look (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_code text not null,
  household_id uuid not null,
  hiding_id uuid not null,
  subject_kind text not null check (subject_kind in ('measure', 'wish')),
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('lifted', 'left')),
  answer text check (char_length(answer) between 10 and 1000),
  check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
  foreign key (household_id, neighbourhood_code) references household (id, neighbourhood_code) on update cascade deferrable initially deferred,
  foreign key (hiding_id, neighbourhood_code) references hiding (id, neighbourhood_code) on update cascade on delete cascade deferrable initially deferred
);
create unique index second_look_waiting on second_look (hiding_id) where decided_at is null;
create index second_look_hiding on second_look (hiding_id, created_at);
create index second_look_household on second_look (household_id);
create index second_look_neighbourhood on second_look (neighbourhood_code, created_at);

alter table second_look enable row level security;
alter table second_look force row level security;
grant select, insert, update, delete on second_look to app_worker;
create policy worker on second_look to app_worker using (true) with check (true);
grant select, insert, update (decided_at, decided_by, outcome, answer) on second_look to app_definer;
create policy moderation on second_look to app_definer using (true) with check (true);
-- Whose it is, a moderator does not get to know.
grant select (id, neighbourhood_code, hiding_id, subject_kind, subject_id, created_at, decided_at, decided_by, outcome, answer) on second_look to app_viewer;
create policy own_household_or_moderator on second_look for select to app_viewer
  using (household_id = (select viewer.household_id())
    or neighbourhood_code = any ((select viewer.moderates())::text[]) and not viewer.recused(subject_kind, subject_id));

-- 'asked', 'unchanged' since the last time, 'again' while one waits or an objection does, 'too_many' in a day, or null when there
-- is no such hiding of the own household.
create function viewer.ask_second_look(about uuid) returns text
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
      select m.id, m.updated_at from public.measure m union all select w.id, w.updated_at from public.wish w
    ) item where item.id = h.subject_id;
    if changed is null or changed <= greatest(h.created_at, (select max(s.created_at) from public.second_look s where s.hiding_id = about)) then return 'unchanged'; end if;
    if (select count(*) from public.second_look s where s.household_id = h.household_id and s.created_at > now() - interval '24 hours') >= 3 then return 'too_many'; end if;
    insert into public.second_look (neighbourhood_code, household_id, hiding_id, subject_kind, subject_id)
      values (h.neighbourhood_code, h.household_id, about, h.subject_kind, h.subject_id);
    return 'asked';
  end $$;
alter function viewer.ask_second_look(uuid) owner to app_definer;

-- 'lifted', 'left', 'decided' before, 'waits' for an objection, or null. Its household is told, and stays unknown.
create function viewer.decide_second_look(wanted uuid, verdict text, why text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.second_look;
  begin
    select * into s from public.second_look where id = wanted and neighbourhood_code = any (viewer.moderates()) for update;
    if not found or viewer.recused(s.subject_kind, s.subject_id) then return null; end if;
    if s.decided_at is not null or exists (select from public.hiding h where h.id = s.hiding_id and h.lifted_at is not null) then return 'decided'; end if;
    if exists (select from public.appeal a where a.hiding_id = s.hiding_id and a.decided_at is null) then return 'waits'; end if;
    if why is null then raise check_violation using message = 'a decision needs its reasons'; end if;
    if verdict = 'lifted' then perform viewer.end_hiding(s.hiding_id); end if;
    update public.second_look set decided_at = now(), decided_by = viewer.resident_id(), outcome = verdict, answer = why where id = wanted;
    insert into public.outbox (template, account_id)
      select case verdict when 'lifted' then 'item-shown-again' else 'second-look-left' end, m.resident_id
        from public.membership m where m.household_id = s.household_id and m.ended_at is null;
    return verdict;
  end $$;
alter function viewer.decide_second_look(uuid, text, text) owner to app_definer;

-- What waits for another moderator, with what waits to be looked at again.
create or replace function viewer.waiting_for_others() returns table (id uuid, neighbourhood_code text, created_at timestamptz, is_appeal boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select gen_random_uuid(), w.neighbourhood_code, w.created_at, w.is_appeal from (
      select r.neighbourhood_code, r.subject_kind, r.subject_id, r.created_at, false as is_appeal from public.report r where r.closed_at is null
      union all select s.neighbourhood_code, s.subject_kind, s.subject_id, s.created_at, false from public.second_look s
        join public.hiding h on h.id = s.hiding_id and h.lifted_at is null where s.decided_at is null
      union all select a.neighbourhood_code, a.subject_kind, a.subject_id, a.created_at, true from public.appeal a where a.decided_at is null
    ) w where w.neighbourhood_code = any (viewer.moderates()) and viewer.recused(w.subject_kind, w.subject_id)
  $$;

-- Why a moderator looked, in one of these words and perhaps a line of their own; the household reads both.
alter table disclosure
  add column note text check (char_length(note) <= 300),
  add constraint disclosure_reason_check check (reason in ('report', 'appeal', 'changed', 'danger', 'other')),
  add constraint disclosure_in_own_words check (reason <> 'other' or coalesce(char_length(note), 0) >= 10);

-- The only way in which a moderator sees an item outside the own audience: it writes the look with its reason, and returns
-- what neighbours saw, photos included, and not whose home it is. What its household has taken back since then is nobody's
-- business any more. What a moderator sees as a neighbour, through the policies that hold for neighbours, is no look.
drop function viewer.look_at_reported(uuid);
create function viewer.look_at_reported(wanted uuid, why text, words text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r record; item jsonb; owner_household uuid;
  begin
    select * into r from (
      select a.id, a.neighbourhood_code, a.subject_kind, a.subject_id from public.appeal a
      union all select s.id, s.neighbourhood_code, s.subject_kind, s.subject_id from public.second_look s
      union all select p.id, p.neighbourhood_code, p.subject_kind, p.subject_id from public.report p
    ) w where w.id = wanted and w.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(w.subject_kind, w.subject_id);
    if not found then return null; end if;
    if why is null then raise check_violation using message = 'a look needs its reason'; end if;
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
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason, note)
      values (r.neighbourhood_code, owner_household, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, why, words);
    return item;
  end $$;
alter function viewer.look_at_reported(uuid, text, text) owner to app_definer;

-- How what was reported stands now, to whoever moderates it: shared with whom, and whether changed since; nothing of what it
-- says or whose it is.
create function viewer.reported_standing(wanted uuid) returns table (taken_back boolean, audience text, hidden boolean, changed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select item.withdrawn_at is not null or item.audience = 'household', item.audience, item.hidden_at is not null,
        case when item.updated_at > greatest(item.hidden_at, r.created_at) then item.updated_at end
      from public.report r join (
        select m.id, 'measure' as kind, m.withdrawn_at, m.audience, m.hidden_at, m.updated_at from public.measure m
        union all select w.id, 'wish', w.withdrawn_at, w.audience, w.hidden_at, w.updated_at from public.wish w
      ) item on item.id = r.subject_id and item.kind = r.subject_kind
      where r.id = wanted and r.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(r.subject_kind, r.subject_id)
  $$;
alter function viewer.reported_standing(uuid) owner to app_definer;

revoke execute on function viewer.blocked_households(), viewer.blocked_by(), viewer.hold_blocks(), viewer.look_at_reported(uuid, text, text),
  viewer.reported_standing(uuid), viewer.ask_second_look(uuid), viewer.decide_second_look(uuid, text, text) from public;
grant execute on function viewer.blocked_households(), viewer.blocked_by(), viewer.look_at_reported(uuid, text, text), viewer.reported_standing(uuid),
  viewer.ask_second_look(uuid), viewer.decide_second_look(uuid, text, text) to app_viewer;
revoke create on schema viewer from app_definer;
