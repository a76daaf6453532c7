import { tellServed } from "../features/waiting-list/tell-served.server.ts";

/** Tells who waits that their neighbourhood has begun. */
export async function tellWaiting(): Promise<void> {
  await tellServed();
}
