import type { SampleHousehold } from "./household.ts";

/** Households of one block of flats in a neighbourhood, four at least, who read Dutch and made their first visit. */
export function flatTogether(households: readonly SampleHousehold[], neighbourhoodCode: string): SampleHousehold[] {
  const welcomed = households.filter(({ people: [first], audiences, neighbourhoodCode: code }) => first.locale === "nl" && first.involvement !== null && audiences.includes("building") && code === neighbourhoodCode);
  const flats = [...new Set(welcomed.map(({ buildingId }) => buildingId))].map((id) => welcomed.filter(({ buildingId }) => buildingId === id));
  const flat = flats.find((homes) => homes.length >= 4);
  if (!flat) throw new Error("No block of flats in the sample has four households");
  return flat;
}
