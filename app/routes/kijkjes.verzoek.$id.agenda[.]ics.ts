import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { env } from "../env.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { calendarFile } from "../features/visits/calendar-file.server.ts";
import { deedsOf } from "../features/visits/policy.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** A visit that was agreed, for the own calendar; what was called off since is a cancellation. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  const { id, side, sequence, startsAt, endsAt, cancelledAt, address } = request;
  if (!deedsOf(request, new Date()).calendar || !startsAt || !endsAt) throw notFound();
  const t = serverT(resident.locale, "visits");
  const url = new URL(`/kijkjes/verzoek/${id}`, env().APP_URL).href;
  // A host knows where they live themselves; whose address a guest left is no business of a calendar.
  const place = side === "guest" ? address : null;
  const body = calendarFile({ requestId: id, side, sequence, startsAt, endsAt, cancelled: cancelledAt !== null, summary: t(`calendar.${side}`), description: t("calendar.description", { url }), address: place, url });
  return new Response(body, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="kijkje.ics"', "Cache-Control": "private, no-store" } });
}
