-- What households share, by kind: a new kind is a table, a line here and a function viewer.look_at_<kind>, and nothing else has to
-- know of it. A table of a kind is named after it and has id, household_id, resident_id, shown_name, neighbourhood_code, street_id,
-- audience, shared_at, narrowed_at, updated_at, withdrawn_at and hidden_at; app_definer may select it, and update resident_id,
-- audience, narrowed_at, shared_at, withdrawn_at and hidden_at.
--   own_audience  its household chose who sees it
--   follows       seen with what it belongs to: it is taken back where an audience of its own would be narrowed
--   apart         has rules of its own (a joint request)
create table shared_kind (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  shape text not null check (shape in ('own_audience', 'follows', 'apart'))
);
alter table shared_kind enable row level security; alter table shared_kind force row level security;
grant select on shared_kind to app_viewer, app_worker, app_definer;
create policy known_to_all on shared_kind for select to app_viewer, app_worker, app_definer using (true);
insert into shared_kind (kind, shape) values ('measure', 'own_audience'), ('wish', 'own_audience'), ('story', 'own_audience'), ('joint_request', 'apart');

alter table disclosure drop constraint disclosure_what_check, add foreign key (what) references shared_kind (kind);
alter table report drop constraint report_subject_kind_check, add foreign key (subject_kind) references shared_kind (kind);
alter table hiding drop constraint hiding_subject_kind_check, add foreign key (subject_kind) references shared_kind (kind);
alter table appeal drop constraint appeal_subject_kind_check, add foreign key (subject_kind) references shared_kind (kind);
alter table second_look drop constraint second_look_subject_kind_check, add foreign key (subject_kind) references shared_kind (kind);

grant create on schema viewer to app_definer;

