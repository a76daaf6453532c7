import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** Whether an account is a moderator or an official today: those have shorter sessions and a second step. */
export function isStaff(accountId: SQLWrapper | string): SQL<boolean> {
  return sql<boolean>`exists (select from viewer.roles_now() g where g.account_id = ${accountId} and g.role in ('moderator', 'official'))`;
}
