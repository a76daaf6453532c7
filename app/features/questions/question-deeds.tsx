import { Form, Link } from "@remix-run/react";
import type { QuestionState } from "../../../db/schema/choices.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import type { HappeningsOf } from "./happenings-of.server.ts";

const quiet = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** Why a question rests, and the way to bring it back for who may. Needs `questions`. */
export function Parked({ parking, path, mayDecide }: { parking: HappeningsOf["parking"]; path: string; mayDecide: boolean }) {
  const t = useT("questions");
  const locale = useLocale();
  if (!parking) return null;
  const date = dayInWords(parking.returnsOn, locale);
  return (
    <Card tone="sun">
      <p className="font-semibold">{t(`parking.parkedBy.${parking.role}`)}</p>
      <p className="measure break-words whitespace-pre-line">{parking.why}</p>
      <p className="mt-1">{parking.phase ? t("parking.untilPhase", { phase: t(`parking.phases.${parking.phase}`), date }) : t("parking.until", { date })}</p>
      {mayDecide ? (
        <Form method="post" action={`${path}/terughalen`} className="mt-3">
          <Button look="secondary">{t("parking.bringBack")}</Button>
        </Form>
      ) : null}
    </Card>
  );
}

/** That a question was put together with another, and the way to it. Needs `questions`. */
export function PointsOn({ into, path }: { into: HappeningsOf["into"]; path: string }) {
  const t = useT("questions");
  if (!into) return null;
  return (
    <Card tone="sky">
      <p className="break-words">{t("merge.into", { title: into.title })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ButtonLink to={`/vragen/${into.id}`}>{t("merge.toOther")}</ButtonLink>
        {into.mine ? (
          <Form method="post" action={`${path}/losmaken`}>
            <Button look="secondary">{t("merge.undo")}</Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}

/** Finding a question out, letting go of it, and saying what came of it. Needs `questions`. */
export function FindingOut({ state, path, mine, primary }: { state: QuestionState; path: string; mine: boolean; primary: boolean }) {
  const t = useT("questions");
  if (mine) {
    return (
      <div className="flex flex-col gap-3 sm:flex-row">
        <ButtonLink wide look={primary ? "primary" : "secondary"} to={`${path}/uitkomst`}>
          {t("outcome.give")}
        </ButtonLink>
        <Form method="post" action={`${path}/loslaten`}>
          <Button look="secondary" wide>
            {t("claim.release")}
          </Button>
        </Form>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      {state === "open" || state === "claimed" || state === "stale" ? (
        <ButtonLink look="secondary" to={`${path}/uitzoeken`}>
          {state === "claimed" ? t("claim.join") : t("claim.send")}
        </ButtonLink>
      ) : null}
      <Link to={`${path}/uitkomst`} className={quiet}>
        {t("outcome.give")}
      </Link>
    </div>
  );
}

/** What who asked, or a moderator, can decide about a question. Needs `questions`. */
export function Deciding({ path, parked, merged }: { path: string; parked: boolean; merged: boolean }) {
  const t = useT("questions");
  return (
    <p className="flex flex-wrap gap-x-6">
      {parked ? null : (
        <Link to={`${path}/parkeren`} className={quiet}>
          {t("parking.park")}
        </Link>
      )}
      {merged ? null : (
        <Link to={`${path}/samenvoegen`} className={quiet}>
          {t("merge.merge")}
        </Link>
      )}
    </p>
  );
}
