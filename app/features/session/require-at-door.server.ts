import { type GuardArgs, requireModerator } from "./guards.server.ts";
import type { Moderator } from "./viewer.ts";

/** Who may confirm an address at its door; the database says which addresses (viewer.at_door_of). @throws as requireModerator */
export function requireAtDoor(args: GuardArgs): Promise<Moderator> {
  return requireModerator(args);
}
