import { expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

it.each(["/kaart", "/", "/kaart?soort=warmtepomp&straat=1#lijst"])("accepts %s", (path) => {
  expect(safePath(path, "/")).toBe(path);
});

it.each(["//kwaad.nl", "/\\kwaad.nl", "/\t/kwaad.nl", "/\n/kwaad.nl", "https://kwaad.nl", "kaart", "", "/a\\b", null, undefined, `/${"a".repeat(500)}`])(
  "refuses %j",
  (path) => {
    expect(safePath(path, "/elders")).toBe("/elders");
  },
);
