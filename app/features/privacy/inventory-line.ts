import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "../../../db/schema/index.ts";

type Schema = typeof schema;
/** A table by the name of its export in db/schema. */
export type TableName = { [Name in keyof Schema]: Schema[Name] extends PgTable ? Name : never }[keyof Schema];

/** What is kept in a table: nothing about anybody, or whose data, what for and how long. */
export type InventoryLine =
  | { personal: false; what: string }
  | {
      personal: true;
      what: string;
      whose: string;
      purpose: string;
      /** How long, and which deed or job ends it. */
      kept: string;
      /** Whether it is in the owner's own download, and if not, why not. */
      inOwnExport: true | string;
    };
