import type { Post } from "./posts.server.ts";

/** Whether somebody may report a post: who lives in the neighbourhood it was posted to, while there is something to read. */
export function mayReportPost({ neighbourhoodCode, body, hidden }: Post, resident: { neighbourhoodCode: string | null }): boolean {
  return neighbourhoodCode === resident.neighbourhoodCode && body !== null && !hidden;
}
