import { asViewer } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { cooperativeOf } from "../neighbourhood/cooperative-of.server.ts";
import type { Assisting } from "../session/require-assisting.server.ts";
import { showCode } from "../session/short-code.ts";
import { ownSession } from "./assisted-log.server.ts";
import { entriesOf, paperNumber, purchaseKinds, type ShownEntry } from "./session-entries.server.ts";

/** The words of a confirmation, in the language of who is helped. */
export type Confirmation = { lang: string; heading: string; number: string; intro: string; lines: { what: string; note: string }[]; nothing: string; change: { title: string; text: string }; letter: { title: string; text: string }; keep: string };

/** What was entered in this session, on paper for who is helped. */
export async function confirmationOf({ helper, onBehalf, session }: Assisting): Promise<Confirmation> {
  const { locale } = onBehalf;
  const t = serverT(locale, "assisted");
  const names = serverT(locale, "catalogue");
  const { number, entries, cooperative } = await asViewer(onBehalf, async (tx) => ({ cooperative: await cooperativeOf(tx, onBehalf.neighbourhoodCode), number: await paperNumber(tx, onBehalf), entries: (await entriesOf(tx, onBehalf, [session.id])).get(session.id)! }));
  const { name: organisation, phone } = cooperative;
  const role = (await ownSession(helper, session.id))!.helperRole;
  const helperWords = helper.displayName ? t(`confirmation.helperNamed.${role}`, { name: helper.displayName, organisation }) : t(`confirmation.helperNameless.${role}`, { organisation });
  const line = ({ kind, item, receipt, purchase }: ShownEntry) => {
    const bought = purchaseKinds.find((each) => each === kind);
    if (bought) return { what: `${t(`confirmation.kinds.${bought}`)}${purchase ? `: ${purchase}` : ""}`, note: t(bought === "purchase_order" || bought === "purchase_left" ? "confirmation.purchaseSheet" : "confirmation.purchaseNote") };
    const what = item ? `: ${item.kind ? names(`kinds.${item.kind}`) : item.title}` : "";
    if (kind === "report") return { what: t("confirmation.kinds.report"), note: t("confirmation.reportLine", { receipt: receipt ?? "" }) };
    if (kind === "withdrawal" || !item) return { what: `${t("confirmation.kinds.withdrawal")}${what}`, note: "" };
    return { what: `${t(`confirmation.kinds.${item.type}`)}${what}`, note: item.withdrawnAt ? t("session.gone") : t("confirmation.seenBy", { audience: names(`audiences.${item.audience}`) }) };
  };
  return {
    lang: locale,
    heading: t("confirmation.heading"),
    number: t("confirmation.number", { number: showCode(number) }),
    intro: t("confirmation.intro", { date: dayInWords(new Date(), locale), helper: helperWords, address: session.address, street: onBehalf.streetName }),
    lines: entries.map(line),
    nothing: t("confirmation.nothing"),
    change: { title: t("confirmation.changeTitle"), text: phone ? t("confirmation.change", { phone }) : t("confirmation.changeNoPhone") },
    letter: { title: t("confirmation.letterTitle"), text: t("confirmation.letter", { url: new URL("/brief", env().APP_URL).href.replace(/^https?:\/\//, "") }) },
    keep: t("confirmation.keep"),
  };
}
