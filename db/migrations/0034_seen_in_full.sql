-- A moderator who looks reads all that the neighbours read: what it cost, who did it, how content, what was used, and what holds a
-- wish back. Who decides on "dit klopt niet" without them decides blind.
grant create on schema viewer to app_definer;
create or replace function viewer.look_at_reported(wanted uuid, why text, words text) returns jsonb
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
          'cost_range', m.cost_range, 'done_by', m.done_by, 'satisfaction', m.satisfaction, 'gas_before_m3', m.gas_before_m3, 'gas_after_m3', m.gas_after_m3,
          'power_before_kwh', m.power_before_kwh, 'power_after_kwh', m.power_after_kwh,
          'photos', coalesce((select jsonb_agg(jsonb_build_object('alt', p.alt, 'mime', p.mime,
              'base64', replace(encode(p.bytes, 'base64'), E'\n', '')) order by p.created_at) from public.photo p where p.measure_id = m.id), '[]')),
          m.household_id into item, owner_household
        from public.measure m where m.id = r.subject_id and m.withdrawn_at is null and m.audience <> 'household';
    elsif r.subject_kind = 'wish' then
      select jsonb_build_object('shown_name', w.shown_name, 'audience', w.audience, 'shared_at', w.shared_at, 'hidden_at', w.hidden_at,
          'kind', w.kind, 'scope', w.scope, 'title', w.title, 'note', w.note, 'horizon', w.horizon, 'holding_back', w.holding_back), w.household_id into item, owner_household
        from public.wish w where w.id = r.subject_id and w.withdrawn_at is null and w.audience <> 'household';
    elsif r.subject_kind = 'story' then
      select jsonb_build_object('shown_name', s.shown_name, 'audience', s.audience, 'shared_at', s.shared_at, 'hidden_at', s.hidden_at,
          'indicator', s.indicator, 'title', s.title, 'note', s.body), s.household_id into item, owner_household
        from public.story s where s.id = r.subject_id and s.withdrawn_at is null and s.audience <> 'household';
    else
      select jsonb_build_object('shown_name', (select string_agg(p.shown_name, ', ' order by p.created_at) from public.joint_request_part p where p.request_id = q.id),
          'audience', 'building', 'hidden_at', q.hidden_at, 'kind', q.kind, 'organisation', o.name, 'note', q.text), viewer.answers_for(q.id) into item, owner_household
        from public.joint_request q join public.organisation o on o.id = q.organisation_id
        where q.id = r.subject_id and q.withdrawn_at is null and viewer.answers_for(q.id) is not null;
    end if;
    if item is null then return jsonb_build_object('taken_back', true); end if;
    insert into public.disclosure (neighbourhood_code, household_id, actor_id, actor_role, what, subject_id, reason, note)
      values (r.neighbourhood_code, owner_household, viewer.resident_id(), 'moderator', r.subject_kind, r.subject_id, why, words);
    return item;
  end $$;
revoke create on schema viewer from app_definer;
