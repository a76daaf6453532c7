import type { FormErrors } from "../../../http/parse-form.server.ts";

/** Thrown by the writing of an entry that was read well and cannot be now; says what, beside which field. Nothing is kept. */
export class NotEntered extends Error {
  constructor(readonly errors: FormErrors) {
    super("an entry that cannot be now");
  }
}
