import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { address, dwelling, municipality, neighbourhood, street, streetInNeighbourhood } from "../../../db/schema/register.ts";
import type { RoleName } from "../../../db/schema/people.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import type { FormErrors } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type Desk, placesAt } from "./desk.ts";
import type { GivenRole } from "./invite-to-role.server.ts";

export type InvitedPlaces = { places: { code: string; name: string }[]; streets: { value: string; name: string }[] };

/** Where somebody at a desk may give roles; a street is named by its id and its neighbourhood. */
export async function invitedPlaces(viewer: AccountViewer, desk: Desk): Promise<InvitedPlaces> {
  const codes = [...placesAt(desk, viewer)];
  return asViewer(viewer, async (tx) => {
    if (desk === "gemeente") {
      return { places: await tx.select({ code: municipality.code, name: municipality.name }).from(municipality).where(inArray(municipality.code, codes)).orderBy(asc(municipality.name)), streets: [] };
    }
    const places = await tx.select({ code: neighbourhood.code, name: neighbourhood.name }).from(neighbourhood).where(inArray(neighbourhood.code, codes)).orderBy(asc(neighbourhood.name));
    const streets = await tx
      .select({ id: street.id, name: street.name, code: streetInNeighbourhood.neighbourhoodCode, place: neighbourhood.name })
      .from(streetInNeighbourhood)
      .innerJoin(street, eq(street.id, streetInNeighbourhood.streetId))
      .innerJoin(neighbourhood, eq(neighbourhood.code, streetInNeighbourhood.neighbourhoodCode))
      .where(inArray(streetInNeighbourhood.neighbourhoodCode, codes))
      .orderBy(asc(street.name), asc(neighbourhood.name));
    return { places, streets: streets.map(({ id, name, code, place }) => ({ value: `${id} ${code}`, name: places.length > 1 ? `${name} (${place})` : name })) };
  });
}

type Typed = { role: RoleName; place: string | null; of: "street" | "building" | null; street: string | null; postcode: string | null; number: string | null };
const nowhere = { neighbourhoodCode: null, municipalityCode: null, streetId: null, buildingId: null };
type Place = Pick<GivenRole, "neighbourhoodCode" | "municipalityCode" | "streetId" | "buildingId">;

/** The place that a form of an invitation is about, or which field is wrong: somewhere else does not exist. */
export async function invitedPlace(viewer: AccountViewer, desk: Desk, typed: Typed): Promise<{ place: Place } | { errors: FormErrors }> {
  const t = serverT(viewer.locale, "roles");
  const codes = placesAt(desk, viewer);
  if (typed.role === "property_manager") return buildingOf(viewer, codes, typed);
  if (typed.role !== "contact_person") {
    const code = typed.place ?? (codes.length === 1 ? codes[0]! : "");
    if (!codes.includes(code)) return { errors: { place: t("form.placeMissing") } };
    return { place: { ...nowhere, ...(desk === "gemeente" ? { municipalityCode: code } : { neighbourhoodCode: code }) } };
  }
  if (typed.of === null) return { errors: { of: t("form.ofMissing") } };
  if (typed.of === "street") {
    const known = (await invitedPlaces(viewer, desk)).streets.find(({ value }) => value === typed.street);
    if (!known) return { errors: { street: t("form.streetMissing") } };
    const [streetId, neighbourhoodCode] = known.value.split(" ") as [string, string];
    return { place: { ...nowhere, neighbourhoodCode, streetId } };
  }
  return buildingOf(viewer, codes, typed);
}

async function buildingOf(viewer: AccountViewer, codes: readonly string[], typed: Typed): Promise<{ place: Place } | { errors: FormErrors }> {
  const t = serverT(viewer.locale, "roles");
  const number = Number.parseInt(typed.number ?? "", 10);
  if (!typed.postcode || !Number.isSafeInteger(number) || number > 99_999) return { errors: { postcode: t("form.addressMissing") } };
  const [home] = await asViewer(viewer, (tx) =>
    tx
      .select({ buildingId: dwelling.buildingId, neighbourhoodCode: dwelling.neighbourhoodCode })
      .from(address)
      .innerJoin(dwelling, eq(dwelling.id, address.dwellingId))
      .where(and(eq(address.postcode, typed.postcode!), eq(address.houseNumber, number), isNull(address.endedOn), isNull(dwelling.endedOn), inArray(dwelling.neighbourhoodCode, [...codes])))
      .orderBy(asc(dwelling.id))
      .limit(1),
  );
  if (!home?.buildingId) return { errors: { postcode: t("form.addressUnknown") } };
  return { place: { ...nowhere, neighbourhoodCode: home.neighbourhoodCode, buildingId: home.buildingId } };
}
