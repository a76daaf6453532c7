/**
 * Whether somebody may object to a decision now: once, in time, and while there is something to object to.
 * @param decision.objectUntil null where the decision is not one to object to
 */
export function mayObject({ appeal, objectUntil, liftedAt = null }: { appeal: object | null; objectUntil: Date | null; liftedAt?: Date | null }): boolean {
  return !appeal && !liftedAt && objectUntil !== null && objectUntil > new Date();
}
