-- What one adult agreed to about themselves (their name, being shown as a contact person) is no housemate's to read. What a household
-- shares stays the ledger of both while both live there.
drop policy own_household on consent;
create policy own_household on consent for select to app_viewer
  using (household_id = (select viewer.household_id())
    and (resident_id = (select viewer.resident_id()) or purpose not in ('display_name', 'contact_person'))
    and (withdrawn_at is null or resident_id = (select viewer.resident_id()) or withdrawn_by = (select viewer.resident_id())
      or resident_id = any (array(select m.resident_id from membership m where m.household_id = (select viewer.household_id()) and m.ended_at is null))));
