import { describe, expect, it } from "vitest";
import { asViewer } from "../../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { neighbours } from "../../../../tests/support/neighbours.ts";
import { saveCorrection } from "../../own-home/save-correction.server.ts";
import { neighbourhoodProfile } from "./neighbourhood-profile.server.ts";

describe.each(databaseKinds)("the profile on %s", (kind) => {
  testDatabase(kind);

  it("is the register's: what a household says of its own home is not in it, for that household neither", async () => {
    const { me, sameStreet } = await neighbours();
    const profiles = () => Promise.all([me, sameStreet].map((who) => asViewer(who, (tx) => neighbourhoodProfile(tx, who.neighbourhoodCode))));
    const before = await profiles();
    expect(JSON.stringify(before)).toContain("terraced");
    await asViewer(me, (tx) => saveCorrection(tx, me, { dwellingType: "detached", builtYear: 1931, areaM2: 250, energyClass: "A" }));
    expect(await profiles()).toEqual(before);
  });
});
