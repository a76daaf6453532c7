/** A day as people and spreadsheets write it (31-12-2027, 31/12/2027, 2027-12-31), as 2027-12-31; null for what is none. */
export function dayIn(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? [];
  const [, europeanDay, europeanMonth, europeanYear] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim()) ?? [];
  const parts = year ? [year, month, day] : europeanYear ? [europeanYear, europeanMonth, europeanDay] : null;
  if (!parts) return null;
  const iso = parts.map((part) => part!.padStart(2, "0")).join("-");
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
