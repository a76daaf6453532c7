/** How long a session lasts, in seconds: without being used (idle) and at all (absolute). Staff are moderators and officials. */
export const sessionLimits = {
  resident: { idle: 30 * 86_400, absolute: 180 * 86_400 },
  staff: { idle: 30 * 60, absolute: 8 * 3_600 },
} as const;

/** A session's last use is written down at most once in so many seconds. */
export const touchAfter = 600;

export const sessionCookie = "buurhof-session";
