import { notFound } from "../../http/not-found.server.ts";
import { type GuardArgs, requireAccount } from "./guards.server.ts";
import type { AccountViewer } from "./viewer.ts";

/** A moderator or official, before or after the second step. @throws a redirect to the log-in page; 404 for anyone else */
export async function requireStaff(args: GuardArgs): Promise<AccountViewer> {
  const viewer = await requireAccount(args);
  if (!viewer.mayModerate.length && !viewer.officialOf.length) throw notFound();
  return viewer;
}

/** Where staff go when nothing else was asked for. */
export function staffHome(viewer: AccountViewer): string {
  return viewer.mayModerate.length ? "/beheer" : "/gemeente";
}
