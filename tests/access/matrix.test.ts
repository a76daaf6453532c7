import { describe } from "vitest";
import { everyDatabase, ownerConnection, testDatabase } from "../support/databases.ts";
import { buildTown } from "../support/town.ts";
import { addRows } from "./add-rows.ts";
import { matrixTests } from "./matrix.ts";

describe.each(everyDatabase)("the isolation matrix on %s", (kind) => {
  const database = testDatabase(kind);
  matrixTests(kind, database, async () => {
    await buildTown();
    const owner = ownerConnection(database);
    const rows = await addRows(owner);
    if (owner !== database.connection) await owner.close();
    return rows;
  });
});
