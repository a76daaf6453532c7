import { expect, test } from "vitest";
import { readOutline, writeOutline } from "./outline.ts";

test("an outline that was surveyed in millimetres comes back to the last bit", () => {
  const ring = Float64Array.of(132743.9, 481800.107, 132745.451, 481811.807, 132724.217, 481814.621, 132743.9, 481800.107);
  expect(writeOutline(ring)).toBe("[132743900,481800107,132745451,481811807,132724217,481814621,132743900,481800107]");
  expect(readOutline(writeOutline(ring))).toEqual(ring);
});
