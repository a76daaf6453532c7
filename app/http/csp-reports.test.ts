import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, it, vi } from "vitest";
import { countCspReports } from "./csp-reports.server.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("writes one short line a minute, however many reports come, and nothing of what they say", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  const server = express().post("/csp-melding", countCspReports()).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const report = async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/csp-melding`;
    expect((await fetch(address, { method: "POST", body: "Proefstraat 12" })).status).toBe(204);
  };
  for (let each = 0; each < 40; each++) await report();
  vi.setSystemTime(Date.now() + 60_000);
  for (let each = 0; each < 3; each++) await report();
  server.close();
  expect(said.mock.calls).toEqual([["content security policy: 1 reported"], ["content security policy: 40 reported"]]);
});
