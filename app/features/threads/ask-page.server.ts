import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Askable } from "./whom-to-ask.server.ts";

/** What the page of a first question needs, whatever it is about. @throws a redirect to the thread that is there already */
export function askPage({ locale, displayName, streetName }: Resident, asked: Askable) {
  if (asked.threadId) throw redirect(`/gesprekken/${asked.threadId}`);
  return {
    ...wordsFor(locale, "threads", "catalogue"),
    title: serverT(locale, "threads")("ask.button"),
    newId: randomUUID(),
    neighbour: { shownName: asked.shownName, streetName: asked.streetName },
    me: { shownName: displayName, streetName },
  };
}
