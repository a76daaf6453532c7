// Days as a form and the database write them, YYYY-MM-DD, in Dutch time.

/** Today. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date());
}

/** The day that is so many years after today; after 29 February the last of that month. */
export function dayAfter({ years }: { years: number }): string {
  const [year, month, day] = today().split("-").map(Number) as [number, number, number];
  const wanted = new Date(Date.UTC(year + years, month - 1, day));
  return (wanted.getUTCMonth() === month - 1 ? wanted : new Date(Date.UTC(year + years, month, 0))).toISOString().slice(0, 10);
}
