-- Photos of a home that is asked whether it is suitable; messages to who is that far; news; taking part on paper; and what a moderator
-- knows of whom a supplier had and whom an invitation reached.

alter table purchase_check drop constraint purchase_check_kind_check;
alter table purchase_check add constraint purchase_check_kind_check check (kind in ('yes_no', 'number', 'text', 'photo'));

-- What somebody signed on paper, and on which day: that they take part, and an order.
alter table purchase_sign_up add column paper_signed_on date, add column order_signed_on date;
grant update (order_signed_on) on purchase_sign_up to app_definer;

-- Drawn anew, without what cameras add; one for each question that asks for one. Read by the household and by the moderators of where
-- it came in; it never goes to the supplier.
create table purchase_photo (
  id uuid primary key default gen_random_uuid(),
  sign_up_id uuid not null,
  check_id uuid not null references purchase_check (id) on delete cascade,
  joined_in text not null,
  household_id uuid not null,
  mime text not null check (mime in ('image/webp')),
  width integer not null,
  height integer not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  unique (sign_up_id, check_id),
  foreign key (sign_up_id, joined_in) references purchase_sign_up (id, joined_in) on update cascade on delete cascade,
  foreign key (sign_up_id, household_id) references purchase_sign_up (id, household_id) on update cascade on delete cascade
);
create index purchase_photo_household on purchase_photo (household_id);
create index purchase_photo_joined_in on purchase_photo (joined_in);
create index purchase_photo_check on purchase_photo (check_id);

-- What a moderator wrote to everybody who was that far: a line for the log. Each of them has it as a note.
create table purchase_message (
  id uuid primary key default gen_random_uuid(),
  purchase_id uuid not null references purchase (id) on delete cascade,
  state text not null,
  body text not null check (char_length(body) between 1 and 2000),
  sign_ups integer not null check (sign_ups > 0),
  author_id uuid,
  at timestamptz not null default now()
);
create index purchase_message_purchase on purchase_message (purchase_id, at desc);

alter table purchase_photo enable row level security;   alter table purchase_photo force row level security;
alter table purchase_message enable row level security; alter table purchase_message force row level security;
grant select, insert, update, delete on purchase_photo, purchase_message to app_worker;
create policy worker on purchase_photo to app_worker using (true) with check (true);
create policy worker on purchase_message to app_worker using (true) with check (true);

grant select, insert, delete on purchase_photo to app_viewer;
create policy own_or_moderated on purchase_photo for select to app_viewer
  using ((select viewer.assisted_session()) is null and (household_id = (select viewer.household_id()) or joined_in = any ((select viewer.moderates())::text[])));
create policy who_signed_up_adds on purchase_photo for insert to app_viewer
  with check ((select viewer.assisted_session()) is null and household_id = (select viewer.household_id())
    and exists (select from purchase_sign_up s join purchase_check c on c.purchase_id = s.purchase_id where s.id = sign_up_id and s.household_id = (select viewer.household_id())
      and s.resident_id = (select viewer.resident_id()) and s.state in ('interest', 'suitability') and c.id = check_id and c.kind = 'photo'));
create policy own_household_removes on purchase_photo for delete to app_viewer using (household_id = (select viewer.household_id()));
-- A photo that is taken away must not come back after a restore.
create policy own_purchase_photos on journal_entry for insert to app_viewer
  with check (appended_at is null and kind = 'erasure'
    and exists (select from purchase_photo p where p.id = journal_entry.subject_id and p.household_id = (select viewer.household_id())));

grant select on purchase_message to app_viewer;
create policy moderators on purchase_message for select to app_viewer
  using (purchase_id = any ((select viewer.purchases_moderated())::uuid[]) or author_id = (select viewer.resident_id()));

grant select (sign_up_id, check_id) on purchase_photo to app_definer;
grant insert on purchase_message, purchase_note, purchase_news, purchase_contact to app_definer;
grant select on purchase_receipt to app_definer;
grant select (claim_id) on letter to app_definer;
grant select (dwelling_type) on home_correction to app_definer;
create policy purchases on purchase_photo for select to app_definer using (true);
create policy purchases on purchase_message for insert to app_definer with check (true);
create policy purchases on purchase_note for insert to app_definer with check (true);
create policy purchases on purchase_news for insert to app_definer with check (true);
create policy purchases_adds on purchase_contact for insert to app_definer with check (true);
create policy purchases_reads on purchase_receipt for select to app_definer using (true);

grant create on schema viewer to app_definer;

