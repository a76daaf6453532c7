import type { Locale } from "../../../db/schema/choices.ts";

/**
 * The text above the signature on the paper form, by the version that is printed at its foot. A changed text is a new
 * version; earlier ones stay, because a form that was signed counts for {@link formDays} days.
 */
export const paperForms = {
  "2026-1": {
    nl: "Ik vraag een contactpersoon of een medewerker van de coöperatie om voor mij in te vullen wat op dit formulier staat. Buren zien het als “iemand uit de straat”, en bij welk huis of gebouw het hoort. Wie het ziet, heb ik hierboven aangekruist. Wie helpt, ziet wat er voor mij is ingevuld, alleen tijdens het invullen. Ik mag elk moment stoppen of iets laten veranderen: ik bel dan de coöperatie of vraag het wie mij hielp. Dan ziet niemand het meer, en na 7 dagen is het gewist.",
    en: "I ask a contact person or somebody of the cooperative to enter for me what is on this form. Neighbours see it as “somebody in the street”, and to which house or building it belongs. I have ticked above who may see it. Whoever helps me sees what was entered for me, only while entering it. I can stop or have something changed at any moment: I then call the cooperative or ask whoever helped me. Nobody sees it any more then, and after 7 days it is erased.",
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type FormVersion = keyof typeof paperForms;
export const formVersions = Object.keys(paperForms) as [FormVersion, ...FormVersion[]];
/** The version that is printed now. */
export const currentForm: FormVersion = "2026-1";
/** Days after its date in which a signed form can be used. */
export const formDays = 30;
