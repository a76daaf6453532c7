import { z } from "zod";

/** A neighbourhood, and whether everybody may see its figures as far as this side is concerned. */
export const publicitySchema = z.object({ buurt: z.string().regex(/^BU\w{8}$/), iedereen: z.enum(["ja", "nee"]).transform((answer) => answer === "ja") });
