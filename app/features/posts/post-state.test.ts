import { describe, expect, it } from "vitest";
import { postState } from "./post-state.ts";

const promise = { dueOn: "2027-03-01", withdrawnAt: null };
const later = (dueOn: string) => ({ outcome: "late" as const, dueOn });
const kept = { outcome: "kept" as const, dueOn: null };

describe("a promise", () => {
  it("is open until its day is over, and late from then on", () => {
    expect(postState(promise, [], "2027-03-01")).toEqual({ state: "open", dueNow: "2027-03-01" });
    expect(postState(promise, [], "2027-03-02")).toEqual({ state: "late", dueNow: "2027-03-01" });
  });

  it("that got a later day isn't late while that day is to come, and is once it is over", () => {
    expect(postState(promise, [later("2027-06-01")], "2027-03-02")).toEqual({ state: "moved", dueNow: "2027-06-01" });
    expect(postState(promise, [later("2027-06-01"), later("2027-09-01")], "2027-06-02")).toEqual({ state: "moved", dueNow: "2027-09-01" });
    expect(postState(promise, [later("2027-06-01")], "2027-06-02")).toEqual({ state: "late", dueNow: "2027-06-01" });
  });

  it("that was kept stays kept, and an answer has no state", () => {
    expect(postState(promise, [later("2027-06-01"), kept], "2028-01-01").state).toBe("kept");
    expect(postState({ dueOn: null, withdrawnAt: null }, [], "2028-01-01")).toEqual({ state: null, dueNow: null });
  });

  it("that was withdrawn is withdrawn whatever came of it, and so is an answer", () => {
    const withdrawnAt = new Date("2027-01-01");
    expect(postState({ ...promise, withdrawnAt }, [later("2027-06-01")], "2027-07-01")).toEqual({ state: "withdrawn", dueNow: "2027-06-01" });
    expect(postState({ dueOn: null, withdrawnAt }, [], "2027-07-01")).toEqual({ state: "withdrawn", dueNow: null });
  });
});
