import { expect, test } from "vitest";
import { RegisterFilter } from "./register-filter.ts";

const id = (n: number) => `0363010${String(n).padStart(9, "0")}`;

test("lets through everything that was added, and of other identifications about as few as it says", () => {
  const filter = new RegisterFilter();
  const homes = 300_000;
  for (let n = 0; n < homes; n++) filter.add(id(n * 7));
  let missed = 0;
  let passed = 0;
  for (let n = 0; n < homes; n++) {
    if (!filter.mayHave(id(n * 7))) missed++;
    if (filter.mayHave(id(n * 7 + 1 + (n % 6)))) passed++;
  }
  expect(missed).toBe(0);
  expect(passed / homes).toBeLessThan(0.001);
});
