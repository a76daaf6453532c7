-- What a helper enters of a purchase to its end: answers where a photo is asked for, what the supplier may have, and taking an order
-- back by a form that was signed in time.

-- The day under the form with which somebody took an order back.
alter table purchase_sign_up add column left_signed_on date;
grant update (left_signed_on) on purchase_sign_up to app_definer;
grant update (name, email, phone, saved_at), delete on purchase_contact to app_definer;
create policy purchases_changes on purchase_contact for update to app_definer using (true) with check (true);
create policy purchases_removes on purchase_contact for delete to app_definer using (true);

grant create on schema viewer to app_definer;

-- The answers that a home is asked, as {"<check>": "<answer>"}; with all of them, and a photo where one is asked for, interest goes on
-- to suitability. 'answered', 'missing' where one is not there, 'closed'; null where there is no such sign-up of the caller's
-- household. On paper nobody gives a photo: what it would show is looked at during a visit.
create or replace function viewer.answer_checks(wanted uuid, given jsonb) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id();
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id and p.state = 'open' for no key update;
    if not found then return 'closed'; end if;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if s.state not in ('interest', 'suitability') or s.resident_id <> viewer.resident_id() then return 'closed'; end if;
    insert into public.purchase_check_answer as a (sign_up_id, check_id, joined_in, household_id, answer)
      select s.id, c.id, s.joined_in, s.household_id, given ->> c.id::text from public.purchase_check c where c.purchase_id = s.purchase_id and c.kind <> 'photo' and given ->> c.id::text <> ''
      on conflict (sign_up_id, check_id) do update set answer = excluded.answer, answered_at = now();
    if exists (select from public.purchase_check c where c.purchase_id = s.purchase_id
      and not exists (select from public.purchase_check_answer a where a.sign_up_id = s.id and a.check_id = c.id)
      and not (c.kind = 'photo' and (viewer.assisted_session() is not null or exists (select from public.purchase_photo f where f.sign_up_id = s.id and f.check_id = c.id)))) then return 'missing'; end if;
    if s.state = 'interest' then
      update public.purchase_sign_up set state = 'suitability', mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id;
    end if;
    return 'answered';
  end $$;

-- What who is helped has in purchases, for the pages and the paper of their session: there, and nowhere else. The offer is the one that
-- was ordered, or the newest; `agreed` is what they said to rules that are proposed.
drop function viewer.paper_sign_ups();
create function viewer.paper_sign_ups() returns table (id uuid, purchase_id uuid, reference text, state text, party text, reason text, words text, rules_version smallint, created_at timestamptz, moved_at timestamptz,
    paper_signed_on date, order_signed_on date, left_signed_on date, ordered_at timestamptz, cooling_off_from date, cooling_off_until date, held_until date, visit_on date, planned_on date, terms_version text,
    offer jsonb, answers jsonb, contact jsonb, agreed boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s.purchase_id, s.reference, s.state, s.party, s.reason, s.words, s.rules_version, s.created_at, s.moved_at,
        s.paper_signed_on, s.order_signed_on, s.left_signed_on, s.ordered_at, s.cooling_off_from, s.cooling_off_until, s.held_until, s.visit_on, s.planned_on, s.terms_version,
        (select to_jsonb(o) - array['offered_by', 'household_id', 'joined_in'] from public.purchase_offer o where o.sign_up_id = s.id and (s.ordered_at is null or o.version = s.offer_version) order by o.version desc limit 1),
        (select coalesce(jsonb_object_agg(a.check_id, a.answer), '{}') from public.purchase_check_answer a where a.sign_up_id = s.id),
        (select jsonb_build_object('name', c.name, 'email', c.email, 'phone', c.phone) from public.purchase_contact c where c.sign_up_id = s.id),
        (select g.agreed from public.purchase_agreement g join public.purchase_rules r on r.purchase_id = g.purchase_id and r.version = g.version
          where g.sign_up_id = s.id and r.version > 1 and r.adopted_at is null and r.dropped_at is null)
      from public.purchase_sign_up s
      where viewer.assisted_session() is not null and s.household_id = viewer.household_id() and s.resident_id = viewer.resident_id()
      order by s.created_at desc
  $$;
alter function viewer.paper_sign_ups() owner to app_definer;

-- What the supplier needs to reach who is helped, by the form that they signed; or none of it any more. 'shared', 'stopped', 'date' when
-- the form is too old or from the future, 'no_supplier' before one was chosen; null where there is no such sign-up of who is helped.
create function viewer.share_on_paper(wanted uuid, signed date, yes boolean, their_name text, their_email text, their_phone text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id() and viewer.assisted_session() is not null;
    if not found then return null; end if;
    if not yes then
      delete from public.purchase_contact where sign_up_id = s.id;
      return 'stopped';
    end if;
    if not coalesce(viewer.signed_in_session(signed), false) then return 'date'; end if;
    if not exists (select from public.purchase p where p.id = s.purchase_id and p.supplier is not null) then return 'no_supplier'; end if;
    insert into public.purchase_contact as c (sign_up_id, joined_in, household_id, name, email, phone) values (s.id, s.joined_in, s.household_id, their_name, their_email, their_phone)
      on conflict (sign_up_id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone, saved_at = now();
    return 'shared';
  end $$;
alter function viewer.share_on_paper(uuid, date, boolean, text, text, text) owner to app_definer;

-- Who is helped takes no part from here; or takes an order back while its fourteen days run, on the day under their form. 'left', 'date'
-- when that day is too long ago, before the order or still to come, 'over' where it cannot be any more; null where there is no such sign-up.
drop function viewer.leave_on_paper(uuid);
create function viewer.leave_on_paper(wanted uuid, signed date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id() and viewer.assisted_session() is not null;
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id for no key update;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if s.ordered_at is not null and (not coalesce(viewer.signed_in_session(signed), false) or signed < (s.ordered_at at time zone 'Europe/Amsterdam')::date) then return 'date'; end if;
    if s.state not in ('interest', 'suitability', 'suitable', 'offered', 'waiting', 'paused')
      and not (s.state in ('ordered', 'planned', 'delivered', 'complaint', 'reviewed') and coalesce(s.cooling_off_until >= viewer.today(), true)) then return 'over'; end if;
    update public.purchase_sign_up set state = case s.state when 'offered' then 'declined' else 'withdrawn' end, left_signed_on = case when s.ordered_at is not null then signed end,
        mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null
      where id = wanted;
    perform viewer.fill_places(s.purchase_id);
    perform viewer.settle_rules(s.purchase_id);
    return 'left';
  end $$;
alter function viewer.leave_on_paper(uuid, date) owner to app_definer;

revoke execute on function viewer.paper_sign_ups(), viewer.share_on_paper(uuid, date, boolean, text, text, text), viewer.leave_on_paper(uuid, date) from public;
grant execute on function viewer.paper_sign_ups(), viewer.share_on_paper(uuid, date, boolean, text, text, text), viewer.leave_on_paper(uuid, date) to app_viewer;
revoke create on schema viewer from app_definer;
