import { redirect } from "@remix-run/node";
import { asAuth } from "../../../db/viewer.server.ts";
import { readCookie } from "../../http/cookies.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { safePath } from "../../http/safe-path.ts";
import { sessionCookie } from "./limits.ts";
import { luciaIn } from "./lucia.server.ts";
import type { AccountViewer, Moderator, Official, PropertyManager, Resident } from "./viewer.ts";

/** What Remix gives a loader or action; `context` is one object per HTTP request. */
export type GuardArgs = { request: Request; context: object };

const asked = new WeakMap<object, Promise<AccountViewer | null>>();

/** Says that a page is for everybody, logged in or not. */
export function allowEveryone(): void {}

/** Who is logged in, or null. All loaders of one HTTP request together ask the database once. */
export function currentViewer({ request, context }: GuardArgs): Promise<AccountViewer | null> {
  const known = asked.get(context);
  if (known) return known;
  const viewer = readViewer(request);
  asked.set(context, viewer);
  return viewer;
}

async function readViewer(request: Request): Promise<AccountViewer | null> {
  const id = readCookie(request, sessionCookie);
  if (!id) return null;
  const { user } = await asAuth((tx) => luciaIn(tx).validateSession(id));
  return user?.viewer ?? null;
}

/** Somebody who is logged in. @throws a redirect to the log-in page, which leads back here; who asked to be erased can only stay */
export async function requireAccount(args: GuardArgs): Promise<AccountViewer> {
  const viewer = (await currentViewer(args)) ?? sendTo("/inloggen", args.request);
  if (viewer.leavesOn) throw redirect("/blijven");
  return viewer;
}

/** Somebody who asked to be erased and isn't yet. @throws a redirect to logging in, or to where somebody belongs who never left */
export async function requireLeaver(args: GuardArgs): Promise<AccountViewer & { leavesOn: Date }> {
  const viewer = (await currentViewer(args)) ?? sendTo("/inloggen", args.request);
  if (!viewer.leavesOn) throw redirect("/begin");
  return viewer as AccountViewer & { leavesOn: Date };
}

/** Somebody with a home in a neighbourhood. @throws a redirect to logging in, to joining, or for staff to their own pages */
export async function requireResident(args: GuardArgs): Promise<Resident> {
  const viewer = await requireAccount(args);
  if (isResident(viewer)) return viewer;
  throw redirect(viewer.mayModerate.length ? "/beheer" : viewer.officialOf.length ? "/gemeente" : viewer.manages.length ? "/verzoeken-aan-mij" : "/meedoen/code");
}

/** A moderator whose second factor was shown in this session. @throws a redirect to the second step; 404 for anyone else */
export async function requireModerator(args: GuardArgs): Promise<Moderator> {
  const viewer = await requireAccount(args);
  if (!viewer.mayModerate.length) throw notFound();
  if (!viewer.moderates.length) sendTo("/tweede-stap", args.request);
  return viewer as Moderator;
}

/** An official whose second factor was shown in this session. @throws a redirect to the second step; 404 for anyone else */
export async function requireOfficial(args: GuardArgs): Promise<Official> {
  const viewer = await requireAccount(args);
  if (!viewer.officialOf.length) throw notFound();
  if (!viewer.secondFactorAt) sendTo("/tweede-stap", args.request);
  return viewer as Official;
}

/** Somebody who answers joint requests for buildings. @throws 404 for anyone else */
export async function requirePropertyManager(args: GuardArgs): Promise<PropertyManager> {
  const viewer = await requireAccount(args);
  if (!viewer.manages.length) throw notFound();
  return viewer as PropertyManager;
}

/** Whether this account has a home in a neighbourhood. */
export function isResident(viewer: AccountViewer | null): viewer is Resident {
  return viewer?.householdId != null && viewer.neighbourhoodCode !== null && viewer.streetId !== null && viewer.dwellingId !== null;
}

/** @throws a redirect to a page that must come first and then leads back here */
export function sendTo(path: "/inloggen" | "/tweede-stap", request: Request): never {
  const { pathname, search } = new URL(request.url);
  const back = safePath(pathname + search, "/");
  throw redirect(back === "/" ? path : `${path}?terug=${encodeURIComponent(back)}`);
}
