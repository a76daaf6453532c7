type Address = { streetName: string; houseNumber: number | null; postcode: string | null };

/**
 * Whether a text names a home by its postcode, or by its street and number. Who shows their street only is told so before it is
 * kept: neighbours would read it. A number alone can be a time or an amount, and is left.
 */
export function namesHome(text: string | null, { streetName, houseNumber, postcode }: Address): boolean {
  if (!text) return false;
  const plain = simple(text);
  if (postcode && plain.replaceAll(" ", "").includes(simple(postcode).replaceAll(" ", ""))) return true;
  return houseNumber !== null && new RegExp(`${escaped(simple(streetName))},? (?:nr |nummer |no )?${houseNumber}(?!\\d)`).test(plain);
}

const simple = (text: string) => text.toLowerCase().replaceAll(/[\s.]+/g, " ");
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a host may do with a request, and what a guest may, as it stands now; the functions of the database are what refuse. */
export type Deeds = { answer: boolean; callOff: boolean; noShow: boolean; thank: boolean; calendar: boolean };

export type RequestState = "waiting" | "accepted" | "declined" | "lapsed" | "cancelled" | "over";

type Standing = { side: "host" | "guest"; answer: "accepted" | "declined" | "lapsed" | null; cancelledAt: Date | null; startsAt: Date | null; endsAt: Date | null; blocked: boolean };

/** How a request stands: a visit that was agreed is over once its time has passed. */
export function stateOf({ answer, cancelledAt, endsAt }: Pick<Standing, "answer" | "cancelledAt" | "endsAt">, now: Date): RequestState {
  if (cancelledAt) return "cancelled";
  if (answer === "accepted") return endsAt && endsAt <= now ? "over" : "accepted";
  return answer ?? "waiting";
}

/** Whether there is something of the other to report: what a guest wrote, as long as the host reads it. */
export function mayReport({ side, line }: { side: "host" | "guest"; line: string | null }): boolean {
  return side === "host" && line !== null;
}

/** What the page offers. */
export function deedsOf(request: Standing, now: Date): Deeds {
  const state = stateOf(request, now);
  const begun = request.startsAt !== null && request.startsAt <= now;
  const agreed = state === "accepted" || state === "over";
  return {
    answer: request.side === "host" && state === "waiting" && !begun && !request.blocked,
    callOff: !begun && (state === "accepted" || (state === "waiting" && request.side === "guest")),
    noShow: request.side === "host" && agreed && begun,
    thank: agreed && begun && !request.blocked,
    calendar: request.startsAt !== null && (agreed || (state === "cancelled" && request.answer === "accepted")),
  };
}
