import { type SQL, sql } from "drizzle-orm";

/**
 * A moment of the clock in the Netherlands, worked out by the database, which knows summer and winter time.
 * @param day yyyy-mm-dd
 * @param time hh:mm
 */
export const amsterdam = (day: string, time: string): SQL<Date> => sql<Date>`((${day}::date + ${time}::time) at time zone 'Europe/Amsterdam')`;
