import type { StockKind } from "./stock.ts";

/** What two neighbours write to each other about a measure: who asks begins, and then they take turns. */
export const threadsOf: readonly { kind: StockKind; daysAgo: number; with: "resident" | "neighbour" | "others"; said: readonly string[] }[] = [
  {
    kind: "heat_pump_hybrid",
    daysAgo: 9,
    with: "resident",
    said: [
      "Hoi! Wij twijfelen ook over een hybride. Hoor je de buitenunit als je in de tuin zit?",
      "Als het hard vriest hoor je hem zoemen, anders niet. We zetten hem ’s nachts op stil.",
      "Fijn om te weten. Moest je radiatoren vervangen?",
    ],
  },
  { kind: "solar_panels", daysAgo: 23, with: "resident", said: ["Hebben jullie de omvormer op zolder? Wordt het daar niet te warm?", "Op zolder, aan de noordkant. In de zomer wordt het warm, maar hij heeft nog nooit gestoord."] },
  { kind: "glazing", daysAgo: 4, with: "neighbour", said: ["Dag, wij krijgen binnenkort ook ander glas. Hoe lang zaten jullie zonder ramen?"] },
  { kind: "floor_insulation", daysAgo: 40, with: "others", said: ["Kon je gewoon in huis blijven tijdens het isoleren?", "Ja, ze waren in een ochtend klaar. Alleen het luik moest open."] },
  { kind: "ventilation", daysAgo: 65, with: "others", said: ["Hoor je de ventilatie in de slaapkamer?", "Op stand 1 niet. Op 3 wel, maar die gebruiken we alleen na het douchen.", "Dank je wel!"] },
];
