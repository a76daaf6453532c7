import { Form, Link } from "@remix-run/react";
import { HandHeart } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { FoundWish } from "./find-wish.server.ts";

type Props = {
  wish: Pick<FoundWish, "id" | "own" | "joins" | "withdrawnAt">;
  myName: { shownName: string | null; streetName: string };
  /** What joining says yes to, as the ledger keeps it. */
  consent: string;
};

/** Who joined a wish for the neighbourhood, and joining or leaving it oneself. Needs `wishes` and `catalogue`. */
export function Joining({ wish, myName, consent }: Props) {
  const t = useT("wishes");
  const person = usePersonName();
  const others = wish.joins.filter((join) => !join.own);
  const iJoin = wish.joins.some((join) => join.own);
  return (
    <Card tone="garden">
      <h2 className="flex items-center gap-2 text-lg">
        <HandHeart aria-hidden className="size-6 text-garden" />
        {wish.joins.length > 0 ? t("detail.joined", { count: wish.joins.length }) : t("detail.joinedTitle")}
      </h2>
      {wish.joins.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-2">
          {wish.joins.map((join) => (
            <li key={join.id} className="rounded-full bg-surface px-3 py-1">
              {person(join)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1">{wish.own ? t("detail.joinedNoneOwn") : t("detail.joinedNone")}</p>
      )}
      {others.length > 0 ? (
        <details className="mt-2 text-sm text-ink-soft">
          <summary className="min-h-11 content-center">{t("detail.blockJoiner")}</summary>
          <ul className="flex flex-wrap gap-x-4">
            {others.map((join) => (
              <li key={join.id}>
                <Link to={`/wensen/${wish.id}/deelnemers/${join.id}/blokkeren`} className="inline-flex min-h-11 items-center underline underline-offset-4">
                  {t("detail.blockLink", { name: person(join, true) })}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {wish.own || wish.withdrawnAt ? null : (
        <Form method="post" action={`/wensen/${wish.id}/${iJoin ? "afmelding" : "deelname"}`} className="mt-4 flex flex-col gap-2">
          {iJoin ? null : (
            <>
              <p className="measure">{consent}</p>
              <p className="text-ink-soft">{t("detail.joinText", { name: person({ ...myName, own: false }) })}</p>
            </>
          )}
          <p>
            <Button look={iJoin ? "secondary" : "primary"} wide>
              {iJoin ? t("detail.leave") : t("detail.join")}
            </Button>
          </p>
        </Form>
      )}
    </Card>
  );
}
