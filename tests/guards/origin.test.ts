import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../app/server.ts";

// Every page sits behind one check, so a new route cannot forget it.
const noPages = () => Promise.reject(new Error("the request reached a page")) as Promise<ServerBuild>;

describe("a change that another site asks for", () => {
  let address: string;
  let close: () => void;
  beforeAll(async () => {
    const server = createApp(noPages, { clientFolder: null }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => close());

  const ask = (method: string, headers: Record<string, string>) => fetch(`${address}/maatregelen/nieuw`, { method, headers }).then(({ status }) => status);

  it.each(["POST", "PUT", "PATCH", "DELETE"])("is refused before any page sees it: %s", async (method) => {
    expect(await ask(method, {})).toBe(403);
    expect(await ask(method, { Origin: "null" })).toBe(403);
    expect(await ask(method, { Origin: "https://elders.example" })).toBe(403);
    expect(await ask(method, { "Sec-Fetch-Site": "cross-site", Origin: address })).toBe(403);
    expect(await ask(method, { "Sec-Fetch-Site": "same-site", Origin: address })).toBe(403);
    expect(await ask(method, { Origin: `${address}.elders.example` })).toBe(403);
  });

  it("is let through when it comes from our own page", async () => {
    expect(await ask("POST", { Origin: address })).toBe(500);
    expect(await ask("POST", { "Sec-Fetch-Site": "same-origin" })).toBe(500);
    expect(await ask("GET", { "Sec-Fetch-Site": "cross-site" })).toBe(500);
  });
});
