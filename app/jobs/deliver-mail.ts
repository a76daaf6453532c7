import { env } from "../env.server.ts";
import { postLetters } from "../features/households/post-letters.server.ts";
import { deliverOutbox } from "../features/notifications/deliver-outbox.server.ts";

/** Sends what is in the outbox; in the demo the letters go into the memory mailbox too, because nobody prints them. */
export async function deliverMail(): Promise<void> {
  await deliverOutbox();
  if (env().APP_MODE === "demo") await postLetters();
}
