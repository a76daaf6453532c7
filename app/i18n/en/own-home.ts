import type { ownHome as nl } from "../nl/own-home.ts";
import type { Translation } from "../translation.ts";

export const ownHome: Translation<typeof nl> = {
  link: "Is something not right?",
  byYou: "According to you. The register says: {{register}}.",
  undo: "Back to what the register says",
  undoOf: "Back to what the register says: {{fact}}",
  undone: "{{fact}} is as the register says again.",
  saved: "Saved. Only your household sees this.",
  title: "Is something not right?",
  intro: "Say here what your home is like. Leave empty what the register has right.",
  onlyYou:
    "This is for your household only. We use it on My home, to compare with homes like yours, and for what a measure could mean for your home. Neighbours, moderators and the municipality don't see it, and it doesn't change the register.",
  back: "My home",
  facts: { dwellingType: "Kind of home", builtYear: "Year built", areaM2: "Floor area (m²)", energyClass: "Energy label" },
  register: "The register says: {{value}} ({{source}}).",
  derived: "Derived from the register: {{value}} ({{source}}).",
  unknown: "unknown",
  noneKnown: "no label known",
  noLabel: "My home has no label",
  noLabelShort: "No label",
  expired: "{{class}}, expired",
  bag: "BAG, {{date}}",
  bagNoDate: "BAG",
  epOnline: "EP-Online",
  epOnlineOf: "EP-Online, {{date}}",
  asRegister: "As the register says",
  areaHint: "The area that you can live in, as in a deed of sale or a rental contract.",
  save: "Save",
  mend: {
    title: "Have the register mended too?",
    bag: "Year built and floor area are from the BAG, which your municipality keeps. Tell your municipality what is not right and ask for a “terugmelding” on the BAG. The municipality finds out. Once mended, you will see it here when we read the register again. The kind of home we derive ourselves from the shape of the building and the buildings beside it.",
    label: "An energy label changes only when a home is assessed anew. Is your label not right? Ask the energy adviser who assessed it. If that doesn't help, the Netherlands Enterprise Agency (RVO), which keeps the register, does.",
  },
  errors: {
    choose: "Choose one of the options.",
    builtYear: "Fill in the year built as a year from {{from}} up to and including {{to}}, such as 1935.",
    areaM2: "Fill in the floor area as a whole number from {{from}} up to and including {{to}} m².",
  },
};
