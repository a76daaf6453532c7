import { useT } from "../i18n/use-t.tsx";
import { Facts } from "./page.tsx";

export type Organisation = { name: string; address: string; phone: string; email: string };

/** How to reach who runs the site. Needs `pages`. */
export function ContactFacts({ organisation }: { organisation: Organisation }) {
  const t = useT("pages");
  const facts = (["name", "address", "phone", "email"] as const).filter((fact) => organisation[fact]);
  return <Facts facts={facts.map((fact) => ({ name: t(`contact.${fact}`), value: organisation[fact] }))} />;
}
