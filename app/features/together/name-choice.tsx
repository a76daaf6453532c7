import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Choices } from "../../ui/fields.tsx";

/** Whether who manages the building gets to see the own name; who has none for neighbours takes part without. Needs `together`. */
export function NameChoice({ displayName, chosen }: { displayName: string | null; chosen?: string }) {
  const t = useT("together");
  if (displayName === null) {
    return (
      <p className="measure text-ink-soft">
        {t("name.none")}{" "}
        <Link to="/welkom/naam" className="text-garden underline underline-offset-4">
          {t("name.choose")}
        </Link>
      </p>
    );
  }
  return (
    <Choices
      name="naam"
      legend={t("name.legend")}
      chosen={chosen ?? "nee"}
      choices={[
        { value: "nee", label: t("name.without") },
        { value: "ja", label: t("name.with", { name: displayName }) },
      ]}
    />
  );
}
