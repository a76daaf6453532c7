import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { household } from "../../db/schema/people.ts";
import { dwelling } from "../../db/schema/register.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../tests/support/databases.ts";
import { safeTrace } from "./safe-trace.server.ts";

describe.each(databaseKinds)("what a log says of a statement that %s refuses", (kind) => {
  testDatabase(kind);

  it("is the statement and its code, without what was typed", async () => {
    for (const [typed, code, refused] of [
      ["geheim\0", "22021", (text: string) => asWorker((tx) => tx.select({ id: dwelling.id }).from(dwelling).where(eq(dwelling.id, text)))],
      ["geheim", "22P02", (text: string) => asWorker((tx) => tx.select({ id: household.id }).from(household).where(eq(household.id, text)))],
    ] as const) {
      const said = safeTrace(await refused(typed).catch((error: unknown) => error));
      expect(said).toContain(`code ${code}: select "id" from`);
      expect(said).toMatch(/\n\s+at /);
      expect(said).not.toContain("geheim");
    }
  });
});

it("says everything of an error that is our own", () => {
  expect(safeTrace(new Error("The viewer's own home is not in the register."))).toMatch(/own home is not in the register\.\n\s+at /);
  expect(safeTrace("geheim")).toBe("unknown error");
});
