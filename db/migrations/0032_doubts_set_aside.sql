-- That a moderator lets a claim go on which neighbours doubted is a decision too, with its reasons and in the public log. The newest
-- stands for all of one claim.
alter table address_claim
  add column doubted_at timestamptz,
  add column doubt_set_aside_at timestamptz,
  add column doubt_set_aside_by uuid,
  add column doubt_set_aside_reason text,
  add constraint address_claim_doubt check ((doubt_set_aside_at is null) = (doubt_set_aside_by is null) and (doubt_set_aside_at is null) = (doubted_at is null));

grant create on schema viewer to app_definer;
create or replace function viewer.decide_claim(wanted uuid, verdict text, why text, was_false boolean) returns text
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
      -- The neighbours' doubt is gone: it goes on as if nothing had happened, and what was decided is kept.
      update public.address_claim set objected_at = null, objected_by = null, objector_id = null,
        doubted_at = c.objected_at, doubt_set_aside_at = now(), doubt_set_aside_by = viewer.resident_id(), doubt_set_aside_reason = why where id = c.id;
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
      union all
      select date_trunc('quarter', c.doubt_set_aside_at at time zone 'Europe/Amsterdam')::date, 'address',
        extract(epoch from c.doubt_set_aside_at - c.doubted_at) / 3600, null
      from public.address_claim c where c.doubt_set_aside_at < date_trunc('quarter', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam'
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

revoke create on schema viewer from app_definer;
