import { expect, it } from "vitest";
import { seal, unseal } from "./sealing.server.ts";

it("opens for the same purpose and owner only", () => {
  const sealed = seal("a purpose", "anna", "geheim");
  expect(unseal("a purpose", "anna", sealed)).toBe("geheim");
  expect(unseal("a purpose", "bram", sealed)).toBeNull();
  expect(unseal("another purpose", "anna", sealed)).toBeNull();
});

it("refuses what was changed, cut off or made up", () => {
  const sealed = seal("a purpose", "anna", "geheim");
  const changed = Buffer.from(sealed, "base64url");
  changed[changed.length - 1]! ^= 1;
  for (const wrong of [changed.toString("base64url"), sealed.slice(0, 30), "", "gegokt"]) expect(unseal("a purpose", "anna", wrong)).toBeNull();
});

it("never looks the same twice", () => {
  expect(seal("a purpose", "anna", "geheim")).not.toBe(seal("a purpose", "anna", "geheim"));
});
