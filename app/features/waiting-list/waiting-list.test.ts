import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { waiting } from "../../../db/schema/auth.ts";
import { neighbourhood as neighbourhoodTable } from "../../../db/schema/register.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { neighbourhood } from "../../../tests/support/people.ts";
import { useLink } from "../session/use-proof.server.ts";
import { confirmWaiting, joinWaitingList, waitingNeighbourhood } from "./join-waiting-list.server.ts";
import { leaveWaitingList } from "./leave-waiting-list.server.ts";
import { tellServed } from "./tell-served.server.ts";

let visitors = 0;
const join = (email: string, code: string) => joinWaitingList({ email, code, ip: `10.5.0.${++visitors}`, locale: "nl", browserHash: "here" });

describe.each(databaseKinds)("the waiting list on %s", (kind) => {
  testDatabase(kind);

  it("counts who confirmed by mail, in any browser, and gives the same answer to who is on it", async () => {
    const area = await neighbourhood({ served: false, name: "Later" });
    expect(await waitingNeighbourhood(area.code)).toEqual({ code: area.code, name: "Later", waiting: 0 });
    expect(await join("a@voorbeeld.test", area.code)).toBeNull();
    expect((await waitingNeighbourhood(area.code))!.waiting).toBe(0);
    const [mail] = await deliveredMails();
    expect(await useLink(tokenIn(mail!), null, confirmWaiting)).toEqual([{ code: area.code }]);
    expect((await waitingNeighbourhood(area.code))!.waiting).toBe(1);
    expect(await join("a@voorbeeld.test", area.code)).toBeNull();
    expect((await deliveredMails()).map((each) => each.subject)).toEqual([mail!.subject]);
    expect((await waitingNeighbourhood(area.code))!.waiting).toBe(1);
  });

  it("is not for a neighbourhood that has begun or that nobody knows", async () => {
    expect(await waitingNeighbourhood((await neighbourhood()).code)).toBeNull();
    expect(await waitingNeighbourhood("BU00000000")).toBeNull();
  });

  it("tells everybody who confirmed, once, when the neighbourhood begins", async () => {
    const area = await neighbourhood({ served: false });
    await join("b@voorbeeld.test", area.code);
    await join("c@voorbeeld.test", area.code);
    const mail = (await deliveredMails()).find((each) => each.to === "b@voorbeeld.test")!;
    await useLink(tokenIn(mail), null, confirmWaiting);
    await tellServed();
    expect(await deliveredMails()).toEqual([]);
    await asWorker((tx) => tx.update(neighbourhoodTable).set({ served: true }).where(eq(neighbourhoodTable.code, area.code)));
    await tellServed();
    await tellServed();
    expect((await deliveredMails()).map((each) => each.to)).toEqual(["b@voorbeeld.test"]);
  });

  it("forgets who wants to leave it", async () => {
    const area = await neighbourhood({ served: false });
    await join("d@voorbeeld.test", area.code);
    const [row] = await asAuth((tx) => tx.select().from(waiting).where(eq(waiting.email, "d@voorbeeld.test")));
    await leaveWaitingList(row!.id);
    expect(await asAuth((tx) => tx.select().from(waiting).where(eq(waiting.email, "d@voorbeeld.test")))).toEqual([]);
    await deliveredMails();
  });
});
