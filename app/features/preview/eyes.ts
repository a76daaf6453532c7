/** With whose eyes one can look at what one shares. */
export const eyes = ["building", "street", "neighbourhood", "moderator", "municipality"] as const;
export type Eyes = (typeof eyes)[number];

/** How the address of the page says it: `/toestemmingen/bekijk-als?als=straat`. */
export const eyesInAddress = { building: "gebouw", street: "straat", neighbourhood: "buurt", moderator: "beheerder", municipality: "gemeente" } as const satisfies Record<Eyes, string>;
