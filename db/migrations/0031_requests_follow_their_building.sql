-- A joint request goes to another neighbourhood with its building. Where a new boundary runs between the building and a home in
-- it, the household of that home stays behind and takes no part any more. Deferred, because homes may follow their building in
-- the same transaction, and made here because the keys of the parts are checked right after.
grant create on schema viewer to app_definer;
create function viewer.part_across_border() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    with gone as (
      delete from public.joint_request_part p using public.household h, public.joint_request r
        where p.request_id = new.id and r.id = new.id and h.id = p.household_id and h.neighbourhood_code <> r.neighbourhood_code
        returning p.household_id
    )
    update public.consent c set withdrawn_at = now() from gone g
      where c.household_id = g.household_id and c.subject_id = new.id and c.purpose = 'joint_request' and c.withdrawn_at is null;
    return null;
  end $$;
alter function viewer.part_across_border() owner to app_definer;
create constraint trigger part_across_border after update of neighbourhood_code on joint_request deferrable initially deferred
  for each row when (old.neighbourhood_code <> new.neighbourhood_code) execute function viewer.part_across_border();
revoke execute on function viewer.part_across_border() from public;
revoke create on schema viewer from app_definer;
