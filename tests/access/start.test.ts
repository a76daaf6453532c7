import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asOwner, databaseKinds, testDatabase } from "../support/databases.ts";

const right = {
  APP_MODE: "production",
  NODE_ENV: "production",
  APP_SECRET: "a-secret-of-the-tests-that-is-long-enough-0123456789",
  APP_URL: "https://buurhof.example",
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  SMTP_URL: "smtp://127.0.0.1:1",
  JOURNAL_FILE: process.env.JOURNAL_FILE,
};

/** What `npm start` says on stderr with these settings, and its exit code. */
function start(settings: Record<string, string | undefined>) {
  const environment: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], { env: environment, encoding: "utf8", timeout: 20_000 });
  return { status, lines: stderr.trim().split("\n") };
}

describe.runIf(existsSync("build/server/index.js"))("npm start refuses with one clear line", () => {
  it.each([
    ["without a secret", { APP_SECRET: undefined }, /APP_SECRET .*openssl/],
    ["with a secret that is too short", { APP_SECRET: "short" }, /APP_SECRET must have at least 32/],
    ["without a database", { DATABASE_URL: undefined }, /DATABASE_URL is missing/],
    ["without a journal", { JOURNAL_FILE: undefined }, /JOURNAL_FILE is missing/],
    ["over plain http", { APP_URL: "http://buurhof.example" }, /APP_URL must begin with https/],
    ["without a way to send mail", { SMTP_URL: undefined }, /RESEND_API_KEY or SMTP_URL/],
    ["when the database does not answer", {}, /DATABASE_URL does not answer \(ECONNREFUSED\)/],
    ["with a port that is no port", { PORT: "many" }, /PORT/],
    ["with map tiles that have no place in their address", { BASEMAP_URL: "https://tiles.example/map.png" }, /BASEMAP_URL must have \{z\}, \{x\} and \{y\}/],
  ])("%s", (_name, change, expected) => {
    const { status, lines } = start({ ...right, ...change });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(expected);
    expect(status).toBe(1);
  });

  describe.runIf(databaseKinds.includes("postgres"))("on PostgreSQL", () => {
    const made = testDatabase("postgres");

    it("as a superuser", () => {
      const url = new URL(made.url!);
      const admin = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
      url.username = admin.username;
      url.password = admin.password;
      const { status, lines } = start({ ...right, DATABASE_URL: url.href });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/superuser/);
      expect(status).toBe(1);
    });

    it("without one of the policies", async () => {
      await asOwner(made, "drop policy audience on measure");
      const { status, lines } = start({ ...right, DATABASE_URL: made.url! });
      expect(lines).toEqual(["The database is not safe: policy audience on public.measure is not there."]);
      expect(status).toBe(1);
    });
  });
});

if (!existsSync("build/server/index.js")) console.warn("npm start is not tested: there is no build (npm run build)");
