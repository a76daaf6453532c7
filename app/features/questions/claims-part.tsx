import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Card } from "../../ui/page.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { HappeningsOf } from "./happenings-of.server.ts";

type Claim = Omit<HappeningsOf["claims"][number], "createdAt" | "releasedAt"> & { createdAt: Date | string; releasedAt: Date | string | null };

/** Who is finding a question out, and who was. `claimed` also where the one who is at it can't be seen. Needs `questions` and `catalogue`. */
export function ClaimsPart({ claims, claimed }: { claims: Claim[]; claimed: boolean }) {
  const t = useT("questions");
  const locale = useLocale();
  const person = usePersonName();
  const now = claims.filter(({ releasedAt }) => releasedAt === null);
  const past = claims.filter(({ releasedAt }) => releasedAt !== null);
  return (
    <>
      {claimed ? (
        <Card tone="sky">
          {now.map((claim) => (
            <p key={claim.id}>{claim.mine ? t("claim.own", { date: dayInWords(claim.until, locale) }) : t("claim.by", { name: person(claim), date: dayInWords(claim.until, locale) })}</p>
          ))}
          {now.length === 0 ? <p>{t("claim.somebody")}</p> : null}
        </Card>
      ) : null}
      {past.length > 0 ? (
        <details>
          <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("claim.history")}</summary>
          <ul className="list-disc pl-5 text-ink-soft">
            {past.map((claim) => (
              <li key={claim.id}>
                {t("claim.pastBy", { name: person(claim), date: dayInWords(claim.createdAt, locale) })} {t(`claim.reasons.${claim.releaseReason ?? "by_hand"}`)}.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
