import { z } from "zod";
import { locales } from "../../../db/schema/auth.ts";
import type { RoleName } from "../../../db/schema/people.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { emailField } from "../session/email.schema.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { managerKinds } from "./manager-kinds.ts";
import { dayAfter, today } from "./role-days.ts";

/** The last day of a role: today at the earliest, two years ahead at most. */
function lastDay(viewer: AccountViewer) {
  const t = serverT(viewer.locale, "roles");
  return z
    .string({ error: t("form.endWrong") })
    .pipe(z.iso.date(t("form.endWrong")))
    .refine((day) => day >= today(), t("form.endPast"))
    .refine((day) => day <= dayAfter({ years: 2 }), t("form.endFar"));
}

/** Whom somebody invites, in which language, from when until when; the place is checked by itself. */
export function inviteSchema(viewer: AccountViewer, roles: readonly RoleName[]) {
  const t = serverT(viewer.locale, "roles");
  return z
    .object({
      role: z.enum(roles as [RoleName, ...RoleName[]], { error: t("form.roleMissing") }),
      place: optionalField(z.string().max(20)),
      of: optionalField(z.enum(["street", "building"])),
      street: optionalField(z.string().max(60)),
      postcode: optionalField(z.string().max(10).transform((typed) => typed.replaceAll(/\s/g, "").toUpperCase())),
      number: optionalField(z.string().max(15)),
      organisationKind: optionalField(z.enum(managerKinds)),
      organisationName: optionalField(z.string().max(200).transform((typed) => typed.trim().replaceAll(/\s+/g, " ")).pipe(z.string().min(2, t("form.organisationMissing")).max(80, t("form.organisationLong")))),
      email: emailField(viewer.locale),
      locale: z.enum(locales, { error: t("form.localeMissing") }),
      startsOn: z
        .string({ error: t("form.startWrong") })
        .pipe(z.iso.date(t("form.startWrong")))
        .refine((day) => day >= today(), t("form.startPast")),
      endsOn: lastDay(viewer),
    })
    .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ["endsOn"], message: t("form.endBeforeStart") });
}

/** Another last day for a role. */
export function extendSchema(viewer: AccountViewer) {
  return z.object({ endsOn: lastDay(viewer) });
}
