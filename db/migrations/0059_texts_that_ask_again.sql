-- A newer text of a consent that says more than the one that somebody agreed to: they say yes, which is a new row, or no, which is
-- kept with the old one, so that they aren't asked again. Until a yes the old row counts, for what its own text says.
alter table consent add column declined_version text check (char_length(declined_version) <= 60);
grant update (declined_version) on consent to app_viewer;
-- Of who gave it, and only while it counts.
create policy own_declines on consent for update to app_viewer
  using (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id()) and withdrawn_at is null)
  with check (household_id = (select viewer.household_id()) and resident_id = (select viewer.resident_id()) and withdrawn_at is null and withdrawn_by is null);
