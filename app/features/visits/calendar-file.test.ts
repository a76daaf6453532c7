import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendar-file.server.ts";

const visit = {
  requestId: "11111111-1111-4111-8111-111111111111", side: "guest" as const, sequence: 0, startsAt: new Date("2026-10-25T09:00:00Z"), endsAt: new Date("2026-10-25T11:00:00Z"), cancelled: false,
  summary: "Kijkje in huis", description: "Afgesproken; kun je niet?\nZeg het af, op de site.", address: "Lindekade 12, 9901AB", url: "http://localhost:3000/kijkjes/verzoek/1",
};
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent")!;
  return { method: calendar.getFirstPropertyValue("method"), status: event.getFirstPropertyValue("status"), sequence: event.getFirstPropertyValue("sequence"), event: new ICAL.Event(event) };
};

describe("the calendar file of a visit, as an independent parser reads it", () => {
  it("says when, where and what, in UTC and in lines that end and fold as RFC 5545 wants", () => {
    const text = calendarFile(visit);
    const { method, status, event } = read(text);
    expect({ method, status }).toEqual({ method: "PUBLISH", status: "CONFIRMED" });
    expect(event.uid).toBe("11111111-1111-4111-8111-111111111111-guest@buurhof");
    expect([event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()]).toEqual(["2026-10-25T09:00:00.000Z", "2026-10-25T11:00:00.000Z"]);
    expect([event.summary, event.description, event.location]).toEqual([visit.summary, visit.description, visit.address]);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("is called off by the same event with a higher sequence, and then says no address", () => {
    const { method, status, sequence, event } = read(calendarFile({ ...visit, sequence: 1, cancelled: true }));
    expect({ method, status, sequence }).toEqual({ method: "CANCEL", status: "CANCELLED", sequence: 1 });
    expect(event.uid).toBe(read(calendarFile(visit)).event.uid);
    expect(event.location).toBeNull();
  });

  it("names an event of its own for host and guest, and no address where there is none to say", () => {
    const host = read(calendarFile({ ...visit, side: "host", address: null }));
    expect(host.event.uid).not.toBe(read(calendarFile(visit)).event.uid);
    expect(host.event.location).toBeNull();
  });
});
