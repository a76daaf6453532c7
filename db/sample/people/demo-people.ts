/** A fixed resident of the demo and where they live. */
export interface DemoResident {
  email: string;
  firstName: string;
  home: { street: string; number: number };
}

/**
 * The people that the demo logs in as. Their second steps are printed for everyone to read, so these accounts exist in the
 * sample only.
 */
export const demoPeople = {
  resident: { email: "bewoner@voorbeeld.test", firstName: "Noor", home: { street: "Wevershof", number: 12 } },
  neighbour: { email: "buur@voorbeeld.test", firstName: "Willem", home: { street: "Kastanjelaan", number: 43 } },
  moderator: { email: "moderator@voorbeeld.test", shownName: "Marjan van de coöperatie", totpSecret: "BUURHOFVOORBEELDBEHEER2345ABCDEF" },
  /** Not printed by the demo: decides on objections to what the first decided. */
  secondModerator: { email: "moderator.twee@voorbeeld.test", totpSecret: "BUURHOFVOORBEELDTWEEDE2345ABCDEF" },
  /** Answers for one block of flats. */
  manager: { email: "verhuurder@voorbeeld.test" },
  official: { email: "gemeente@voorbeeld.test", totpSecret: "BUURHOFVOORBEELDGEMEENTE234ABCDE" },
} as const satisfies Record<string, DemoResident | { email: string; totpSecret?: string; shownName?: string }>;
