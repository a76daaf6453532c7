import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** What a calendar file says of one visit. */
export type CalendarVisit = {
  requestId: string;
  side: "host" | "guest";
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  summary: string;
  description: string;
  /** Street, number and postcode; null where it may not be said. */
  address: string | null;
  url: string;
};

/**
 * One visit as an iCalendar file (RFC 5545), times in UTC. The UID is that of the request and of who reads it, and stays; the
 * SEQUENCE rises with what changes; what was called off is a CANCEL of the same event.
 */
export function calendarFile({ requestId, side, sequence, startsAt, endsAt, cancelled, summary, description, address, url }: CalendarVisit): string {
  const calendar = ical({ prodId: { company: "Buurhof", product: "Buurhof", language: "NL" }, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${requestId}-${side}@buurhof`,
    sequence,
    start: startsAt,
    end: endsAt,
    summary,
    description,
    url,
    location: cancelled ? null : address,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
