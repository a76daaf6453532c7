-- What one asks with others is theirs too; what is read of who left, and who decided what about an address.

grant create on schema viewer to app_definer;

-- Joint requests in the own building that somebody wrote who is blocked, or who blocks: as good as taken back, until the own
-- household takes part. From then on it is its own request, which it reads and can leave.
create function viewer.joint_requests_out_of_sight() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(array_agg(r.id), '{}') from public.joint_request r
      where r.building_id = viewer.building_id() and r.neighbourhood_code = viewer.neighbourhood_code() and r.started_by <> viewer.resident_id()
        and (r.started_by = any (viewer.blocked_by()) or exists (select from public.membership m
          where m.resident_id = r.started_by and m.ended_at is null and m.household_id = any (viewer.blocked_households())))
        and not exists (select from public.joint_request_part p where p.request_id = r.id and p.household_id = viewer.household_id())
  $$;
alter function viewer.joint_requests_out_of_sight() owner to app_definer;

drop policy of_the_building on joint_request;
create policy of_the_building on joint_request for select to app_viewer
  using (neighbourhood_code = (select viewer.neighbourhood_code()) and building_id = (select viewer.building_id())
    and (withdrawn_at is null or started_by = (select viewer.resident_id()))
    and id <> all ((select viewer.joint_requests_out_of_sight())::uuid[]));

-- How many households take part in what the viewer sees, those included that the viewer doesn't see.
create or replace function viewer.joint_request_counts() returns table (request_id uuid, households integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select p.request_id, count(*)::integer from public.joint_request_part p
      where p.building_id = viewer.building_id() and p.neighbourhood_code = viewer.neighbourhood_code()
        and p.request_id <> all ((select viewer.joint_requests_out_of_sight())::uuid[]) group by 1
  $$;

-- The ledger is of the household while who agreed lives there. What somebody who left agreed to, and ended, is theirs alone;
-- whoever ended it for the household still reads that.
drop policy own_household on consent;
create policy own_household on consent for select to app_viewer
  using (household_id = (select viewer.household_id())
    and (withdrawn_at is null or resident_id = (select viewer.resident_id()) or withdrawn_by = (select viewer.resident_id())
      or resident_id = any (array(select m.resident_id from membership m where m.household_id = (select viewer.household_id()) and m.ended_at is null))));

-- What everybody may know of moderation: per quarter that is over and per category, how much was decided, and of a quarter how
-- long it took in hours (median) and which share was overturned, of what can be objected to. What was decided about who lives at
-- an address is a category of its own. Nothing but that it was there where it was less than ten.
create or replace function viewer.moderation_log() returns table (quarter date, category text, decisions integer, median_hours integer, overturned_percent integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with decided as (
      select date_trunc('quarter', r.closed_at at time zone 'Europe/Amsterdam')::date as quarter, r.category,
        extract(epoch from r.closed_at - r.created_at) / 3600 as hours, r.review is not distinct from 'overturned' as overturned
      from public.report r where r.closed_at < date_trunc('quarter', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'
      union all
      select date_trunc('quarter', c.decided_at at time zone 'Europe/Amsterdam')::date, 'address',
        extract(epoch from c.decided_at - coalesce(c.objected_at, c.proven_at)) / 3600, null
      from public.address_claim c where c.decided_at < date_trunc('quarter', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'
    ), whole as (
      select d.quarter, count(*) >= 10 as enough, count(*)::integer as decisions, round(percentile_cont(0.5) within group (order by d.hours))::integer as median_hours,
        round(100.0 * count(*) filter (where d.overturned) / nullif(count(d.overturned), 0))::integer as overturned_percent
      from decided d group by d.quarter
    )
    select w.quarter, null, case when w.enough then w.decisions end, case when w.enough then w.median_hours end, case when w.enough then w.overturned_percent end from whole w
    union all
    select d.quarter, d.category, count(*)::integer, null, null from decided d join whole w on w.quarter = d.quarter and w.enough group by d.quarter, d.category
    order by 1 desc, 2 nulls first
  $$;

revoke execute on function viewer.joint_requests_out_of_sight() from public;
grant execute on function viewer.joint_requests_out_of_sight() to app_viewer;
revoke create on schema viewer from app_definer;
