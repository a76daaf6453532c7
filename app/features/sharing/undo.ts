/** For how many days something that was withdrawn can be put back; after that it is erased for good. */
export const undoDays = 7;

/** The moment from which a withdrawn item can no longer be put back. */
export function undoUntil(withdrawnAt: Date): Date {
  return new Date(withdrawnAt.getTime() + undoDays * 24 * 60 * 60 * 1000);
}