-- The answers that a home is asked, as {"<check>": "<answer>"}; with all of them, and a photo where one is asked for, interest goes on
-- to suitability. 'answered', 'missing' where one is not there, 'closed'; null where there is no such sign-up of the caller's
-- household. On paper nobody gives a photo: a moderator looks at what there is.
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
      and not (c.kind = 'photo' and exists (select from public.purchase_photo f where f.sign_up_id = s.id and f.check_id = c.id))) then return 'missing'; end if;
    if s.state = 'interest' then
      update public.purchase_sign_up set state = 'suitability', mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id;
    end if;
    return 'answered';
  end $$;

-- Whether a home is of the kinds for which a purchase is: by the register, or by what its household says of it. Of a home of which
-- nobody knows the kind a moderator finds out.
create function viewer.fits_purchase(h public.household, p public.purchase) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select p.dwelling_types = '{}' or exists (select from public.dwelling d left join public.home_correction c on c.household_id = h.id
      where d.id = h.dwelling_id and (coalesce(d.dwelling_type, 'unknown') = 'unknown' or d.dwelling_type = any (p.dwelling_types) or c.dwelling_type = any (p.dwelling_types)))
  $$;
alter function viewer.fits_purchase(public.household, public.purchase) owner to app_definer;

-- 'signed_up' with the id, 'again' with that of the one that goes on, 'closed', 'not_for_you' by owners and tenants, 'not_this_home' by
-- the kinds of homes, 'rules' when others hold by now; null where there is no such purchase for a resident.
create function viewer.begin_sign_up(about uuid, as_party text, rules smallint, signed date, out outcome text, out made uuid) returns record
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare p public.purchase; h public.household;
  begin
    if viewer.household_id() is null
      or not exists (select from public.purchase_neighbourhood n where n.purchase_id = about and n.neighbourhood_code = viewer.neighbourhood_code()) then return; end if;
    select * into p from public.purchase where id = about and state <> 'concept' for no key update;
    if not found then return; end if;
    select q.id into made from public.purchase_sign_up q where q.purchase_id = about and q.household_id = viewer.household_id() and (q.party = 'association') = (as_party = 'association')
      and q.state not in ('unsuitable', 'declined', 'lapsed', 'withdrawn', 'supplier_failed', 'next_round');
    if found then outcome := 'again'; return; end if;
    if p.state <> 'open' then outcome := 'closed'; return; end if;
    if as_party = 'tenant' and not p.for_tenants or as_party <> 'tenant' and not p.for_owners then outcome := 'not_for_you'; return; end if;
    select * into h from public.household where id = viewer.household_id();
    if as_party = 'association' and h.building_id is null then outcome := 'not_for_you'; return; end if;
    if not viewer.fits_purchase(h, p) then outcome := 'not_this_home'; return; end if;
    if rules <> p.rules_version then outcome := 'rules'; return; end if;
    insert into public.purchase_sign_up (purchase_id, joined_in, neighbourhood_code, household_id, dwelling_id, street_id, building_id, resident_id, party, rules_version, mover, moved_by, paper_signed_on)
      values (about, h.neighbourhood_code, h.neighbourhood_code, h.id, h.dwelling_id, h.street_id, h.building_id, viewer.resident_id(), as_party, rules, 'resident', viewer.resident_id(), signed)
      returning id into made;
    outcome := 'signed_up';
  end $$;
alter function viewer.begin_sign_up(uuid, text, smallint, date) owner to app_definer;

create or replace function viewer.sign_up(about uuid, as_party text, rules smallint, out outcome text, out made uuid) returns record
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if viewer.assisted_session() is not null then return; end if;
    select b.outcome, b.made into outcome, made from viewer.begin_sign_up(about, as_party, rules, null) b;
  end $$;

-- A form that somebody signed counts for thirty days, in the session in which they are helped.
create function viewer.signed_in_session(signed date) returns boolean
  language sql stable
  as $$ select viewer.assisted_session() is not null and signed between viewer.today() - 30 and viewer.today() $$;

-- As viewer.sign_up, of who is helped on paper; 'date' when the form is too old or from the future. How the supplier reaches them
-- stands on the same form.
create function viewer.sign_up_on_paper(about uuid, as_party text, rules smallint, signed date, their_name text, their_phone text, out outcome text, out made uuid) returns record
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if viewer.assisted_session() is null or as_party = 'association' then return; end if;
    if not coalesce(viewer.signed_in_session(signed), false) then outcome := 'date'; return; end if;
    select b.outcome, b.made into outcome, made from viewer.begin_sign_up(about, as_party, rules, signed) b;
    if outcome = 'signed_up' and num_nonnulls(their_name, their_phone) > 0 then
      insert into public.purchase_contact (sign_up_id, joined_in, household_id, name, phone) select s.id, s.joined_in, s.household_id, their_name, their_phone from public.purchase_sign_up s where s.id = made;
    end if;
  end $$;
