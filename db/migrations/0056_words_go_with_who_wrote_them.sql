-- What host and guest wrote to each other about a visit: of who took it back, or left, the other reads no word any more.

create or replace function viewer.visit_requests() returns table (id uuid, side text, visit_id uuid, slot_id uuid, kinds text[], by_appointment boolean, people integer, line text, asked_at timestamptz,
    answer text, answered_at timestamptz, decline_reason text, answer_words text, cancelled_at timestamptz, cancelled_by text, cancel_words text,
    starts_at timestamptz, ends_at timestamptz, revealed boolean, blocked boolean, other_street_id text, other_name text, other_dwelling_id text,
    no_show_at timestamptz, own_thanks boolean, own_words text, other_thanks boolean, other_words text, sequence integer, house_rules text, places_left integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select r.id, w.side, r.visit_id, r.slot_id, v.kinds, v.by_appointment, r.people::integer, case when w.side = 'guest' or w.hears and r.hidden_at is null and r.cancelled_by is distinct from 'guest' then r.line end, r.asked_at,
        r.answer, r.answered_at, r.decline_reason, case when w.side = 'host' or w.hears and v.withdrawn_at is null then r.answer_words end,
        r.cancelled_at, r.cancelled_by,
        case when r.cancelled_by = w.side or w.hears then r.cancel_words end,
        s.starts_at, s.ends_at, w.revealed, w.blocked,
        case w.side when 'host' then r.guest_street_id else v.street_id end,
        case when w.revealed then case w.side when 'host' then (select p.display_name from public.resident p where p.id = r.guest_resident_id) else v.shown_name end end,
        case when w.revealed then case w.side when 'host' then (select h.dwelling_id from public.household h where h.id = r.guest_household_id) else v.dwelling_id end end,
        case when w.side = 'host' then r.no_show_at end,
        own.thanked, own.words, case when not w.blocked then other.thanked end, case when w.hears and (w.side = 'host' or v.withdrawn_at is null) then other.words end,
        r.sequence::integer, case when w.side = 'host' or w.hears and v.withdrawn_at is null then v.house_rules end,
        case when w.side = 'host' and r.slot_id is not null then viewer.places_left(r.slot_id) end
      from public.visit_request r
      join public.visit v on v.id = r.visit_id
      left join public.visit_slot s on s.id = r.slot_id
      cross join lateral (select case when r.guest_resident_id = viewer.resident_id() then 'guest' else 'host' end as side) me
      cross join lateral (select me.side, viewer.visit_blocked(r, v.resident_id) as blocked) b
      cross join lateral (
        select b.side, b.blocked, viewer.visit_revealed(r) and not b.blocked as revealed,
          not b.blocked and not exists (select from public.membership m
            where m.ended_at is not null and case b.side when 'host' then m.resident_id = r.guest_resident_id and m.household_id = r.guest_household_id else m.resident_id = v.resident_id and m.household_id = v.household_id end) as hears
      ) w
      left join public.visit_feedback own on own.request_id = r.id and own.side = w.side
      left join public.visit_feedback other on other.request_id = r.id and other.side <> w.side
      where r.neighbourhood_code = viewer.neighbourhood_code() and viewer.assisted_session() is null
        and (r.guest_resident_id = viewer.resident_id() or r.host_household_id = viewer.household_id())
  $$;
