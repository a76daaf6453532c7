import type { TFunction } from "i18next";
import { z } from "zod";

export const longestMessage = 2000;

/** What somebody writes to a neighbour. A form sends line ends as two characters; the database counts one. */
export const messageForm = (t: TFunction<"threads">) =>
  z.object({
    id: z.uuid().optional(),
    body: z
      .string(t("errors.body"))
      .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
      .pipe(z.string().min(1, t("errors.body")).max(longestMessage, t("errors.long", { most: longestMessage }))),
  });

/** `id` is made with the form, so that sending it twice keeps one. */
export type NewMessage = z.output<ReturnType<typeof messageForm>>;
