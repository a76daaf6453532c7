import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { HelpHere } from "./help-here.server.ts";

/** Contact persons of the own street and building, and who moderates the neighbourhood. Needs `roles`. */
export function ContactPersons({ help }: { help: HelpHere }) {
  const t = useT("roles");
  const named = help.contacts.map(({ name, ofBuilding, me }) => ({
    name: t(ofBuilding ? "here.building" : "here.street"),
    value: name ?? t("here.nameless", { street: help.streetName }),
    note: me ? t("here.you") : undefined,
  }));
  return (
    <Section title={t("here.title")}>
      <Facts facts={[...named, ...(help.organisation ? [{ name: t("here.organisation"), value: help.organisation }] : [])]} />
    </Section>
  );
}
