-- What a moderator gets when looking at a reported item: what neighbours saw of it, photos included, and not whose home it
-- is. What its household has taken back since then is nobody's business any more, a moderator's neither.
grant select on photo to app_definer;
create policy moderation on photo for select to app_definer using (true);

create or replace function viewer.look_at_reported(wanted uuid) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; item jsonb; owner_household uuid;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates());
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
      values (r.neighbourhood_code, owner_household, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, 'report');
    return item;
  end $$;

-- One decision answers everybody who reported the same item.
create or replace function viewer.hide_reported(wanted uuid, why_rule text, why text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare r public.report; owner_household uuid; made uuid;
  begin
    select * into r from public.report where id = wanted and neighbourhood_code = any (viewer.moderates());
    if not found then return null; end if;
    perform from public.report where subject_kind = r.subject_kind and subject_id = r.subject_id order by id for update;
    select * into r from public.report where id = wanted and closed_at is null;
    if not found then return null; end if;
    if r.subject_kind = 'measure' then
      update public.measure set hidden_at = now() where id = r.subject_id returning household_id into owner_household;
    else
      update public.wish set hidden_at = now() where id = r.subject_id returning household_id into owner_household;
    end if;
    if owner_household is null then return null; end if;
    insert into public.hiding (neighbourhood_code, household_id, subject_kind, subject_id, report_id, moderator_id, rule, reason)
      values (r.neighbourhood_code, owner_household, r.subject_kind, r.subject_id, r.id, viewer.resident_id(), why_rule, why)
      returning id into made;
    update public.report set closed_at = now(), closed_by = viewer.resident_id(), decision = 'hidden', decision_note = why
      where subject_kind = r.subject_kind and subject_id = r.subject_id and closed_at is null;
    return made;
  end $$;

-- Who is told that something of their household is hidden, or shows again: account ids for the outbox, nothing else.
create function viewer.adults_concerned(wanted uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.resident_id from public.hiding h join public.membership m on m.household_id = h.household_id and m.ended_at is null
      where h.id = wanted and h.neighbourhood_code = any (viewer.moderates())
  $$;
grant select (household_id, resident_id, ended_at) on membership to app_definer;
create policy moderation on membership for select to app_definer using (true);
grant create on schema viewer to app_definer;
alter function viewer.adults_concerned(uuid) owner to app_definer;
revoke create on schema viewer from app_definer;
revoke execute on function viewer.adults_concerned(uuid) from public;
grant execute on function viewer.adults_concerned(uuid) to app_viewer;
