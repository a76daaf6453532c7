import { expect, test } from "vitest";
import { serverT } from "../../i18n/words.server.ts";
import { orderSchema } from "./moderation.schema.server.ts";

const t = serverT("nl", "moderation");
const problems = (form: Record<string, string>) => {
  const read = orderSchema(t, ["0457300000000332"]).safeParse(form);
  return read.success ? {} : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message]));
};

test("letters are ordered for one street or for another choice, and what contradicts itself is asked about", () => {
  expect(problems({ choice: "street", street: "0457300000000332" })).toEqual({});
  expect(problems({ choice: "neighbourhood", street: "", secondLocale: "en" })).toEqual({});
  expect(problems({ choice: "requested", street: "0457300000000332" })).toEqual({ choice: t("newLetters.streetNotChosen") });
  expect(problems({ choice: "street", street: "" })).toEqual({ street: t("newLetters.streetMissing") });
  expect(problems({ choice: "street", street: "0457300000000999" })).toEqual({ street: t("newLetters.streetMissing") });
});
