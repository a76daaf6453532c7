/** The last day that holds now, as 2026-05-03. */
export function lastDayOf({ prolongedAt, deadline, prolongUntil }: { prolongedAt: Date | null; deadline: string; prolongUntil: string | null }): string {
  return prolongedAt && prolongUntil ? prolongUntil : deadline;
}