alter function viewer.sign_up_on_paper(uuid, text, smallint, date, text, text) owner to app_definer;

-- What who is helped has in purchases, for the summary on paper and its form: in their session, and nowhere else.
create function viewer.paper_sign_ups() returns table (id uuid, purchase_id uuid, reference text, state text, party text, rules_version smallint, paper_signed_on date, order_signed_on date, ordered_at timestamptz,
    cooling_off_until date, planned_on date, offer jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s.purchase_id, s.reference, s.state, s.party, s.rules_version, s.paper_signed_on, s.order_signed_on, s.ordered_at, s.cooling_off_until, s.planned_on,
        (select to_jsonb(o) - array['offered_by', 'household_id', 'joined_in'] from public.purchase_offer o where o.sign_up_id = s.id order by o.version desc limit 1)
      from public.purchase_sign_up s
      where viewer.assisted_session() is not null and s.household_id = viewer.household_id() and s.resident_id = viewer.resident_id()
      order by s.created_at desc
  $$;
alter function viewer.paper_sign_ups() owner to app_definer;

-- An order of a sign-up of the caller, as viewer.order_purchase says; `signed` is the day of the signature under one on paper.
create function viewer.place_order(wanted uuid, on_version smallint, of_age boolean, terms text, cooling_until date,
    decided date, votes integer, of_votes integer, document text, signed date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; p public.purchase; r public.purchase_rules; o public.purchase_offer; how_many integer := 1; room integer; last_day date;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id();
    if not found then return null; end if;
    select * into p from public.purchase where id = s.purchase_id for no key update;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if not found then return null; end if;
    if s.state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed', 'waiting') then return 'again'; end if;
    if s.state <> 'offered' then return 'no_offer'; end if;
    select * into r from public.purchase_rules q where q.purchase_id = p.id and q.version = p.rules_version;
    last_day := case when p.prolonged_at is null then r.deadline else r.prolong_until end;
    if p.state <> 'open' or viewer.today() > last_day then return 'closed'; end if;
    if s.rules_version <> p.rules_version then return 'rules'; end if;
    if s.party = 'tenant' then return 'tenant'; end if;
    if not of_age then return 'minor'; end if;
    select * into o from public.purchase_offer q where q.sign_up_id = wanted order by q.version desc limit 1;
    if o.version <> on_version then return 'changed'; end if;
    if o.valid_until < viewer.today() then return 'expired'; end if;
    if s.party = 'association' then
      if num_nulls(decided, votes, of_votes, document) > 0 or decided > viewer.today() then return 'no_decision'; end if;
      select greatest(b.dwelling_count, 1) into how_many from public.building b where b.id = s.building_id;
    end if;
    if exists (select from public.purchase_sign_up q where q.purchase_id = p.id and q.id <> s.id
      and q.state in ('ordered', 'paused', 'confirmed', 'planned', 'delivered', 'complaint', 'reviewed')
      and (q.dwelling_id = s.dwelling_id and q.party <> 'association' and s.party <> 'association' or q.building_id = s.building_id and 'association' in (q.party, s.party))) then return 'taken'; end if;
    room := r.capacity - p.places + viewer.places_of(s);
    if room < how_many then
      update public.purchase_sign_up set state = 'waiting', homes = how_many, waiting_since = clock_timestamp(), mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = s.id;
      return 'waiting';
    end if;
    update public.purchase_sign_up set state = 'ordered', homes = how_many, adult = true, offer_version = on_version, terms_version = terms, ordered_at = now(), order_signed_on = signed,
        cooling_off_from = case when r.cooling_off_from = 'contract' then viewer.today() end, cooling_off_until = case when r.cooling_off_from = 'contract' then cooling_until end,
        decided_on = decided, votes_for = votes, votes_of = of_votes, decision_document = document,
        mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null
      where id = s.id returning * into s;
    -- On paper the confirmation is printed: there is no mailbox.
    if signed is null then
      insert into public.outbox (template, account_id, subject_id) values ('purchase-ordered', viewer.resident_id(), s.id);
      perform pg_notify('buurhof_outbox', '');
    end if;
    perform viewer.tell_of_sign_up('purchase-ordered-at-home', s, viewer.resident_id());
    return 'ordered';
  end $$;
alter function viewer.place_order(uuid, smallint, boolean, text, date, date, integer, integer, text, date) owner to app_definer;

create or replace function viewer.order_purchase(wanted uuid, on_version smallint, of_age boolean, terms text, cooling_until date,
    decided date, votes integer, of_votes integer, document text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if viewer.assisted_session() is not null then return null; end if;
    return viewer.place_order(wanted, on_version, of_age, terms, cooling_until, decided, votes, of_votes, document, null);
  end $$;

-- As viewer.order_purchase, by a form that who is helped signed; 'date' when it is too old or from the future.
create function viewer.order_on_paper(wanted uuid, on_version smallint, of_age boolean, terms text, cooling_until date, signed date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if viewer.assisted_session() is null then return null; end if;
    if not coalesce(viewer.signed_in_session(signed), false) then return 'date'; end if;
    return viewer.place_order(wanted, on_version, of_age, terms, cooling_until, null, null, null, null, signed);
  end $$;
alter function viewer.order_on_paper(uuid, smallint, boolean, text, date, date) owner to app_definer;

-- Who is helped takes no part from here, or takes an order back while its fourteen days run. False where that cannot be.
create function viewer.leave_on_paper(wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id() and viewer.assisted_session() is not null;
    if not found then return false; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id for no key update;
    select * into s from public.purchase_sign_up where id = wanted for update;
    if s.state not in ('interest', 'suitability', 'suitable', 'offered', 'waiting', 'paused')
      and not (s.state in ('ordered', 'planned', 'delivered', 'complaint', 'reviewed') and coalesce(s.cooling_off_until >= viewer.today(), true)) then return false; end if;
    update public.purchase_sign_up set state = case s.state when 'offered' then 'declined' else 'withdrawn' end, mover = 'resident', moved_by = viewer.resident_id(), moved_at = now(), reason = null, words = null where id = wanted;
    perform viewer.fill_places(s.purchase_id);
    perform viewer.settle_rules(s.purchase_id);
    return true;
  end $$;
alter function viewer.leave_on_paper(uuid) owner to app_definer;

-- Says yes or no to other rules; who is helped says so on paper.
create or replace function viewer.answer_rules(wanted uuid, asked smallint, yes boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    select * into s from public.purchase_sign_up where id = wanted and household_id = viewer.household_id() and resident_id = viewer.resident_id();
    if not found then return null; end if;
    perform 1 from public.purchase p where p.id = s.purchase_id and p.state = 'open' for no key update;
    if not found or not exists (select from public.purchase_rules r where r.purchase_id = s.purchase_id and r.version = asked and asked > 1 and r.adopted_at is null and r.dropped_at is null) then return null; end if;
    insert into public.purchase_agreement as a (sign_up_id, purchase_id, version, joined_in, household_id, resident_id, agreed)
      values (s.id, s.purchase_id, asked, s.joined_in, s.household_id, viewer.resident_id(), yes)
      on conflict (sign_up_id, version) do update set agreed = excluded.agreed, resident_id = excluded.resident_id, at = now();
    if yes and viewer.settle_rules(s.purchase_id) then return 'adopted'; end if;
    return case when yes then 'agreed' else 'refused' end;
  end $$;

-- What was entered on paper goes to the account that takes it over, and ends with who stops with everything; an order stays.
create function viewer.purchases_of_paper() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up;
  begin
    if new.taken_over_by is not null then
      update public.purchase_sign_up set resident_id = new.taken_over_by where resident_id = new.id and household_id = new.household_id;
      return null;
    end if;
    perform 1 from public.purchase p where p.id in (select q.purchase_id from public.purchase_sign_up q where q.resident_id = new.id and q.household_id = new.household_id) order by p.id for no key update;
    for s in select q.* from public.purchase_sign_up q where q.resident_id = new.id and q.household_id = new.household_id and q.state in ('interest', 'suitability', 'suitable', 'waiting', 'offered') loop
      update public.purchase_sign_up set state = case s.state when 'offered' then 'declined' else 'withdrawn' end, mover = 'resident', moved_by = new.id, moved_at = now(), reason = null, words = null where id = s.id;
      perform viewer.fill_places(s.purchase_id);
      perform viewer.settle_rules(s.purchase_id);
    end loop;
    return null;
  end $$;
alter function viewer.purchases_of_paper() owner to app_definer;
create trigger purchases_of_paper after update of taken_over_by, ended_at on paper_resident for each row
  when (old.taken_over_by is null and new.taken_over_by is not null or old.ended_at is null and new.ended_at is not null) execute function viewer.purchases_of_paper();

-- A moderator writes to everybody who is that far and came in where they moderate; how many that are, 0 where there is nobody.
create function viewer.message_sign_ups(about uuid, in_state text, said text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare s public.purchase_sign_up; reached integer := 0;
  begin
    for s in select q.* from public.purchase_sign_up q where q.purchase_id = about and q.state = in_state and q.household_id is not null and q.joined_in = any (viewer.moderates()) order by q.id loop
      insert into public.purchase_note (sign_up_id, joined_in, household_id, message, body, author_id) values (s.id, s.joined_in, s.household_id, true, said, viewer.resident_id());
      perform viewer.tell_of_sign_up('purchase-message', s, viewer.resident_id());
      reached := reached + 1;
    end loop;
    if reached > 0 then insert into public.purchase_message (purchase_id, state, body, sign_ups, author_id) values (about, in_state, said, reached, viewer.resident_id()); end if;
    return reached;
  end $$;
alter function viewer.message_sign_ups(uuid, text, text) owner to app_definer;

-- News on the page of a purchase, told to who takes part; by who decides about it. False where that is nobody's to do.
create function viewer.publish_purchase_news(about uuid, headline text, said text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if about <> all (viewer.purchases_managed()) or not exists (select from public.purchase p where p.id = about and p.state <> 'concept') then return false; end if;
    insert into public.purchase_news (purchase_id, title, body, author_id) values (about, headline, said, viewer.resident_id());
    perform viewer.tell_of_purchase('purchase-news', about, null, viewer.resident_id());
    return true;
  end $$;
alter function viewer.publish_purchase_news(uuid, text, text) owner to app_definer;

-- Who said no since, and of whom the supplier had something before: sign-ups that came in where the caller moderates.
create function viewer.had_before_withdrawal(about uuid) returns table (sign_up_id uuid, reference text, supplier text, given_at timestamptz, withdrawn_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s.reference, r.supplier, r.given_at, c.withdrawn_at
      from public.purchase_sign_up s
      join lateral (select max(g.supplier) as supplier, max(g.at) as given_at from public.purchase_receipt g where g.sign_up_id = s.id) r on r.given_at is not null
      join lateral (select max(k.withdrawn_at) as withdrawn_at, bool_or(k.withdrawn_at is null) as given from public.consent k where k.subject_id = s.id and k.purpose = 'purchase_supplier') c on c.withdrawn_at is not null and not c.given
      where s.purchase_id = about and s.joined_in = any (viewer.moderates())
      order by c.withdrawn_at desc, s.reference
  $$;
alter function viewer.had_before_withdrawal(uuid) owner to app_definer;

-- How many homes for which a purchase is were approached, in what the caller moderates: an invitation was printed for the address, or it
-- signed up. Who merely was told of the opening is not counted: that would be the number of homes that joined, exactly.
create function viewer.purchase_approached(about uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select count(*)::integer from public.purchase p join public.purchase_neighbourhood n on n.purchase_id = p.id and n.neighbourhood_code = any (viewer.moderates())
        join public.dwelling d on d.neighbourhood_code = n.neighbourhood_code and d.is_home and d.ended_on is null
      where p.id = about and (
        exists (select from public.purchase_sign_up s where s.purchase_id = p.id and s.dwelling_id = d.id)
        or (p.dwelling_types = '{}' or d.dwelling_type = any (p.dwelling_types))
          and exists (select from public.letter l where l.dwelling_id = d.id and l.signup_id is null and l.claim_id is null and l.paper_resident_id is null and l.printed_at is not null))
  $$;
alter function viewer.purchase_approached(uuid) owner to app_definer;

revoke execute on function viewer.fits_purchase(public.household, public.purchase), viewer.begin_sign_up(uuid, text, smallint, date), viewer.signed_in_session(date),
  viewer.sign_up_on_paper(uuid, text, smallint, date, text, text), viewer.paper_sign_ups(), viewer.place_order(uuid, smallint, boolean, text, date, date, integer, integer, text, date),
  viewer.order_on_paper(uuid, smallint, boolean, text, date, date), viewer.leave_on_paper(uuid), viewer.purchases_of_paper(), viewer.message_sign_ups(uuid, text, text),
  viewer.publish_purchase_news(uuid, text, text), viewer.had_before_withdrawal(uuid), viewer.purchase_approached(uuid) from public;
grant execute on function viewer.signed_in_session(date) to app_definer;
grant execute on function viewer.sign_up_on_paper(uuid, text, smallint, date, text, text), viewer.paper_sign_ups(), viewer.order_on_paper(uuid, smallint, boolean, text, date, date), viewer.leave_on_paper(uuid),
  viewer.message_sign_ups(uuid, text, text), viewer.publish_purchase_news(uuid, text, text), viewer.had_before_withdrawal(uuid), viewer.purchase_approached(uuid) to app_viewer;
revoke create on schema viewer from app_definer;
