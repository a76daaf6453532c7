import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenWithoutPages } from "../support/listen.ts";

// Every page sits behind one check, so a new route cannot forget it.
describe("a change that another site asks for", () => {
  let url: string;
  let stop: () => void;
  beforeAll(async () => {
    ({ url, stop } = await listenWithoutPages());
  });
  afterAll(() => stop());

  const ask = (method: string, headers: Record<string, string>) => fetch(`${url}/maatregelen/nieuw`, { method, headers }).then(({ status }) => status);

  it.each(["POST", "PUT", "PATCH", "DELETE"])("is refused before any page sees it: %s", async (method) => {
    expect(await ask(method, {})).toBe(403);
    expect(await ask(method, { Origin: "null" })).toBe(403);
    expect(await ask(method, { Origin: "https://elders.example" })).toBe(403);
    expect(await ask(method, { "Sec-Fetch-Site": "cross-site", Origin: url })).toBe(403);
    expect(await ask(method, { "Sec-Fetch-Site": "same-site", Origin: url })).toBe(403);
    expect(await ask(method, { Origin: `${url}.elders.example` })).toBe(403);
  });

  it("is let through from anywhere only where the address itself is signed, to turn off mail", async () => {
    const turnOff = (path: string, method = "POST") => fetch(`${url}${path}`, { method, headers: { Origin: "https://elders.example" } }).then(({ status }) => status);
    expect(await turnOff("/berichten/afmelden/all/signed")).toBe(500);
    expect(await turnOff("/berichten/afmelden/all/signed", "DELETE")).toBe(403);
    for (const path of ["/berichten/gelezen", "/berichten/afmelden", "/berichten/afmeldenx/all", "/x/berichten/afmelden/all/signed"]) expect(await turnOff(path), path).toBe(403);
  });

  it("is let through when it comes from our own page", async () => {
    expect(await ask("POST", { Origin: url })).toBe(500);
    expect(await ask("POST", { "Sec-Fetch-Site": "same-origin" })).toBe(500);
    expect(await ask("GET", { "Sec-Fetch-Site": "cross-site" })).toBe(500);
  });
});
