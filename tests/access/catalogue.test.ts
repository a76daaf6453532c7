import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { appLogin, databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";

// What pg_catalog says, whatever the migrations meant to say.
const roles = ["app_auth", "app_definer", "app_insights", "app_viewer", "app_worker"];
const ours = "('public', 'auth', 'viewer')";

describe.each(databaseKinds)("the catalogue on %s", (kind) => {
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
    expect(owned).toEqual([
      "viewer.accept_visit(uuid,timestamp with time zone,timestamp with time zone,text)",
      "viewer.adults_concerned(uuid)",
      "viewer.announce_purchase()",
      "viewer.announce_question()",
      "viewer.answer_checks(uuid,jsonb)",
      "viewer.answer_claim(uuid,boolean)",
      "viewer.answer_joint_request(uuid,text,date,text)",
      "viewer.answer_rules(uuid,smallint,boolean)",
      "viewer.answers_for(uuid)",
      "viewer.answers_to_requests()",
      "viewer.around_message(uuid)",
      "viewer.ask_figures(text)",
      "viewer.ask_second_look(uuid)",
      "viewer.ask_visit(uuid,uuid,integer,text)",
      "viewer.asked_by_me()",
      "viewer.asked_of_us()",
      "viewer.assist(uuid,uuid)",
      "viewer.assisted_log()",
      "viewer.audience_allowed(text,text,text,text)",
      "viewer.block_behind(uuid)",
      "viewer.block_visits()",
      "viewer.blocked_by()",
      "viewer.blocked_households()",
      "viewer.can_answer(uuid,uuid)",
      "viewer.cancel_figures(uuid)",
      "viewer.cancel_visit(uuid,text)",
      "viewer.cancel_visit_slot(uuid,text)",
      "viewer.choose_supplier(uuid,text,text)",
      "viewer.claim_to_decide(uuid)",
      "viewer.close_visit()",
      "viewer.confirm_at_door(uuid)",
      "viewer.contact_persons()",
      "viewer.count_sign_up()",
      "viewer.decide_appeal(uuid,text,text)",
      "viewer.decide_claim(uuid,text,text,boolean)",
      "viewer.decide_second_look(uuid,text,text)",
      "viewer.decline_visit(uuid,text,text)",
      "viewer.door_question(uuid)",
      "viewer.doubt_claim(uuid,text,text)",
      "viewer.drop_rules(uuid)",
      "viewer.end_hiding(uuid)",
      "viewer.end_household(uuid,text,uuid)",
      "viewer.end_paper()",
      "viewer.end_purchase(uuid,text,uuid,text,text)",
      "viewer.end_role(uuid)",
      "viewer.end_visits(uuid,uuid,uuid,uuid)",
      "viewer.export_purchase(uuid,text)",
      "viewer.extend_role(uuid,date)",
      "viewer.fetch_letters(uuid)",
      "viewer.fill_places(uuid)",
      "viewer.forget_own_home()",
      "viewer.goes_to_supplier(purchase_sign_up,uuid)",
      "viewer.hide_item(text,uuid)",
      "viewer.hide_reported(uuid,text,text,text,text)",
      "viewer.hidings_left()",
      "viewer.hold_blocks()",
      "viewer.joint_request_counts()",
      "viewer.joint_requests_of_ours()",
      "viewer.joint_requests_out_of_sight()",
      "viewer.keep_reported(uuid,text,text,text)",
      "viewer.keep_rules()",
      "viewer.known_organisations()",
      "viewer.koploper_to_ask(uuid)",
      "viewer.koplopers_seen()",
      "viewer.label_distribution()",
      "viewer.leave_joint_requests()",
      "viewer.leave_old_neighbours()",
      "viewer.leave_own_words()",
      "viewer.leave_purchases()",
      "viewer.leave_questions()",
      "viewer.leave_threads()",
      "viewer.leave_threads_behind()",
      "viewer.leave_visits()",
      "viewer.letter_file_part(uuid,integer)",
      "viewer.lift_hiding(uuid)",
      "viewer.link_delivered(uuid,uuid)",
      "viewer.lived_in(text)",
      "viewer.loaded()",
      "viewer.loaded_in_full()",
      "viewer.loaded_sources()",
      "viewer.look_at_answer(uuid)",
      "viewer.look_at_joint_request(uuid)",
      "viewer.look_at_koploper(uuid)",
      "viewer.look_at_measure(uuid)",
      "viewer.look_at_private_message(uuid)",
      "viewer.look_at_question(uuid)",
      "viewer.look_at_reported(uuid,text,text)",
      "viewer.look_at_story(uuid)",
      "viewer.look_at_visit(uuid)",
      "viewer.look_at_visit_request(uuid)",
      "viewer.look_at_wish(uuid)",
      "viewer.make_offer(uuid,jsonb)",
      "viewer.managers_here()",
      "viewer.mark_gone_answer()",
      "viewer.may_ask_together(uuid,text,text)",
      "viewer.messages_behind_a_block()",
      "viewer.moderation_log()",
      "viewer.note_entry(text,uuid)",
      "viewer.note_message()",
      "viewer.note_no_show(uuid,boolean)",
      "viewer.object_by_letter(text,text)",
      "viewer.object_now(uuid,text)",
      "viewer.object_to(uuid,text)",
      "viewer.open_purchase(uuid)",
      "viewer.opening_of_koploper(uuid)",
      "viewer.order_purchase(uuid,smallint,boolean,text,date,date,integer,integer,text)",
      "viewer.other_in_thread(uuid)",
      "viewer.other_moderators(text)",
      "viewer.own_gone()",
      "viewer.own_joint_answers()",
      "viewer.own_reports()",
      "viewer.part_across_border()",
      "viewer.part_merged()",
      "viewer.part_questions()",
      "viewer.places_left(uuid)",
      "viewer.plan_check_visit(uuid,date)",
      "viewer.point_on()",
      "viewer.propose_rules(uuid,jsonb,jsonb,text)",
      "viewer.public_neighbourhoods()",
      "viewer.publish_figures(uuid)",
      "viewer.purchase_counts(uuid)",
      "viewer.purchases_in_hand()",
      "viewer.purchases_managed()",
      "viewer.purchases_moderated()",
      "viewer.purchases_seen()",
      "viewer.recused(text,uuid)",
      "viewer.rename_in_threads(text)",
      "viewer.reported_standing(uuid)",
      "viewer.requests_to_me()",
      "viewer.resume_household(uuid,timestamp with time zone)",
      "viewer.review_purchase(uuid,smallint,text)",
      "viewer.role_to_change(uuid)",
      "viewer.say_they_left()",
      "viewer.send_joint_request()",
      "viewer.settle_question()",
      "viewer.settle_rules(uuid)",
      "viewer.shown_to_me(text,uuid,uuid,text,text,text,timestamp with time zone,timestamp with time zone)",
      "viewer.sign_up(uuid,text,smallint)",
      "viewer.standing_of(text,uuid)",
      "viewer.start_assisting(text,boolean,text,uuid,text,date,text,text,text)",
      "viewer.step_sign_up(uuid,text,text,text,date,date)",
      "viewer.stop_assisting(uuid)",
      "viewer.stop_purchase(uuid,text,text,text)",
      "viewer.stop_visiting()",
      "viewer.suspend_household(uuid)",
      "viewer.take_over(uuid)",
      "viewer.take_vouch_back(uuid)",
      "viewer.tell_home(text,text,uuid)",
      "viewer.tell_moderators(text,text)",
      "viewer.tell_of_purchase(text,uuid,uuid,uuid)",
      "viewer.tell_of_sign_up(text,purchase_sign_up,uuid)",
      "viewer.tell_of_visit(text,text,uuid,uuid,uuid)",
      "viewer.tell_other_of_look()",
      "viewer.tell_reporters(uuid)",
      "viewer.thank_for_visit(uuid,boolean,text)",
      "viewer.threads_behind_a_block()",
      "viewer.visit_blocked(visit_request,uuid)",
      "viewer.visit_requests()",
      "viewer.visit_revealed(visit_request)",
      "viewer.visit_slots_seen()",
      "viewer.visits_seen()",
      "viewer.vouch_for(uuid,text,text)",
      "viewer.vouch_problem(text,text)",
      "viewer.vouch_question(uuid,text,text)",
      "viewer.waiting_for_others()",
    ]);
    expect(await names(`select n.nspname || ' ' || r.rolname as name from pg_namespace n, pg_roles r where n.nspname in ('public', 'auth', 'viewer', 'pgboss')
      and r.rolname = any('{${roles.join(",")}}') and has_schema_privilege(r.oid, n.oid, 'CREATE')`)).toEqual([]);
  });

  it("has no function with the rights of its owner but theirs, each with a search path that nobody can put something into", async () => {
    const definers = await owner.rows<{ name: string; owner: string; config: string[] | null }>(
      `select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.proconfig as config from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(definers.length).toBeGreaterThan(0);
    for (const { name, owner: of, config } of definers) expect({ name, of, config }).toEqual({ name, of: "app_definer", config: ["search_path=pg_catalog, pg_temp"] });
  });

  it("lets nobody run the functions of moderators but viewers", async () => {
    const may = `select p.proname || ' ' || r.rolname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r
      where n.nspname = 'viewer' and p.proname in ('adults_concerned', 'look_at_reported', 'hide_reported', 'lift_hiding', 'leave_old_neighbours', 'own_reports', 'tell_reporters',
          'keep_reported', 'object_to', 'decide_appeal', 'recused', 'waiting_for_others', 'other_moderators', 'hidings_left', 'hide_item', 'end_hiding', 'moderation_log', 'loaded', 'loaded_in_full', 'loaded_sources', 'end_role', 'extend_role', 'role_to_change', 'contact_persons', 'may_grant',
          'blocked_households', 'blocked_by', 'hold_blocks', 'forget_own_home', 'reported_standing', 'ask_second_look', 'decide_second_look',
          'manages', 'may_ask_together', 'known_organisations', 'managers_here', 'joint_request_counts', 'joint_requests_out_of_sight', 'joint_requests_of_ours', 'answers_for', 'requests_to_me', 'answers_to_requests', 'answer_joint_request', 'own_joint_answers', 'send_joint_request', 'leave_joint_requests', 'part_across_border', 'label_distribution', 'ask_figures', 'cancel_figures', 'publish_figures', 'public_neighbourhoods')
        and r.rolname = any('{app_auth,app_viewer,app_worker,app_insights}') and has_function_privilege(r.oid, p.oid, 'EXECUTE') order by 1`;
    expect(await names(may)).toEqual([
      "adults_concerned app_viewer", "answer_joint_request app_viewer", "answers_for app_worker", "answers_to_requests app_viewer", "ask_figures app_viewer", "ask_second_look app_viewer", "blocked_by app_viewer", "blocked_households app_viewer", "cancel_figures app_viewer", "contact_persons app_viewer", "decide_appeal app_viewer", "decide_second_look app_viewer",
      "end_role app_viewer", "extend_role app_viewer", "hide_reported app_viewer", "joint_request_counts app_viewer", "joint_requests_of_ours app_viewer", "joint_requests_out_of_sight app_viewer", "keep_reported app_viewer", "known_organisations app_viewer", "label_distribution app_viewer", "lift_hiding app_viewer", "loaded app_worker", "loaded_in_full app_viewer", "loaded_sources app_insights",
      "look_at_reported app_viewer", "managers_here app_viewer", "manages app_viewer", "may_ask_together app_viewer", "may_grant app_auth", "moderation_log app_insights", "object_to app_viewer", "other_moderators app_viewer", "own_joint_answers app_viewer", "own_reports app_viewer", "public_neighbourhoods app_insights", "public_neighbourhoods app_viewer", "publish_figures app_viewer",
      "recused app_viewer", "reported_standing app_viewer", "requests_to_me app_viewer", "tell_reporters app_viewer", "waiting_for_others app_viewer",
    ]);
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
