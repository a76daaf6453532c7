import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { appLogin, everyDatabase, ownerConnection, testDatabase } from "../support/databases.ts";
import { definerFunctions } from "./definer-functions.ts";

// What pg_catalog says, whatever the migrations meant to say.
const roles = ["app_auth", "app_definer", "app_insights", "app_viewer", "app_worker"];
const ours = "('public', 'auth', 'viewer')";

describe.each(everyDatabase)("the catalogue on %s", (kind) => {
  const database = testDatabase(kind);
  let owner: Connection;
  beforeAll(() => {
    owner = ownerConnection(database);
  });
  afterAll(async () => {
    if (owner !== database.connection) await owner.close();
  });

  const names = async (query: string) => (await owner.rows<{ name: string }>(query)).map(({ name }) => name);

  it("forces row-level security on every table", async () => {
    const open = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(await names(open)).toEqual([]);
  });

  it("has only policies for our roles, none for everybody", async () => {
    expect(await names(`select tablename || '.' || policyname as name from pg_policies where schemaname in ${ours} and roles && '{public}' order by 1`)).toEqual([]);
    const used = `select distinct unnest(roles)::text as name from pg_policies where schemaname in ${ours} and tablename <> 'migration' order by 1`;
    expect(await names(used)).toEqual(roles);
  });

  it("keeps every role from logging in, from being a superuser and from passing policies", async () => {
    const found = `select rolname as name from pg_roles where rolname = any('{${roles.join(",")}}') and not
      (rolcanlogin or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit) order by 1`;
    expect(await names(found)).toEqual(roles);
  });

  it("lets only the login take on roles, and nobody but an administrator that of the functions", async () => {
    const members = await owner.rows<{ role: string; member: string; powerful: boolean }>(
      `select r.rolname as role, m.rolname as member, m.rolsuper or m.rolcreaterole as powerful from pg_auth_members am
       join pg_roles r on r.oid = am.roleid join pg_roles m on m.oid = am.member where r.rolname = any('{${roles.join(",")}}')`,
    );
    for (const { role, member, powerful } of members) {
      expect(roles, `${member} is one of our roles`).not.toContain(member);
      if (role === "app_definer") expect(powerful, member).toBe(true);
    }
    if (kind === "postgres") {
      expect(members.filter(({ member }) => member === appLogin).map(({ role }) => role).sort()).toEqual(roles.filter((role) => role !== "app_definer"));
    }
  });

  it("gives the public nothing: no schema, table, column, sequence or function", async () => {
    const granted = `
      select 'schema ' || n.nspname as name from pg_namespace n, aclexplode(n.nspacl) a where n.nspname in ('public', 'auth', 'viewer', 'pgboss') and a.grantee = 0
      union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
        where n.nspname in ('public', 'auth', 'viewer', 'pgboss') and a.grantee = 0
      union all select at.attrelid::regclass || '.' || at.attname from pg_attribute at join pg_class c on c.oid = at.attrelid
        join pg_namespace n on n.oid = c.relnamespace, aclexplode(at.attacl) a where n.nspname in ('public', 'auth', 'viewer', 'pgboss') and a.grantee = 0
      union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
        aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where n.nspname in ('public', 'auth', 'viewer', 'pgboss') and a.grantee = 0
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
    expect(await names(granted)).toEqual([]);
  });

  it("lets our roles grant nothing on, and own nothing but the few functions that see more than their caller", async () => {
    const owned = await names(
      `select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) = any('{${roles.join(",")}}')
       union all select n.nspname from pg_namespace n where pg_get_userbyid(n.nspowner) = any('{${roles.join(",")}}')
       union all select p.oid::regprocedure::text from pg_proc p where pg_get_userbyid(p.proowner) = any('{${roles.join(",")}}') order by 1`,
    );
    expect(owned).toEqual(definerFunctions);
    expect(await names(`select n.nspname || ' ' || r.rolname as name from pg_namespace n, pg_roles r where n.nspname in ('public', 'auth', 'viewer', 'pgboss')
      and r.rolname = any('{${roles.join(",")}}') and has_schema_privilege(r.oid, n.oid, 'CREATE')`)).toEqual([]);
  });

  it("has no function with the rights of its owner but theirs, each with a search path that nobody can put something into", async () => {
    const definers = await owner.rows<{ name: string; owner: string; config: string[] | null }>(
      `select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.proconfig as config from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(definers.length).toBeGreaterThan(0);
    // One is planned anew each time, which changes nothing of what it may do.
    const besides: Record<string, string[]> = { "viewer.publish_figures(uuid[])": ["plan_cache_mode=force_custom_plan"] };
    for (const { name, owner: of, config } of definers) expect({ name, of, config }).toEqual({ name, of: "app_definer", config: ["search_path=pg_catalog, pg_temp", ...(besides[name] ?? [])] });
  });

  it("lets nobody run the functions of moderators but viewers", async () => {
    const may = `select p.proname || ' ' || r.rolname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
      where n.nspname = 'viewer' and p.proname in ('adults_concerned', 'look_at_reported', 'hide_reported', 'lift_hiding', 'leave_old_neighbours', 'own_reports', 'tell_reporters',
          'keep_reported', 'object_to', 'decide_appeal', 'recused', 'waiting_for_others', 'other_moderators', 'hidings_left', 'hide_item', 'end_hiding', 'moderation_log', 'loaded', 'loaded_in_full', 'loaded_sources', 'end_role', 'extend_role', 'role_to_change', 'contact_persons', 'may_grant',
          'blocked_households', 'blocked_by', 'hold_blocks', 'forget_own_home', 'reported_standing', 'ask_second_look', 'decide_second_look',
          'manages', 'may_ask_together', 'known_organisations', 'managers_here', 'joint_request_counts', 'joint_requests_out_of_sight', 'joint_requests_of_ours', 'answers_for', 'requests_to_me', 'answers_to_requests', 'answer_joint_request', 'own_joint_answers', 'send_joint_request', 'leave_joint_requests', 'part_across_border', 'label_distribution', 'ask_figures', 'cancel_figures', 'publish_figures', 'public_neighbourhoods', 'withdraw_post', 'officials_behind')
        and r.rolname = any('{app_auth,app_viewer,app_worker,app_insights}') and has_function_privilege(r.oid, p.oid, 'EXECUTE') order by 1`;
    expect(await names(may)).toEqual([
      "adults_concerned app_viewer", "answer_joint_request app_viewer", "answers_for app_worker", "answers_to_requests app_viewer", "ask_figures app_viewer", "ask_second_look app_viewer", "blocked_by app_viewer", "blocked_households app_viewer", "cancel_figures app_viewer", "contact_persons app_viewer", "decide_appeal app_viewer", "decide_second_look app_viewer",
      "end_role app_viewer", "extend_role app_viewer", "hide_reported app_viewer", "joint_request_counts app_viewer", "joint_requests_of_ours app_viewer", "joint_requests_out_of_sight app_viewer", "keep_reported app_viewer", "known_organisations app_viewer", "label_distribution app_viewer", "lift_hiding app_viewer", "loaded app_worker", "loaded_in_full app_viewer", "loaded_sources app_insights",
      "look_at_reported app_viewer", "managers_here app_viewer", "manages app_viewer", "may_ask_together app_viewer", "may_grant app_auth", "moderation_log app_insights", "object_to app_viewer", "other_moderators app_viewer", "own_joint_answers app_viewer", "own_reports app_viewer", "public_neighbourhoods app_insights", "public_neighbourhoods app_viewer", "publish_figures app_viewer",
      "recused app_viewer", "reported_standing app_viewer", "requests_to_me app_viewer", "tell_reporters app_viewer", "waiting_for_others app_viewer", "withdraw_post app_viewer",
    ]);
  });

  it("lets the reader of figures read what is published, by whom everybody may read, and the public log of moderation and of sources: nothing else", async () => {
    const may = `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('viewer', 'auth', 'pgboss') and has_schema_privilege('app_insights', n.oid, 'USAGE') and has_function_privilege('app_insights', p.oid, 'EXECUTE') order by 1`;
    const settings = ["building_id", "household_id", "moderates", "neighbourhood_code", "official_of", "resident_id", "street_id"];
    expect(await names(may)).toEqual(["audience_allowed", "loaded_sources", "moderation_log", "public_neighbourhoods", ...settings].sort());
    const read = `select c.relname || ' ' || p.privilege as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) p (privilege)
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege('app_insights', c.oid, p.privilege) order by 1`;
    expect(await names(read)).toEqual(["published_figure SELECT", "published_release SELECT"]);
    const parts = `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and c.relname not in ('published_figure', 'published_release')
        and has_column_privilege('app_insights', c.oid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')`;
    expect(await names(parts)).toEqual([]);
  });

  it("lets nobody run the functions of addresses but viewers, and the objection by letter but sign-up", async () => {
    const parts = "{lived_in,tell_home,tell_moderators,suspend_household,resume_household,end_household,object_now,at_door_of}";
    const wholes = "{vouch_problem,vouch_question,vouch_for,take_vouch_back,doubt_claim,door_question,confirm_at_door,answer_claim,say_they_left,own_gone,claim_to_decide,decide_claim,object_by_letter}";
    const may = (list: string) => `select distinct r.rolname || ' ' || (p.proname = 'object_by_letter') as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
      where n.nspname = 'viewer' and p.proname = any('${list}') and r.rolname = any('{app_auth,app_viewer,app_worker,app_insights}') and has_function_privilege(r.oid, p.oid, 'EXECUTE') order by 1`;
    expect(await names(may(parts))).toEqual([]);
    expect(await names(may(wholes))).toEqual(["app_auth true", "app_viewer false"]);
  });

  it("has no view without the rights of who asks, no materialised view, and no sequence that counts rows", async () => {
    const views = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${ours}
      and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false) or c.relkind = 'S')`;
    expect(await names(views)).toEqual([]);
  });

  it("ties every reference between households' rows to their neighbourhood, or to the household itself", async () => {
    const loose = `select conrelid::regclass || ' → ' || confrelid::regclass as name from pg_constraint
      where contype = 'f' and confrelid in ('household'::regclass, 'measure'::regclass, 'wish'::regclass, 'story'::regclass, 'question'::regclass, 'answer'::regclass) and cardinality(conkey) = 1`;
    expect(await names(loose)).toEqual([]);
  });

  it("lets residents change no column that says whose a row is, where, or whether it is hidden", async () => {
    const fixed = `select a.attrelid::regclass || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attname in ('id', 'neighbourhood_code', 'household_id', 'resident_id', 'dwelling_id', 'street_id', 'building_id', 'reporter_id',
          'reporter_household_id', 'account_id', 'author_id', 'measure_id', 'wish_id', 'subject_id', 'hiding_id', 'report_id', 'hidden_at', 'created_at', 'given_at', 'text_shown')
        and has_column_privilege('app_viewer', a.attrelid, a.attnum, 'UPDATE')`;
    expect(await names(fixed)).toEqual([]);
  });
});
