import type { Resident } from "../session/viewer.ts";

/** As whom a resident decides about a question: who asked, a moderator of the neighbourhood, or nobody. */
export function roleFor({ moderates, neighbourhoodCode }: Pick<Resident, "moderates" | "neighbourhoodCode">, own: boolean): "asker" | "moderator" | null {
  if (own) return "asker";
  return moderates.includes(neighbourhoodCode) ? "moderator" : null;
}
