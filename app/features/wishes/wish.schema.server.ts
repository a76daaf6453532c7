import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences } from "../../../db/schema/people.ts";
import { horizons, obstacles } from "../../../db/schema/sharing.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { measureKinds } from "../measures/catalogue.ts";

type Words = TFunction<"wishes">;

/** Made with the form, so that sending it twice keeps one wish. */
const sentId = z.uuid().optional();
const note = (t: Words) => optionalField(z.string().trim().max(2000, t("errors.long", { most: 2000 })));

/** A wish for the own home: which measure, when, and what holds somebody back. */
export const homeWish = (t: Words) =>
  z.object({
    id: sentId,
    kind: z.enum(measureKinds, { error: t("errors.kind") }),
    horizon: optionalField(z.enum(horizons, { error: t("errors.choose") })),
    holdingBack: z.preprocess((value) => value ?? [], z.array(z.enum(obstacles, { error: t("errors.choose") })).max(obstacles.length)),
    note: note(t),
  });

/** A wish for the neighbourhood: a dream that others can join. */
export const neighbourhoodWish = (t: Words) =>
  z.object({
    id: sentId,
    title: z.string(t("errors.title")).trim().min(3, t("errors.title")).max(120, t("errors.long", { most: 120 })),
    note: note(t),
  });

export const wishAudience = (t: Words) => z.object({ audience: z.enum(audiences, { error: t("errors.audience") }) });

type HomeWish = { scope: "home" } & Pick<z.output<ReturnType<typeof homeWish>>, "kind"> & Partial<z.output<ReturnType<typeof homeWish>>>;
type NeighbourhoodWish = { scope: "neighbourhood" } & Pick<z.output<ReturnType<typeof neighbourhoodWish>>, "title"> &
  Partial<z.output<ReturnType<typeof neighbourhoodWish>>>;
/** Everything of a wish, as a verb takes it. */
export type WishInput = (HomeWish | NeighbourhoodWish) & Partial<z.output<ReturnType<typeof wishAudience>>>;
