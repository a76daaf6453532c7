import { type GuardArgs, requireModerator, requireOfficial, sendTo } from "./guards.server.ts";
import type { AccountViewer, Moderator, Official } from "./viewer.ts";

/** Minutes after which the second step is asked again for what weighs more: roles, exports, looks outside an audience. */
export const freshStepMinutes = 10;
/** A form that was opened in time may be sent for so many minutes, so that nobody loses what they typed. */
export const freshFormMinutes = 30;

/** Whether the second step was shown in this session less than so many minutes ago. */
export function isFreshStep(viewer: AccountViewer, minutes = freshStepMinutes): boolean {
  return viewer.secondFactorAt !== null && viewer.secondFactorAt.getTime() > Date.now() - minutes * 60_000;
}

/** A moderator who showed the second step just now. @throws a redirect to the second step; 404 for anyone else */
export async function requireFreshModerator(args: GuardArgs): Promise<Moderator> {
  return fresh(await requireModerator(args), args.request);
}

/** An official who showed the second step just now. @throws a redirect to the second step; 404 for anyone else */
export async function requireFreshOfficial(args: GuardArgs): Promise<Official> {
  return fresh(await requireOfficial(args), args.request);
}

function fresh<Viewer extends AccountViewer>(viewer: Viewer, request: Request): Viewer {
  const reading = request.method === "GET" || request.method === "HEAD";
  if (!isFreshStep(viewer, reading ? freshStepMinutes : freshFormMinutes)) sendTo("/tweede-stap", request);
  return viewer;
}
