import type { ReportedKind } from "../../../db/schema/sharing.ts";
import { itemPath } from "../sharing/shared-item.ts";

/** Where what was reported or hidden is read in full by who sees it. */
export function reportedPath(kind: ReportedKind, id: string): string {
  if (kind === "answer") return `/antwoorden/${id}`;
  if (kind === "private_message") return `/gesprekken/bericht/${id}`;
  if (kind === "visit_request") return `/kijkjes/verzoek/${id}`;
  if (kind === "municipal_post") return "/cijfers";
  return kind === "joint_request" ? `/verzoeken/${id}` : itemPath({ type: kind, id });
}
