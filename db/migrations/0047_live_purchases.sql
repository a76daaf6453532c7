-- Open pages about a purchase hear that its numbers, its state or its rules changed; each reads it again as its own viewer.
grant create on schema viewer to app_definer;
create function viewer.announce_purchase() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    perform pg_notify('live', 'purchase ' || new.id);
    return null;
  end $$;
alter function viewer.announce_purchase() owner to app_definer;
create trigger announce_purchase after update of orders, places, state, rules_version, supplier, prolonged_at on purchase for each row
  when ((old.orders, old.places, old.state, old.rules_version, old.supplier, old.prolonged_at) is distinct from (new.orders, new.places, new.state, new.rules_version, new.supplier, new.prolonged_at))
  execute function viewer.announce_purchase();
revoke execute on function viewer.announce_purchase() from public;
revoke create on schema viewer from app_definer;
