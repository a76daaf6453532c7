import { requireModerator } from "../../app/features/session/guards.server.ts";
import type { Moderator } from "../../app/features/session/viewer.ts";
import { logIn, requestTo } from "./log-in.ts";
import { accountWithoutHome, moderatorOf } from "./people.ts";

/** A moderator of these neighbourhoods who lives in none of them, with the second step done and a cookie to prove it. */
export async function moderator(...neighbourhoodCodes: string[]): Promise<{ viewer: Moderator; cookie: string }> {
  const { id } = await accountWithoutHome();
  for (const code of neighbourhoodCodes) await moderatorOf(id, code);
  const cookie = await logIn(id, { staff: true });
  return { viewer: await requireModerator(requestTo("/beheer", cookie)), cookie };
}
