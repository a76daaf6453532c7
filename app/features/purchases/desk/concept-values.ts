import type { FormValues } from "../../../http/parse-form.server.ts";
import { typedEuros } from "./amounts.ts";
import type { DeskPurchase, DeskRules } from "./desk-purchases.server.ts";

/** The rules as their form has them. */
export function valuesOfRules(rules: DeskRules): FormValues {
  return {
    drempel: String(rules.threshold), capaciteit: rules.capacity === null ? "" : String(rules.capacity), "laatste-dag": rules.deadline, onder: rules.below, "verlengd-tot": rules.prolongUntil ?? "",
    terugtrekken: rules.withdrawal, bedenktijd: rules.coolingOffFrom, partij: rules.contractingParty, provisie: rules.commission, criteria: rules.criteria, belangen: rules.interests, velden: rules.supplierFields,
    bewaren: rules.keepUntil, vanaf: rules.tiers.map(({ fromOrders }) => String(fromOrders)), prijs: rules.tiers.map(({ cents }) => typedEuros(cents)), btw: rules.tiers.map(({ vatCents }) => typedEuros(vatCents)),
  };
}

/** A concept as its form has it. */
export function valuesOfConcept(concept: DeskPurchase): FormValues {
  return {
    ...valuesOfRules(concept.rules),
    titel: concept.title, tekst: concept.body ?? "", soorten: concept.kinds, buurten: concept.neighbourhoods.map(({ code }) => code), woningen: concept.dwellingTypes,
    voor: [...(concept.forOwners ? ["owners"] : []), ...(concept.forTenants ? ["tenants"] : [])], ronde: String(concept.round),
    vraag: concept.checks.map(({ question }) => question), soort: concept.checks.map(({ kind }) => kind),
  };
}
