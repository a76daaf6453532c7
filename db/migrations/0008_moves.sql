-- New boundaries may move a home to another neighbourhood. What its household shared was meant for the old neighbours,
-- so it falls back to the household, its consent ends, whoever shared it is asked anew, and joining in a wish there ends.
-- A new code for the same neighbourhood is no move: then the old code is gone.
grant create on schema viewer to app_definer;
grant update (audience, narrowed_at, shared_at) on measure, wish to app_definer;
grant select, delete on wish_join to app_definer;
grant select, update (withdrawn_at) on consent to app_definer;
grant insert on journal_entry, outbox to app_definer;
create policy moves on wish_join to app_definer using (true);
create policy moves on consent to app_definer using (true) with check (true);
create policy moves on journal_entry for insert to app_definer with check (true);
create policy moves on outbox for insert to app_definer with check (true);

create function viewer.leave_old_neighbours() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if not exists (select from public.neighbourhood n where n.code = old.neighbourhood_code) then return null; end if;
    delete from public.wish_join j where j.household_id = new.id
      or j.wish_id in (select w.id from public.wish w where w.household_id = new.id);
    update public.consent set withdrawn_at = now() where household_id = new.id and withdrawn_at is null
      and purpose in ('share_measure', 'share_wish', 'join_wish');
    with narrowed as (
      update public.measure set audience = 'household', narrowed_at = now(), shared_at = null
        where household_id = new.id and audience <> 'household' returning id, resident_id, withdrawn_at
    ), narrowed_wish as (
      update public.wish set audience = 'household', narrowed_at = now(), shared_at = null
        where household_id = new.id and audience <> 'household' returning id, resident_id, withdrawn_at
    ), item as (
      select * from narrowed union all select * from narrowed_wish
    ), written as (
      insert into public.journal_entry (id, kind, subject_id) select gen_random_uuid(), 'narrowing', i.id from item i
    )
    insert into public.outbox (template, account_id, subject_id)
      select 'audience-narrowed', i.resident_id, i.id from item i where i.withdrawn_at is null;
    return null;
  end $$;
alter function viewer.leave_old_neighbours() owner to app_definer;
revoke execute on function viewer.leave_old_neighbours() from public;
revoke create on schema viewer from app_definer;

create trigger leave_old_neighbours after update of neighbourhood_code on household
  for each row when (old.neighbourhood_code <> new.neighbourhood_code) execute function viewer.leave_old_neighbours();
