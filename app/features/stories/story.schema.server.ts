import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences } from "../../../db/schema/people.ts";
import { storyIndicators } from "../../../db/schema/sharing.ts";

type Words = TFunction<"stories">;

// A form sends line ends as two characters; the database counts one.
const body = (t: Words) =>
  z
    .string(t("errors.body"))
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, t("errors.body")).max(2000, t("errors.long", { most: 2000 })));

/** What a story says, and beside which figure of the neighbourhood. */
export const storyText = (t: Words) =>
  z.object({
    indicator: z.enum(storyIndicators, { error: t("errors.indicator") }),
    title: z.string(t("errors.title")).trim().min(3, t("errors.title")).max(120, t("errors.long", { most: 120 })),
    body: body(t),
  });

export const storyAudience = (t: Words) => z.object({ audience: z.enum(audiences, { error: t("errors.audience") }) });

/** A new story with who may see it; its id is made with the form, so that sending it twice keeps one. */
export const newStory = (t: Words) => storyText(t).extend({ id: z.uuid().optional(), ...storyAudience(t).shape });

export type StoryText = z.output<ReturnType<typeof storyText>>;
export type NewStory = z.output<ReturnType<typeof newStory>>;
