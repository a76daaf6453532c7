const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A day some days later. @param day as 2026-05-03 */
export function daysLater(day: string, count: number): string {
  return new Date(at(day) + count * dayMs).toISOString().slice(0, 10);
}

/**
 * The days on which a legal term does not end: article 3 of the Algemene termijnenwet names them, Good Friday included.
 * Days that a royal decree adds for some years are not among them: with those a term only gets longer, never shorter.
 * @returns days as 2026-12-25
 */
export function publicHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const kingsDay = `${year}-04-27`;
  return new Set([
    `${year}-01-01`,
    daysLater(easter, -2),
    daysLater(easter, 1),
    // On a Sunday it is kept the day before.
    new Date(at(kingsDay)).getUTCDay() === 0 ? daysLater(kingsDay, -1) : kingsDay,
    `${year}-05-05`,
    daysLater(easter, 39),
    daysLater(easter, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
}

/** The first day from this one on that is no Saturday, Sunday or public holiday: article 1 of the Algemene termijnenwet. */
export function nextWorkingDay(day: string): string {
  const weekday = new Date(at(day)).getUTCDay();
  const free = weekday === 0 || weekday === 6 || publicHolidays(Number(day.slice(0, 4))).has(day);
  return free ? nextWorkingDay(daysLater(day, 1)) : day;
}

/** Easter of the Gregorian calendar, by the method that Meeus gives as "anonymous" (Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
