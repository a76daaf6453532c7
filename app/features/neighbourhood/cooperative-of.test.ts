import { describe, expect, it } from "vitest";
import { asAuth, asViewer } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, resident } from "../../../tests/support/people.ts";
import { fetched } from "../../../tests/support/print-letters.ts";
import { loader as announcementPage } from "../../routes/beheer.mededelingen_.nieuw.tsx";
import { loader as paperPage } from "../../routes/helpen.formulier.tsx";
import { env } from "../../env.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { addOrganisation } from "../organisations/add-organisation.server.ts";
import { changeContact } from "../organisations/change-contact.server.ts";
import { cooperativeOf } from "./cooperative-of.server.ts";
import { serveNeighbourhood } from "./serve-neighbourhood.server.ts";

const argsTo = (path: string, cookie: string) => ({ ...requestTo(path, cookie), context: { nonce: "", ip: "127.0.0.1" } });

describe.each(databaseKinds)("the cooperative of a neighbourhood on %s", (kind) => {
  testDatabase(kind);

  async function served(name = `Samen ${crypto.randomUUID()}`) {
    const { code } = await neighbourhood();
    await addOrganisation({ kind: "cooperative", name, municipalityCode: null });
    await serveNeighbourhood(code, true, name);
    return { code, name };
  }

  it("is named to who asks, and who runs the site where nobody serves it or two do", async () => {
    const [one, two] = [await served(), await served()];
    const { code: bare } = await neighbourhood();
    const { viewer } = await moderator(one.code, two.code, bare);
    const of = (...codes: string[]) => asViewer(viewer, (tx) => cooperativeOf(tx, ...codes)).then(({ name }) => name);
    const { ORGANISATION_NAME: site } = env();
    expect(await Promise.all([of(one.code), of(one.code, one.code), of(bare), of(one.code, two.code), of(one.code, bare), of()])).toEqual([one.name, one.name, site, site, site, site]);
  });

  it("is reached as it says itself, and by who runs the site where it says nothing", async () => {
    const { code, name } = await served();
    const { viewer } = await moderator(code);
    const of = () => asViewer(viewer, (tx) => cooperativeOf(tx, code));
    const { ORGANISATION_ADDRESS: address, ORGANISATION_PHONE: phone, ORGANISATION_EMAIL: email } = env();
    expect(await of()).toEqual({ name, address, phone, email });
    expect(await changeContact(name, { address: "Dorpsplein 9, 9980 XB Lindewaard", phone: "0900 111 22 33" })).toBe(true);
    expect(await of()).toEqual({ name, address: "Dorpsplein 9, 9980 XB Lindewaard", phone: "0900 111 22 33", email: "" });
    await dwelling(code);
    const { pages } = await fetched(viewer, { neighbourhoodCode: code, choice: "neighbourhood" });
    expect(pages[0]!.text).toContain("Dorpsplein 9, 9980 XB Lindewaard");
    expect(pages[0]!.text).toContain("0900 111 22 33");
    await changeContact(name, { phone: "" });
    expect(await of()).toMatchObject({ address: "Dorpsplein 9, 9980 XB Lindewaard", phone: "" });
    await expect(changeContact(name, { phone: "1" })).rejects.toThrow("5 to 30");
    expect(await changeContact("Niemand", { phone: "0900 111 22 33" })).toBe(false);
  });

  it("is named in letters, in a new announcement, on the form to sign and in mails of its residents and moderators", async () => {
    const { code, name } = await served();
    const { viewer, cookie } = await moderator(code);
    const home = await dwelling(code);
    expect((await announcementPage(argsTo("/beheer/mededelingen/nieuw", cookie))).organisation).toBe(name);
    const lives = await resident(await household(home));
    expect((await paperPage(argsTo("/helpen/formulier", await logIn(lives.residentId)))).form.organisation).toBe(name);
    expect((await paperPage(argsTo("/helpen/formulier", cookie))).form.organisation).toBe(name);
    await dwelling(code);
    const { pages } = await fetched(viewer, { neighbourhoodCode: code, choice: "neighbourhood" });
    expect(pages[0]!.text).toContain(name);
    const [staff, nobody] = [await accountWithoutHome(), await accountWithoutHome()];
    await moderatorOf(staff.id, code);
    await asAuth(async (tx) => {
      for (const accountId of [lives.residentId, staff.id, nobody.id]) await enqueue(tx, "role-ended", { accountId });
    });
    const mails = await deliveredMails();
    const textTo = (email: string) => mails.find((mail) => mail.to === email)!.text.replaceAll(/\s+/g, " ");
    expect([textTo(lives.email), textTo(staff.email)]).toEqual([expect.stringContaining(name), expect.stringContaining(name)]);
    expect(textTo(nobody.email)).toContain(env().ORGANISATION_NAME);
  });
});
