import { Link } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Facts } from "../../ui/page.tsx";
import { isMeasureKind } from "../measures/catalogue.ts";
import { HouseRuleLine } from "./house-rule-line.tsx";
import { houseRule } from "./house-rules.ts";
import type { OwnHiding } from "./own-hidings.server.ts";
import { reportedPath } from "./reported-path.ts";

/** What hiding means, where it is something else than for what a household shares. */
const notes = {
  joint_request: ["facts.requestHiddenNote", "facts.requestShownAgainNote"],
  private_message: ["facts.messageHiddenNote", "facts.messageShownAgainNote"],
  visit_request: ["facts.visitHiddenNote", "facts.visitShownAgainNote"],
  municipal_post: ["facts.postHiddenNote", "facts.postShownAgainNote"],
} as const;

/** The statement of reasons of a hiding, from what the moderator chose and wrote. Needs `decisions` and `catalogue`. */
export function HidingStatement({ hiding, open }: { hiding: OwnHiding; /** Whether its household may object. */ open: boolean }) {
  const t = useT("decisions");
  const names = useT("catalogue");
  const day = useDay();
  const { kind, title } = hiding.subject ?? {};
  const subject = kind && isMeasureKind(kind) ? names(`kinds.${kind}`) : title;
  const asked = hiding.subjectKind === "joint_request";
  const [hiddenNote, shownAgainNote] = notes[hiding.subjectKind as keyof typeof notes] ?? (["facts.hiddenNote", "facts.shownAgainNote"] as const);
  const objecting = hiding.appeal ? t("facts.objectDone") : open ? t("facts.objectUntil", { date: day(hiding.objectUntil) }) : t("facts.objectOver");
  return (
    <>
      <Facts
        facts={[
          {
            name: t("facts.what"),
            value: hiding.liftedAt ? t("facts.shownAgain") : t("facts.hidden"),
            note: t(hiding.liftedAt ? shownAgainNote : hiddenNote),
          },
          { name: t("facts.about"), value: subject ?? t(`facts.${hiding.subjectKind}`), note: subject ? t(`facts.${hiding.subjectKind}`) : null },
          ...(hiding.liftedAt ? [] : [{ name: t("facts.duration"), value: t(`facts.${hiding.duration}`), note: hiding.duration === "until_changed" ? t("facts.until_changedNote") : null }]),
          { name: t("facts.rule"), value: <HouseRuleLine rule={houseRule(hiding.rule, hiding.rulesVersion)} />, note: t("facts.ruleVersion", { version: hiding.rulesVersion }) },
          { name: t("facts.reason"), value: <span className="font-normal break-words whitespace-pre-line">{hiding.reason ?? t("facts.texts")}</span> },
          { name: t("facts.by"), value: t("facts.byPerson"), note: t("facts.byPersonNote") },
          { name: t("facts.decidedOn"), value: day(hiding.createdAt) },
          ...(hiding.liftedAt && !hiding.appeal ? [] : [{ name: t("facts.object"), value: objecting, note: open ? t("facts.objectNote") : null }]),
        ]}
      />
      {asked && subject ? (
        <p>
          <Link to={reportedPath(hiding.subjectKind, hiding.subjectId)} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("toRequest")}
          </Link>
        </p>
      ) : null}
      <p>
        <Link to="/huisregels" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("rulesLink")}
        </Link>
      </p>
    </>
  );
}
