-- A moderator does not get to know who reported something, nor the e-mail address of who misses an address: not on a
-- screen, and not by asking the database either.
revoke select on report, missing_address from app_viewer;
grant select (id, receipt, neighbourhood_code, subject_kind, subject_id, category, note, created_at, closed_at, closed_by, decision, decision_note)
  on report to app_viewer;
grant select (id, neighbourhood_code, postcode, house_number, street_name, note, created_at, handled_at, handled_by, outcome) on missing_address to app_viewer;

grant create on schema viewer to app_definer;

-- Which reports are one's own.
create function viewer.own_reports() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select r.id from public.report r where r.reporter_id = viewer.resident_id() $$;
alter function viewer.own_reports() owner to app_definer;

-- Mail to everybody whose report of this item is decided in this transaction; the moderator does not see to whom.
create function viewer.tell_reporters(wanted uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into public.outbox (template, account_id)
      select distinct 'report-handled', r.reporter_id from public.report w
        join public.report r on r.subject_kind = w.subject_kind and r.subject_id = w.subject_id
        where w.id = wanted and w.neighbourhood_code = any (viewer.moderates()) and r.closed_at = now()
  $$;
alter function viewer.tell_reporters(uuid) owner to app_definer;

revoke execute on function viewer.own_reports(), viewer.tell_reporters(uuid) from public;
grant execute on function viewer.own_reports(), viewer.tell_reporters(uuid) to app_viewer;
revoke create on schema viewer from app_definer;
