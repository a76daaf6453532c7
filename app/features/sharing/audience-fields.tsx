import type { ReactNode } from "react";
import { type Audience, audiences } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import { audienceIcons } from "./audience-badge.tsx";
import type { OfferedAudience } from "./audience-question.server.ts";

const labelledWith: Record<Audience, string> = {
  household: "hidden group-has-[[value=household]:checked]:inline",
  building: "hidden group-has-[[value=building]:checked]:inline",
  street: "hidden group-has-[[value=street]:checked]:inline",
  neighbourhood: "hidden group-has-[[value=neighbourhood]:checked]:inline",
};

/** The audience that was sent before something was found wrong, else the one that holds. */
export function chosenAudience(sent: unknown, now: Audience): Audience {
  return audiences.find((audience) => audience === (Array.isArray(sent) ? sent[0] : sent)) ?? now;
}

type Place = { streetName: string; neighbourhoodName: string };

// Style sheets can tell which audience is chosen, so this works without JavaScript; a browser that cannot (:has) shows
// all texts. Written out for Tailwind to find.
const onlyChosen = "supports-[selector(:has(*))]:hidden";
const shownWith: Record<Audience, string> = {
  household: "group-has-[[value=household]:checked]:block",
  building: "group-has-[[value=building]:checked]:block",
  street: "group-has-[[value=street]:checked]:block",
  neighbourhood: "group-has-[[value=neighbourhood]:checked]:block",
};

/**
 * Who may see an item, what is said yes to, and what a neighbour will see. The form around it needs the class `group`.
 * Needs the namespaces `measures` and `catalogue`.
 */
export function AudienceFields({ offered, chosen, error, place, preview }: { offered: OfferedAudience[]; chosen: Audience; error?: string; place: Place; /** Left out where there is nothing to show before it is kept. */ preview?: ReactNode }) {
  const t = useT("measures");
  const names = useT("catalogue");
  const hint = ({ audience, homes }: OfferedAudience) => t(`audience.hints.${audience}`, { homes: homes ?? 0, street: place.streetName, neighbourhood: place.neighbourhoodName });
  const small = !offered.some(({ audience }) => audience === "street") || !offered.some(({ audience }) => audience === "building");
  return (
    <>
      <Choices
        legend={t("audience.legend")}
        hint={small ? t("audience.notOffered") : undefined}
        name="audience"
        error={error}
        chosen={chosen}
        choices={offered.map((option) => {
          const Icon = audienceIcons[option.audience];
          return { value: option.audience, label: names(`audiences.${option.audience}`), hint: hint(option), icon: <Icon /> };
        })}
      />
      {offered.map(({ audience, text }) => (
        <div key={audience} className={`${onlyChosen} ${shownWith[audience]}`}>
          <Card tone="sky">
            <h2 className="text-base">{t("audience.textTitle")}</h2>
            <p className="mt-1">{text ?? t("audience.textHousehold")}</p>
          </Card>
        </div>
      ))}
      {preview ? (
        <section className="group-has-[[value=household]:checked]:hidden">
          <h2 className="mb-2 text-lg">{t("audience.preview")}</h2>
          <div className="flex flex-col gap-4 rounded-card border-2 border-dashed border-line-strong p-4">{preview}</div>
        </section>
      ) : null}
    </>
  );
}

/** The button that says what the choice above does. Needs `measures`. */
export function ShareButton({ offered }: { offered: OfferedAudience[] }) {
  const t = useT("measures");
  const common = useT("common");
  return (
    <Button wide>
      <span className={onlyChosen}>{common("form.save")}</span>
      {offered.map(({ audience }) => (
        <span key={audience} className={labelledWith[audience]}>
          {t(`audience.share.${audience}`)}
        </span>
      ))}
    </Button>
  );
}
