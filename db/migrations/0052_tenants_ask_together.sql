-- A tenant who takes part in a purchase asks the landlord together with others in the building: the sign-up points at that request.

-- While the household takes part in the request, and only for a tenant.
alter table purchase_sign_up
  add column joint_request_id uuid references joint_request (id) on delete set null,
  add constraint purchase_sign_up_asks_as_tenant check (joint_request_id is null or party = 'tenant');
create index purchase_sign_up_joint_request on purchase_sign_up (joint_request_id) where joint_request_id is not null;
grant update (joint_request_id) on purchase_sign_up to app_definer;

grant create on schema viewer to app_definer;

-- Ties an own sign-up as a tenant to a joint request about one of the kinds of the purchase, in which the household takes part. False
-- where that is not so.
create function viewer.tie_to_request(wanted uuid, request uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.purchase_sign_up s set joint_request_id = request
      where s.id = wanted and s.household_id = viewer.household_id() and s.resident_id = viewer.resident_id() and s.party = 'tenant' and viewer.assisted_session() is null
        and s.state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round')
        and exists (select from public.joint_request_part g join public.joint_request r on r.id = g.request_id join public.purchase p on p.id = s.purchase_id
          where g.request_id = request and g.household_id = s.household_id and r.kind = any (p.kinds) and r.withdrawn_at is null and r.hidden_at is null);
    return found;
  end $$;
alter function viewer.tie_to_request(uuid, uuid) owner to app_definer;

-- A household that takes no part in a request any more asks nothing by it.
create function viewer.untie_request() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    update public.purchase_sign_up set joint_request_id = null where joint_request_id = old.request_id and household_id = old.household_id;
    return null;
  end $$;
alter function viewer.untie_request() owner to app_definer;
create trigger untie_request after delete on joint_request_part for each row execute function viewer.untie_request();

-- How many tenants who came in where the caller moderates wait for their landlord: 'not_asked', 'gathering' while fewer than three
-- households ask, 'asked', or what the newest answer is. Numbers only: what was asked and answered is of who lives there.
create function viewer.tenants_waiting(about uuid) returns table (what text, sign_ups integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select case when r.id is null then 'not_asked' when a.answer is not null then a.answer when r.sent_at is null then 'gathering' else 'asked' end, count(*)::integer
      from public.purchase_sign_up s
      left join public.joint_request r on r.id = s.joint_request_id and r.withdrawn_at is null and r.hidden_at is null
      left join lateral (select q.answer from public.joint_request_answer q where q.request_id = r.id order by q.answered_at desc limit 1) a on true
      where s.purchase_id = about and s.party = 'tenant' and s.joined_in = any (viewer.moderates())
        and s.state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round')
      group by 1
  $$;
alter function viewer.tenants_waiting(uuid) owner to app_definer;

revoke execute on function viewer.tie_to_request(uuid, uuid), viewer.untie_request(), viewer.tenants_waiting(uuid) from public;
grant execute on function viewer.tie_to_request(uuid, uuid), viewer.tenants_waiting(uuid) to app_viewer;
revoke create on schema viewer from app_definer;
