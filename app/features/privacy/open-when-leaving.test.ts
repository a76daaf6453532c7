import { describe, expect, it } from "vitest";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { join, moderating, opened, ordered, signUpNow, step } from "../../../tests/support/purchases.ts";
import { agreed, ask, open, seenBy, slot } from "../../../tests/support/visits.ts";
import { moveOut } from "../households/move-out.server.ts";
import { openWhenLeaving } from "./open-when-leaving.server.ts";

describe.each(databaseKinds)("what is still open of who leaves, on %s", (kind) => {
  const database = testDatabase(kind);

  async function town() {
    const people = await neighbours();
    const moderator = moderating(crypto.randomUUID(), people.here.code);
    const purchase = (title: string) => opened(moderator, [people.here.code], { what: { title, kinds: ["glazing"], forTenants: true } });
    return { ...people, moderator, purchase };
  }

  it("is nothing of who has nothing, or had it and ended it", async () => {
    const { me, otherStreet, moderator, purchase } = await town();
    expect(await openWhenLeaving(me, true)).toEqual([]);
    const ended = await join(me, await purchase("Glas"));
    expect(await step(me, ended, "withdrawn")).toBe("stepped");
    const taken = await ordered(moderator, me, await purchase("Zonnepanelen"));
    expect(await step(me, taken, "withdrawn", { reason: "changed_mind" })).toBe("stepped");
    const visitId = await open(otherStreet);
    await ask(me, visitId, await slot(otherStreet, visitId));
    // Nobody answered yet: there is nothing that doesn't go on.
    expect(await openWhenLeaving(me, true)).toEqual([]);
  });

  it("is said of a sign-up, an order and a visit, each with the way to it, and becomes what was said", async () => {
    const { me, housemate, otherStreet, moderator, purchase } = await town();
    const signUp = await join(me, await purchase("Glas"));
    const order = await ordered(moderator, me, await purchase("Zonnepanelen"));
    const asGuest = await agreed(otherStreet, me);
    const said = await openWhenLeaving(me, false);
    expect(said).toEqual([
      { words: "Je aanmelding voor “Glas” stopt vanzelf. Je hoeft niets te doen.", to: `/samen-inkopen/aanmelding/${signUp}` },
      { words: "Je bestelling bij “Zonnepanelen” hoort bij dit huis en gaat naar je huisgenoot. Vertel het thuis.", to: `/samen-inkopen/aanmelding/${order}` },
      { words: expect.stringMatching(/^Je kijkje bij een buur, .+ gaat niet door\.$/) as string, to: `/kijkjes/verzoek/${asGuest.request}` },
    ]);
    // What one adult has open is not the other's.
    expect(await openWhenLeaving(housemate, false)).toEqual([]);
    await moveOut(me);
    expect(await signUpNow(signUp)).toMatchObject({ state: "withdrawn" });
    expect(await signUpNow(order)).toMatchObject({ state: "ordered", residentId: housemate.residentId });
    expect((await seenBy(otherStreet)).find(({ id }) => id === asGuest.request)).toMatchObject({ cancelledAt: expect.any(Date) as Date });
  });

  it("says to who lives alone that an order goes on, and to a host that who would come doesn't", async () => {
    const { sameStreet: me, otherStreet, moderator, purchase } = await town();
    const order = await ordered(moderator, me, await purchase("Zonnepanelen"));
    const { request, slotId } = await agreed(me, otherStreet);
    expect(await openWhenLeaving(me, true)).toEqual([
      { words: "Je bestelling bij “Zonnepanelen” loopt door. Wil je die niet meer? Neem hem terug zolang je bedenktijd loopt, of bel de leverancier.", to: `/samen-inkopen/aanmelding/${order}` },
      { words: expect.stringMatching(/^Het kijkje bij jou, .+, gaat niet door\.$/) as string, to: `/kijkjes/verzoek/${request}` },
    ]);
    await asOwner(database, `update visit_slot set starts_at = now() - interval '2 days', ends_at = now() - interval '47 hours' where id = '${slotId}'`);
    // A visit that was is not open any more.
    expect(await openWhenLeaving(me, true)).toHaveLength(1);
    await moveOut(me);
    expect(await signUpNow(order)).toMatchObject({ state: "ordered" });
  });
});
