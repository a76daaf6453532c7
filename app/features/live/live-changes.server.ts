import type { Request as Asked, RequestHandler, Response as Answer } from "express";
import { currentViewer, isResident } from "../session/guards.server.ts";
import { fewAtATime } from "./few-at-a-time.ts";
import { liveHub, type OpenPage } from "./hub.server.ts";
import { mayHear, numbersFor } from "./may-hear.server.ts";
import { type LiveTopic, topicOf } from "./topics.ts";

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store",
  // nginx would keep what is meant for now.
  "X-Accel-Buffering": "no",
};

/** A browser that lost its connection waits this long, in milliseconds, before it comes back. */
const comeBackAfter = 3_000;

/**
 * Keeps a connection open on which a page hears that what it shows has changed: no words, no id, not who. Of a purchase it also hears
 * the numbers, which are the same for everybody who may see it.
 * What isn't there, what isn't theirs to see and who isn't logged in get one and the same answer.
 */
export function liveChanges(): RequestHandler {
  return (request, response, next) => void open(request, response).catch(next);
}

// After a restart all pages come back at once: they are let in a few at a time, so that other requests are answered meanwhile.
const letIn = fewAtATime(4);

async function open(request: Asked, response: Answer): Promise<void> {
  const asked = { cookie: request.get("cookie"), topic: topicOf(request.params.topic), id: request.params.id };
  const visitor = await letIn(async () => (response.destroyed ? null : whoHears(asked)));
  if (response.destroyed) return;
  if (!visitor) return void response.status(404).type("text/plain").send("Niet gevonden. Not found.");
  const hub = await liveHub();
  if (response.destroyed) return;
  // The page decides first, because what is written to it begins with these headers.
  response.statusCode = 200;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (!hub.join({ ...visitor, response })) return void response.status(429).type("text/plain").send("Te veel open pagina's. Too many open pages.");
  response.write(`retry: ${comeBackAfter}\n\n`);
}

type Visitor = Omit<OpenPage, "response">;

async function whoHears({ cookie, topic, id }: { cookie: string | undefined; topic: LiveTopic | null; id: string | undefined }): Promise<Visitor | null> {
  const viewer = await currentViewer({ request: new Request("http://localhost/live", { headers: cookie ? { cookie } : {} }), context: {} });
  if (!isResident(viewer) || viewer.leavesOn) return null;
  const key = await mayHear(viewer, topic, id);
  return key === null ? null : { key, sessionId: viewer.sessionId, residentId: viewer.residentId, stillHears: async () => (await mayHear(viewer, topic, id)) === key, readNumbers: numbersFor(viewer, topic, id) };
}
