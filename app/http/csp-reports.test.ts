import express from "express";
import { afterEach, expect, it, vi } from "vitest";
import { listen } from "../../tests/support/listen.ts";
import { countCspReports } from "./csp-reports.server.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("writes one short line a minute, however many reports come, and nothing of what they say", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { url, stop } = await listen(express().post("/csp-melding", countCspReports()));
  const report = async () => {
    expect((await fetch(`${url}/csp-melding`, { method: "POST", body: "Proefstraat 12" })).status).toBe(204);
  };
  for (let each = 0; each < 40; each++) await report();
  vi.setSystemTime(Date.now() + 60_000);
  for (let each = 0; each < 3; each++) await report();
  stop();
  expect(said.mock.calls).toEqual([["content security policy: 1 reported"], ["content security policy: 40 reported"]]);
});
