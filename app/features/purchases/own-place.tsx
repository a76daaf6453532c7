import { Link } from "@remix-run/react";
import type { SignUpParty, SignUpState } from "../../../db/schema/purchase-choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";

/** How far the own household is, or the way in. Needs `purchases`. */
export function OwnPlace({ purchase, own }: { purchase: { id: string; state: string }; own: { id: string; state: SignUpState; party: SignUpParty }[] }) {
  const t = useT("purchases");
  return (
    <>
      {own.map((signUp) => (
        <Card key={signUp.id} tone="garden">
          <p className="font-semibold">{t("own.state", { state: t(`shortStates.${signUp.state}`) })}</p>
          {signUp.party === "association" ? <p>{t("parties.association")}</p> : null}
          <p>
            <Link to={`/samen-inkopen/aanmelding/${signUp.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {t("own.open")}
            </Link>
          </p>
        </Card>
      ))}
      {purchase.state === "open" ? (
        <p>
          <ButtonLink wide look={own.length > 0 ? "secondary" : "primary"} to={`/samen-inkopen/${purchase.id}/aanmelden`}>
            {t(own.length > 0 ? "own.another" : "own.join")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
