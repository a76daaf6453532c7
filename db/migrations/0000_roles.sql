-- Roles of the application. Nobody logs in as one of them: a login that owns nothing is granted all of them
-- (see docs/operations.md) and takes one on per transaction. Roles belong to the whole server, hence the checks.
do $$
declare role_name text;
begin
  foreach role_name in array array['app_auth', 'app_viewer', 'app_worker', 'app_insights'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit', role_name);
    end if;
  end loop;
end $$;

-- Owns the few functions that must see more than their caller; it may not log in and owns nothing else.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_definer') then
    create role app_definer nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
  end if;
end $$;

grant app_definer to current_user;
