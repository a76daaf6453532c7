import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { purchase, purchaseCheck, purchaseMessage, purchaseNeighbourhood, purchaseNews, purchaseRules, purchaseTier } from "../../db/schema/purchases.ts";
import { purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchasePhoto, purchaseSignUp } from "../../db/schema/purchase-sign-ups.ts";
import { here, people, type Person } from "../support/town.ts";
import { usual } from "../support/purchases.ts";
import type { Canaries } from "./canaries.ts";

type Release = {
  add: (table: PgTable, row: Record<string, unknown>) => Promise<void>;
  bird: (about: string, mayRead: readonly Person[]) => string;
  known: (about: string, mayRead: readonly Person[]) => string;
  ids: Canaries["ids"];
};

/** A purchase of this neighbourhood with sign-ups: each is read by its household and the moderator here, and by no neighbour; how the supplier reaches it by the household alone. */
export async function purchaseCanaries({ add, bird, known, ids }: Release): Promise<void> {
  const neighbours = (Object.keys(people) as Person[]).filter((name) => people[name].neighbourhoodCode === here);
  const readers: Person[] = [...neighbours, "moderatorHere"];
  const moderator = people.moderatorHere.residentId;
  const make = async (state: "open" | "concept", mayRead: readonly Person[]) => {
    const id = known(`purchase (${state})`, mayRead);
    await add(purchase, { id, title: bird(`title of a purchase (${state})`, mayRead), body: bird(`text of a purchase (${state})`, mayRead), kinds: ["solar_panels"], state, openedAt: state === "open" ? new Date() : null, supplier: bird(`supplier (${state})`, mayRead), madeBy: moderator });
    await add(purchaseNeighbourhood, { purchaseId: id, neighbourhoodCode: here });
    await add(purchaseRules, { ...usual.rules, purchaseId: id, version: 1, contractingParty: bird(`rules (${state})`, mayRead) });
    await add(purchaseTier, { purchaseId: id, version: 1, fromOrders: 1, cents: 450_000, vatCents: 0 });
    ids.purchase.push(id);
    return id;
  };
  const open = await make("open", readers);
  await make("concept", ["moderatorHere"]);
  await add(purchaseNews, { purchaseId: open, title: "Nieuws", body: bird("news of a purchase", readers), authorId: moderator });
  const check = randomUUID();
  await add(purchaseCheck, { id: check, purchaseId: open, place: 1, question: bird("question about a home", readers), kind: "text" });
  const photoCheck = randomUUID();
  await add(purchaseCheck, { id: photoCheck, purchaseId: open, place: 2, question: bird("question for a photo of a home", readers), kind: "photo" });
  await add(purchaseMessage, { purchaseId: open, state: "suitability", body: bird("message to who is that far", ["moderatorHere"]), signUps: 1, authorId: moderator });
  for (const name of ["own", "sameBuilding", "sameStreet"] as const) {
    const me = people[name];
    const household: Person[] = (Object.keys(people) as Person[]).filter((other) => people[other].householdId === me.householdId);
    const both: Person[] = [...household, "moderatorHere"];
    const id = known(`sign-up of ${name}`, both);
    const { householdId, neighbourhoodCode, streetId, buildingId, dwellingId, residentId } = me;
    await add(purchaseSignUp, { id, purchaseId: open, joinedIn: here, householdId, neighbourhoodCode, streetId, buildingId, dwellingId, residentId, party: "owner", rulesVersion: 1, mover: "resident", movedBy: residentId, words: bird(`words of ${name} with a step`, both) });
    const hanging = { signUpId: id, joinedIn: here, householdId };
    await add(purchaseOffer, { ...hanging, version: 1, priceCents: 450_000, priceVatCents: 0, validUntil: "2099-01-01", note: bird(`offer to ${name}`, both) });
    await add(purchaseCheckAnswer, { ...hanging, checkId: check, answer: bird(`answer about the home of ${name}`, both) });
    await add(purchasePhoto, { ...hanging, id: known(`photo of the home of ${name}`, both), checkId: photoCheck, mime: "image/webp", width: 1, height: 1, bytes: Buffer.from(bird(`photo of the home of ${name}`, both)) });
    await add(purchaseContact, { ...hanging, name: bird(`name of ${name} for the supplier`, household), email: `${bird(`mail address of ${name} for the supplier`, household)}@voorbeeld.example` });
    await add(purchaseNote, { ...hanging, body: bird(`note about ${name}`, both), authorId: moderator });
    ids.purchaseSignUp.push(id);
  }
}
