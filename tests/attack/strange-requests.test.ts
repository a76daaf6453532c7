import { request as open } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listenWithoutPages } from "../support/listen.ts";

describe("what no browser sends", () => {
  let port: number;
  let stop: () => void;
  beforeAll(async () => {
    ({ port, stop } = await listenWithoutPages());
  });
  afterAll(() => stop());

  function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string; policy: unknown }> {
    return new Promise((resolve, reject) => {
      const sent = open({ host: "127.0.0.1", port, method, path, headers: { Host: `127.0.0.1:${port}`, ...headers }, agent: false }, async (response) => {
        const chunks = await response.toArray();
        resolve({ status: response.statusCode!, text: Buffer.concat(chunks as Buffer[]).toString(), policy: response.headers["content-security-policy"] });
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  it.each([
    ["GET", "/kaart%00", {}, 400],
    ["GET", "/meedoen/mail?adres=%00", {}, 400],
    ["GET", "/%", {}, 400],
    ["GET", "/%c0%af", {}, 400],
    ["GET", "http://elders.example/kaart", {}, 400],
    ["GET", "/kaart", { Host: "elders.example:99999" }, 400],
    ["GET", "/kaart", { Host: "[" }, 400],
    ["GET", "//elders.example", {}, 400],
    ["GET", "/%5C", {}, 400],
    ["GET", "/%09/[", {}, 400],
    ["GET", "/a".repeat(13), {}, 400],
    ["GET", `/kaart${"%2F".repeat(13)}`, {}, 400],
    ["GET", `/__manifest?version=1&p=${"/a".repeat(401)}`, {}, 400],
    ["GET", `/__manifest?version=1&${"p=a&".repeat(401)}`, {}, 400],
    ["TRACE", "/kaart", {}, 405],
    ["OPTIONS", "/kaart", {}, 405],
    ["PURGE", "/kaart", {}, 405],
    ["HEAD", "/kaart.data", {}, 405],
  ])("is refused in plain words before any page sees it: %s %s %j", async (method, path, headers, status) => {
    const answer = await ask(method, path, headers as Record<string, string>);
    expect([answer.status, answer.text.length < 60, String(answer.policy)]).toEqual([status, true, expect.stringContaining("'nonce-")]);
  });

  it.each(["/a/b/c/d.data", "/kaart?terug=%2Fa%2Fb", `/__manifest?version=1&${Array.from({ length: 130 }, (_, index) => `p=%2Fmaatregelen%2F${index}`).join("&")}`])("does not keep out what a browser sends: %s", async (path) => {
    vi.spyOn(console, "error").mockReturnValue();
    expect((await ask("GET", path)).status).toBe(500);
    vi.restoreAllMocks();
  });

  it("does not decide where we are: a host that somebody says to have forwarded is not believed", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    expect(await ask("GET", "/kaart", { "X-Forwarded-Host": "elders.example:99999" })).toMatchObject({ status: 500, text: "Er ging iets mis bij ons." });
    vi.restoreAllMocks();
  });
});
