-- Schemas, and the functions by which policies know who is asking.
revoke all on schema public from public;
create schema auth;
create schema viewer;
grant usage on schema public to app_auth, app_viewer, app_worker, app_insights, app_definer;
grant usage on schema viewer to app_auth, app_viewer, app_worker, app_insights, app_definer;
grant usage on schema auth to app_auth;

-- At start-up the application compares what was applied with what it was built for.
grant select on migration to app_worker;
create policy worker on migration for select to app_worker using (true);

-- Who is asking. Settings are made by the doors in db/viewer.server.ts and end with the transaction;
-- after that a setting reads '' and not NULL.
create function viewer.resident_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.resident_id', true), '')::uuid $$;
create function viewer.household_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.household_id', true), '')::uuid $$;
create function viewer.neighbourhood_code() returns text language sql stable
  as $$ select nullif(current_setting('app.neighbourhood_code', true), '') $$;
create function viewer.street_id() returns text language sql stable
  as $$ select nullif(current_setting('app.street_id', true), '') $$;
create function viewer.building_id() returns text language sql stable
  as $$ select nullif(current_setting('app.building_id', true), '') $$;
-- Neighbourhoods that the asker moderates, separated by commas in the setting.
create function viewer.moderates() returns text[] language sql stable
  as $$ select coalesce(string_to_array(nullif(current_setting('app.moderates', true), ''), ','), '{}') $$;
