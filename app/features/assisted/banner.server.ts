import type { Assisting } from "../session/require-assisting.server.ts";
import type { BannerFacts } from "./banner.tsx";

/** What the banner of a session says now. */
export function bannerOf({ session }: Assisting): BannerFacts {
  const { id, address, endsAt } = session;
  return { id, address, minutesLeft: Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 60_000)) };
}
