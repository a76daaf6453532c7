import { describe, expect, it } from "vitest";
import { parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { measureExperience } from "./measure.schema.server.ts";

const sent = (gas: string) => parseForm(measureExperience(serverT("nl", "measures")), new URLSearchParams({ gasBeforeM3: gas }));

describe("use in numbers", () => {
  it.each([["1500", 1500], ["1.500", 1500], [" 1.500 ", 1500], ["0", 0], ["", null]])("reads %o as a Dutch number", (gas, expected) => {
    const form = sent(gas);
    expect(form.ok && form.value.gasBeforeM3).toBe(expected);
  });

  it.each(["1,5", "1.5", "1.50", "veel", "-1", "20.001", "1e3x"])("refuses %o and keeps what was typed", (gas) => {
    const form = sent(gas);
    expect(form.ok).toBe(false);
    expect(form.values.gasBeforeM3).toBe(gas);
    expect(!form.ok && form.errors.gasBeforeM3).toMatch(/\d/);
  });
});
