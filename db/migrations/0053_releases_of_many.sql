-- Releases of many neighbourhoods at once: what a home gave away is kept under a key of 16 bytes, what a release counts is found by the
-- neighbourhood of the row, and what several neighbourhoods prepared is published in one statement.

-- The first 128 bits of the HMAC that was kept as text: the same homes, found in less than half the time.
alter table figure_budget drop constraint figure_budget_dwelling_key_check;
alter table figure_budget alter column dwelling_key type uuid
  using encode(substring(decode(translate(dwelling_key, '-_', '+/') || '=', 'base64') from 1 for 16), 'hex')::uuid;
-- What is remembered of an involvement hangs on the year as well, so that rows of two years can't be told to be of one home. What was
-- remembered before equals nothing: the answer counts as changed once, which takes room and gives nothing away.
alter table figure_budget drop constraint figure_budget_answer_check;
update figure_budget set answer = left(answer, 8) where answer is not null;
alter table figure_budget add constraint figure_budget_answer_check check (char_length(answer) = 8);
-- Only what wipes years that are over asks by year, once a night: an index that every charge has to keep is dearer.
drop index figure_budget_year;

create index membership_neighbourhood on membership (neighbourhood_code);

-- Publishes what was prepared, as it is, of one area or of several. @returns for each that the caller moderates: 'published', 'two_people'
-- for who prepared it, 'state' where there is nothing to publish (any more)
create function viewer.publish_figures(wanted uuid[]) returns table (preparation_id uuid, what text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  #variable_conflict use_column
  declare able uuid[];
  begin
    -- In one order, so that two moderators don't wait for each other's.
    perform from public.figure_preparation f where f.id = any (wanted) and f.neighbourhoods && (select viewer.moderates()) order by f.id for update;
    return query
      select f.id, case when f.state <> 'prepared' then 'state'
          when exists (select from public.figure_event e where e.deed = 'prepared' and e.area = f.area and e.quarter = f.quarter and e.actor_id = (select viewer.resident_id())) then 'two_people'
          else 'published' end
        from public.figure_preparation f where f.id = any (wanted) and f.neighbourhoods && (select viewer.moderates());
    select array_agg(f.id) into able from public.figure_preparation f
      where f.id = any (wanted) and f.neighbourhoods && (select viewer.moderates()) and f.state = 'prepared'
        and not exists (select from public.figure_event e where e.deed = 'prepared' and e.area = f.area and e.quarter = f.quarter and e.actor_id = (select viewer.resident_id()));
    update public.figure_preparation f set state = 'published' where f.id = any (able);
    insert into public.published_release (id, area, area_name, district, municipality_code, neighbourhoods, quarter, number, form, dwellings, prepared_on, published_on)
      select p.id, p.area, p.area_name, p.district, p.municipality_code, p.neighbourhoods, p.quarter,
          coalesce((select max(r.number) from public.published_release r where r.area = p.area), 0) + 1, p.sheet ->> 'form', (p.sheet ->> 'dwellings')::int,
          (p.drawn_at at time zone 'Europe/Amsterdam')::date, viewer.today()
        from public.figure_preparation p where p.id = any (able);
    insert into public.published_figure (release_id, area, municipality_code, neighbourhoods, topic, cell, place, kind, value)
      select p.id, p.area, p.municipality_code, p.neighbourhoods, t.one ->> 'table', c.one ->> 'cell', t.place * 100 + c.place,
          coalesce(c.one -> 'shown' ->> 'answer', c.one -> 'shown' ->> 'kind'), (c.one -> 'shown' ->> 'value')::int
        from public.figure_preparation p, jsonb_array_elements(p.sheet -> 'tables') with ordinality t (one, place), jsonb_array_elements(t.one -> 'cells') with ordinality c (one, place)
        where p.id = any (able);
    insert into public.figure_event (deed, area, area_name, quarter, neighbourhoods, actor_id)
      select 'published', p.area, p.area_name, p.quarter, p.neighbourhoods, viewer.resident_id() from public.figure_preparation p where p.id = any (able);
  end $$;
drop function viewer.publish_figures(uuid);
grant create on schema viewer to app_definer;
alter function viewer.publish_figures(uuid[]) owner to app_definer;
revoke create on schema viewer from app_definer;
revoke execute on function viewer.publish_figures(uuid[]) from public;
grant execute on function viewer.publish_figures(uuid[]) to app_viewer;
