import { followSuccessions as follow } from "../features/neighbourhood/import/follow-successions.server.ts";

/** Takes households along to the neighbourhoods that a moderator confirmed. */
export async function followSuccessions(): Promise<void> {
  await follow();
}
