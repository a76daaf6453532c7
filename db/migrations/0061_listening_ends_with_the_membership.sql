-- Whose membership ends or moves to another neighbourhood hears nothing more on a connection that was opened before: the browser
-- comes back and is asked anew who it is.
create function viewer.announce_membership() returns trigger
  language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform pg_notify('live', 'resident ' || old.resident_id);
    return null;
  end $$;
revoke execute on function viewer.announce_membership() from public;
create trigger announce_end after update on membership for each row
  when ((old.ended_at, old.household_id, old.neighbourhood_code) is distinct from (new.ended_at, new.household_id, new.neighbourhood_code))
  execute function viewer.announce_membership();
create trigger announce_gone after delete on membership for each row execute function viewer.announce_membership();
