import type { figures as nl } from "../nl/figures.ts";
import type { Translation } from "../translation.ts";

export const figures: Translation<typeof nl> = {
  source: "Source: {{publisher}}, “{{title}}” ({{date}}).",
  noDate: "without a date",
  lookUp: "Look it up",
  version: "Our list of figures: version {{version}}.",
  m3: "{{amount}} m³ of gas",
  m3Range: "{{low}} to {{high}} m³ of gas",
  traits: { type: "kind of home", period: "period of building", label: "energy label", area: "floor area (m²)" },
  leftOut: {
    unknown: "Not counted: {{trait}}. We don't know that of your home.",
    expired: "Not counted: {{trait}}. It is no longer valid.",
    noLine: "Not counted: {{trait}}. The source has no figure for your home that we can read with certainty.",
  },
  typical: {
    title: "Gas in homes like yours",
    before: "For heating in {{year}}, homes like yours used on average",
    after: "a year.",
    none: "We know too little of your home to say what homes like yours use.",
    how: "How we come to this",
    howText: "Your home belongs to these groups. This is the average of each. We show the lowest and the highest.",
    line: "{{trait}}: {{class}}, {{amount}} m³ a year ({{table}})",
    note: "These are averages of the whole country. The source was made for municipalities and says nothing certain about one home. What you use also depends on how you heat and how many you are.",
  },
};
