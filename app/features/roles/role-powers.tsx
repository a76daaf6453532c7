import { Check, X } from "lucide-react";
import type { RoleName } from "../../../db/schema/people.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";

const powers = {
  moderator: { may: ["powers.moderator.may1", "powers.moderator.may2", "powers.moderator.may3"], mayNot: ["powers.moderator.not1", "powers.moderator.not2"] },
  official: { may: ["powers.official.may1", "powers.official.may2"], mayNot: ["powers.official.not1", "powers.official.not2"] },
  contact_person: { may: ["powers.contact_person.may1", "powers.contact_person.may2", "powers.contact_person.may3", "powers.contact_person.may4"], mayNot: ["powers.contact_person.not1", "powers.contact_person.not2"] },
  property_manager: { may: ["powers.property_manager.may1", "powers.property_manager.may2"], mayNot: ["powers.property_manager.not1", "powers.property_manager.not2"] },
} as const satisfies Record<RoleName, unknown>;

/** What a role may do, and what not. Needs `roles`. */
export function RolePowers({ role }: { role: RoleName }) {
  const t = useT("roles");
  return (
    <Card>
      <h2 className="text-lg">{t("powers.title", { role: t(`names.${role}`).toLowerCase() })}</h2>
      <ul className="mt-2 flex flex-col gap-2">
        {powers[role].may.map((line) => (
          <li key={line} className="flex gap-2">
            <Check aria-hidden className="mt-0.5 size-5 shrink-0 text-garden" />
            {t(line)}
          </li>
        ))}
        {powers[role].mayNot.map((line) => (
          <li key={line} className="flex gap-2">
            <X aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
            <span>
              <span className="sr-only">{t("powers.not")} </span>
              {t(line)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
