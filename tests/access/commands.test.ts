import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBoundaries } from "../support/bag-town.ts";
import { administrate, appLogin, databaseKinds, testDatabase } from "../support/databases.ts";

// As docs/operations.md says: with the login of the web process, which owns nothing and may not look into the schema.
describe.runIf(databaseKinds.includes("postgres"))("the commands of an administrator, with the login of the app", () => {
  const made = testDatabase("postgres");
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "commands-"))));
  afterAll(() => rm(folder, { recursive: true }));

  const run = (script: string, url: string, ...parameters: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...parameters], { env: { ...process.env, DATABASE_URL: url }, encoding: "utf8", timeout: 30_000 });
    return { status, said: stdout.trim(), complained: stderr.trim().split("\n").at(-1) };
  };
  const boundaries = async () => ["boundaries", await writeBoundaries(join(folder, "b.geojson")), "--code-field", "cbsCode", "--name-field", "naam", "--year", "2022", "--municipality", "Proefstad"];

  it("imports, serves a neighbourhood and makes its moderator", async () => {
    expect(run("import", made.url!, ...(await boundaries())).said).toContain("2 read: 2 inserted");
    expect(run("admin", made.url!, "neighbourhood", "serve", "BU0363SE03")).toMatchObject({ status: 0, complained: "" });
    expect(run("admin", made.url!, "moderator", "add", "name@cooperative.example", "--neighbourhood", "BU0363SE03")).toMatchObject({ status: 0, complained: "" });
    expect(run("admin", made.url!, "list").said).toContain("name@cooperative.example");
  });

  it("says what to do in a database without tables", async () => {
    const name = `buurhof_test_empty_${process.pid}`;
    await administrate(`create database ${name}`);
    try {
      const url = new URL(made.url!);
      Object.assign(url, { pathname: `/${name}`, username: appLogin, password: appLogin });
      expect(run("import", url.href, ...(await boundaries()))).toMatchObject({ status: 1, complained: "The database has no tables yet: run npm run migrate first" });
      expect(run("admin", url.href, "list")).toMatchObject({ status: 1, complained: "This database has no tables yet: run `npm run migrate` first." });
    } finally {
      await administrate(`drop database ${name} with (force)`);
    }
  });
});
