import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";
import { inventory } from "./inventory.ts";
import { subjectsInOrder } from "./inventory-subjects.ts";

export type KeptSubject = { name: string; title: string; why: string; who: string; basis: string; lines: { table: string; what: string; kept: string; inDownload: boolean }[] };

/** The inventory in words, by subject: what is kept of people, why, on which basis, who sees it and for how long. */
export function keptOfPeople(locale: Locale): KeptSubject[] {
  const t = serverT(locale, "inventory");
  return subjectsInOrder.map(([name, { basis, tables }]) => ({
    name,
    title: t(`subjects.${name}.title`),
    why: t(`subjects.${name}.why`),
    who: t(`subjects.${name}.who`),
    basis: basis.map((each) => t(`bases.${each}`)).join(" "),
    lines: tables.map((table) => ({ table, what: t(`lines.${table}`), kept: t(`kept.${table}`), inDownload: downloaded(table) })),
  }));
}

function downloaded(table: keyof typeof inventory): boolean {
  const line = inventory[table];
  return line.personal && line.inOwnExport === true;
}
