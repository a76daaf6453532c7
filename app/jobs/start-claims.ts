import { startClaims as start } from "../features/addresses/start-claims.server.ts";

/** Begins the households that waited 14 days while nobody objected. */
export async function startClaims(): Promise<void> {
  await start();
}