-- With the eyes of who asks: these three see no more than their caller.
create function viewer.sees(about_kind text, about uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
  declare found_it boolean;
  begin
    if not exists (select from public.shared_kind k where k.kind = about_kind) then return false; end if;
    execute format('select exists (select from public.%I t where t.id = $1)', about_kind) into found_it using about;
    return found_it;
  end $$;

-- The thing itself, where the caller sees it, whatever its kind.
create function viewer.seen_item(about uuid) returns uuid
  language plpgsql stable strict set search_path = pg_catalog, pg_temp
  as $$
  declare k text;
  begin
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      if viewer.sees(k, about) then return about; end if;
    end loop;
    return null;
  end $$;

-- Whether a household shows the caller anything at all; that of the caller does.
create function viewer.shows_something(household uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
  declare k text; found_it boolean;
  begin
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('select exists (select from public.%I t where t.household_id = $1)', k) into found_it using household;
      if found_it then return true; end if;
    end loop;
    return exists (select from public.wish_join j where j.household_id = household);
  end $$;

create function viewer.is_ours(about uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
  declare k text; found_it boolean;
  begin
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('select exists (select from public.%I t where t.id = $1 and t.household_id = viewer.household_id())', k) into found_it using about;
      if found_it then return true; end if;
    end loop;
    return false;
  end $$;

drop policy residents_report_stories on report;
drop policy residents_report on report;
create policy residents_report on report for insert to app_viewer
  with check (reporter_id = (select viewer.resident_id()) and reporter_household_id = (select viewer.household_id())
    and neighbourhood_code = (select viewer.neighbourhood_code()) and closed_at is null
    and subject_kind <> 'joint_request' and viewer.sees(subject_kind, subject_id));

drop policy behind_a_story on block;
drop policy neighbours_are_blocked on block;
create policy neighbours_are_blocked on block for insert to app_viewer
  with check (resident_id = (select viewer.resident_id()) and neighbourhood_code = (select viewer.neighbourhood_code())
    and blocked_household_id <> (select viewer.household_id()) and viewer.shows_something(blocked_household_id));

drop policy own_stories on journal_entry;
drop policy own_household on journal_entry;
create policy own_household on journal_entry for insert to app_viewer
  with check (appended_at is null and case kind
    when 'withdrawal' then viewer.is_ours(subject_id)
      or exists (select from consent c where c.id = journal_entry.subject_id and c.household_id = (select viewer.household_id()))
    when 'narrowing' then viewer.is_ours(subject_id)
    when 'erasure' then subject_id = (select viewer.resident_id())
      or exists (select from photo p where p.id = journal_entry.subject_id and p.household_id = (select viewer.household_id()))
    when 'hiding' then
      exists (select from hiding h where h.subject_id = journal_entry.subject_id and h.neighbourhood_code = any ((select viewer.moderates())::text[]))
    when 'membership_end' then
      exists (select from membership m where m.id = journal_entry.subject_id and m.resident_id = (select viewer.resident_id()))
    else false end);

-- How a thing stands, whoever asks; for the functions below only.
create function viewer.standing_of(about_kind text, about uuid, out household_id uuid, out street_id text, out audience text, out updated_at timestamptz,
    out withdrawn_at timestamptz, out hidden_at timestamptz) returns record
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if about_kind = 'joint_request' then
      select viewer.answers_for(q.id), 'building', coalesce(q.withdrawn_at, case when viewer.answers_for(q.id) is null then now() end), q.hidden_at
        into household_id, audience, withdrawn_at, hidden_at from public.joint_request q where q.id = about;
    elsif exists (select from public.shared_kind k where k.kind = about_kind) then
      execute format('select t.household_id, t.street_id, t.audience, t.updated_at, t.withdrawn_at, t.hidden_at from public.%I t where t.id = $1', about_kind)
        into household_id, street_id, audience, updated_at, withdrawn_at, hidden_at using about;
    end if;
  end $$;
alter function viewer.standing_of(text, uuid) owner to app_definer;

create or replace function viewer.hide_item(about_kind text, about uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare owner_household uuid := (viewer.standing_of(about_kind, about)).household_id;
  begin
    if owner_household is not null then execute format('update public.%I set hidden_at = now() where id = $1', about_kind) using about; end if;
    return owner_household;
  end $$;

create or replace function viewer.end_hiding(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare h public.hiding;
  begin
    update public.hiding set lifted_at = now(), lifted_by = viewer.resident_id() where id = wanted and lifted_at is null returning * into h;
    if not found or exists (select from public.hiding other where other.subject_id = h.subject_id and other.lifted_at is null) then return; end if;
    execute format('update public.%I set hidden_at = null where id = $1', h.subject_kind) using h.subject_id;
  end $$;

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
    changed := (viewer.standing_of(h.subject_kind, h.subject_id)).updated_at;
    if changed is null or changed <= greatest(h.created_at, (select max(s.created_at) from public.second_look s where s.hiding_id = about)) then return 'unchanged'; end if;
    if (select count(*) from public.second_look s where s.household_id = h.household_id and s.created_at > now() - interval '24 hours') >= 3 then return 'too_many'; end if;
    insert into public.second_look (neighbourhood_code, household_id, hiding_id, subject_kind, subject_id)
      values (h.neighbourhood_code, h.household_id, about, h.subject_kind, h.subject_id);
    return 'asked';
  end $$;

create or replace function viewer.recused(about_kind text, about uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select cardinality(viewer.moderates()) > 0 and (
      exists (select from public.report r where r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates())
        and (r.reporter_id = viewer.resident_id() or r.reporter_household_id = viewer.household_id()))
      or about_kind <> 'joint_request' and exists (select from viewer.standing_of(about_kind, about) item where item.household_id = viewer.household_id())
      or exists (
        select from (
          select item.street_id from viewer.standing_of(about_kind, about) item where about_kind <> 'joint_request'
          union all select d.street_id from public.joint_request q join public.dwelling d on d.building_id = q.building_id where about_kind = 'joint_request' and q.id = about
        ) place join public.household h on h.street_id = place.street_id join public.report r on r.reporter_household_id = h.id
          where place.street_id = viewer.street_id() and r.subject_kind = about_kind and r.subject_id = about and r.neighbourhood_code = any (viewer.moderates()))
      or about_kind = 'joint_request' and exists (select from public.joint_request q where q.id = about
        and (q.started_by = viewer.resident_id() or q.building_id = viewer.building_id() or viewer.manages(q.organisation_id, q.building_id))))
  $$;

create or replace function viewer.reported_standing(wanted uuid) returns table (taken_back boolean, audience text, hidden boolean, changed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select item.withdrawn_at is not null or item.audience = 'household', item.audience, item.hidden_at is not null,
        case when item.updated_at > greatest(item.hidden_at, r.created_at) then item.updated_at end
      from public.report r cross join lateral viewer.standing_of(r.subject_kind, r.subject_id) item
      where r.id = wanted and item.audience is not null and r.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(r.subject_kind, r.subject_id)
  $$;

-- What a moderator who looks reads of a thing: all that the neighbours read of it, and not whose home it is.
create function viewer.look_at_measure(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', m.shown_name, 'audience', m.audience, 'shared_at', m.shared_at, 'hidden_at', m.hidden_at,
        'kind', m.kind, 'state', m.state, 'year', m.year, 'experience', m.experience, 'would_do_differently', m.would_do_differently,
        'cost_range', m.cost_range, 'done_by', m.done_by, 'satisfaction', m.satisfaction, 'gas_before_m3', m.gas_before_m3, 'gas_after_m3', m.gas_after_m3,
        'power_before_kwh', m.power_before_kwh, 'power_after_kwh', m.power_after_kwh,
        'photos', coalesce((select jsonb_agg(jsonb_build_object('alt', p.alt, 'mime', p.mime,
            'base64', replace(encode(p.bytes, 'base64'), E'\n', '')) order by p.created_at) from public.photo p where p.measure_id = m.id), '[]'))
      from public.measure m where m.id = about
  $$;
alter function viewer.look_at_measure(uuid) owner to app_definer;

create function viewer.look_at_wish(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', w.shown_name, 'audience', w.audience, 'shared_at', w.shared_at, 'hidden_at', w.hidden_at,
        'kind', w.kind, 'scope', w.scope, 'title', w.title, 'note', w.note, 'horizon', w.horizon, 'holding_back', w.holding_back)
      from public.wish w where w.id = about
  $$;
alter function viewer.look_at_wish(uuid) owner to app_definer;

create function viewer.look_at_story(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', s.shown_name, 'audience', s.audience, 'shared_at', s.shared_at, 'hidden_at', s.hidden_at,
        'indicator', s.indicator, 'title', s.title, 'note', s.body)
      from public.story s where s.id = about
  $$;
alter function viewer.look_at_story(uuid) owner to app_definer;

create function viewer.look_at_joint_request(about uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('shown_name', (select string_agg(p.shown_name, ', ' order by p.created_at) from public.joint_request_part p where p.request_id = q.id),
        'audience', 'building', 'hidden_at', q.hidden_at, 'kind', q.kind, 'organisation', o.name, 'note', q.text)
      from public.joint_request q join public.organisation o on o.id = q.organisation_id where q.id = about
  $$;
alter function viewer.look_at_joint_request(uuid) owner to app_definer;

create or replace function viewer.look_at_reported(wanted uuid, why text, words text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r record; item jsonb; standing record;
  begin
    select * into r from (
      select a.id, a.neighbourhood_code, a.subject_kind, a.subject_id from public.appeal a
      union all select s.id, s.neighbourhood_code, s.subject_kind, s.subject_id from public.second_look s
      union all select p.id, p.neighbourhood_code, p.subject_kind, p.subject_id from public.report p
    ) w where w.id = wanted and w.neighbourhood_code = any (viewer.moderates()) and not viewer.recused(w.subject_kind, w.subject_id);
    if not found then return null; end if;
    if why is null then raise check_violation using message = 'a look needs its reason'; end if;
    standing := viewer.standing_of(r.subject_kind, r.subject_id);
    if standing.household_id is null or standing.withdrawn_at is not null or standing.audience = 'household' then return jsonb_build_object('taken_back', true); end if;
    execute format('select viewer.%I($1)', 'look_at_' || r.subject_kind) into item using r.subject_id;
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason, note)
      values (r.neighbourhood_code, standing.household_id, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, why, words);
    return item;
  end $$;

create or replace function viewer.end_household(wanted uuid, mail text, about uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare k text;
  begin
    insert into public.outbox (template, account_id, subject_id)
      select mail, m.resident_id, about from public.membership m where m.household_id = wanted and (m.ended_at is null or m.ended_reason = 'disputed');
    insert into public.journal_entry (id, kind, subject_id)
      select gen_random_uuid(), 'membership_end', m.id from public.membership m where m.household_id = wanted and (m.ended_at is null or m.ended_reason = 'disputed');
    update public.membership set ended_at = coalesce(ended_at, now()), ended_reason = 'address' where household_id = wanted and (ended_at is null or ended_reason = 'disputed');
    delete from public.resident where household_id = wanted;
    update public.household set ended_at = now() where id = wanted and ended_at is null;
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('update public.%I set withdrawn_at = now() where household_id = $1 and withdrawn_at is null', k) using wanted;
    end loop;
    delete from public.wish_join where household_id = wanted;
    update public.consent set withdrawn_at = now() where household_id = wanted and withdrawn_at is null;
  end $$;

create or replace function viewer.leave_old_neighbours() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare k text;
  begin
    if not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then return null; end if;
    delete from public.wish_join j where j.household_id = new.id
      or j.wish_id in (select w.id from public.wish w where w.household_id = new.id);
    update public.consent set withdrawn_at = now() where household_id = new.id and withdrawn_at is null and (purpose = 'join_wish' or purpose like 'share\_%');
    for k in select s.kind from public.shared_kind s where s.shape = 'follows' loop
      execute format('with gone as (update public.%I set withdrawn_at = now() where household_id = $1 and withdrawn_at is null returning id)
        insert into public.journal_entry (id, kind, subject_id) select gen_random_uuid(), ''withdrawal'', g.id from gone g', k) using new.id;
    end loop;
    for k in select s.kind from public.shared_kind s where s.shape = 'own_audience' loop
      execute format('with narrowed as (update public.%I set audience = ''household'', narrowed_at = now(), shared_at = null
            where household_id = $1 and audience <> ''household'' returning id, resident_id, withdrawn_at),
          written as (insert into public.journal_entry (id, kind, subject_id) select gen_random_uuid(), ''narrowing'', n.id from narrowed n)
        insert into public.outbox (template, account_id, subject_id)
          select ''audience-narrowed'', n.resident_id, n.id from narrowed n where n.withdrawn_at is null', k) using new.id;
    end loop;
    return null;
  end $$;

create or replace function viewer.resume_household(wanted uuid, since timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare k text;
  begin
    update public.membership m set ended_at = null, ended_reason = null where m.household_id = wanted and m.ended_reason = 'disputed'
      and not exists (select from public.membership o where o.resident_id = m.resident_id and o.ended_at is null);
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('update public.%I set hidden_at = null where household_id = $1 and hidden_at = $2', k) using wanted, since;
    end loop;
  end $$;

create or replace function viewer.suspend_household(wanted uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare k text;
  begin
    update public.membership set ended_at = now(), ended_reason = 'disputed' where household_id = wanted and ended_at is null;
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('update public.%I set hidden_at = now() where household_id = $1 and hidden_at is null', k) using wanted;
    end loop;
    delete from public.wish_join where household_id = wanted;
  end $$;

create or replace function viewer.take_over(person uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.paper_resident; k text;
  begin
    select * into p from public.paper_resident where id = person and taken_over_at = now();
    if not found or not exists (select from public.membership m where m.household_id = p.household_id and m.resident_id = p.taken_over_by and m.ended_at is null) then return false; end if;
    for k in select s.kind from public.shared_kind s where s.shape <> 'apart' loop
      execute format('update public.%I set resident_id = $1 where resident_id = $2', k) using p.taken_over_by, person;
    end loop;
    update public.wish_join set resident_id = p.taken_over_by where resident_id = person;
    update public.consent set resident_id = p.taken_over_by where resident_id = person;
    update public.appeal set resident_id = p.taken_over_by where resident_id = person;
    update public.report set reporter_id = p.taken_over_by where reporter_id = person;
    update public.letter set ended_at = now() where paper_resident_id = person and ended_at is null;
    update public.assisted_session set ended_at = now() where paper_resident_id = person and ended_at is null and ends_at > now();
    return true;
  end $$;

revoke execute on function viewer.sees(text, uuid), viewer.seen_item(uuid), viewer.shows_something(uuid), viewer.is_ours(uuid), viewer.standing_of(text, uuid),
  viewer.look_at_measure(uuid), viewer.look_at_wish(uuid), viewer.look_at_story(uuid), viewer.look_at_joint_request(uuid) from public;
grant execute on function viewer.sees(text, uuid), viewer.seen_item(uuid), viewer.shows_something(uuid), viewer.is_ours(uuid) to app_viewer;
revoke create on schema viewer from app_definer;
