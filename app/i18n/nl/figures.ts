export const figures = {
  source: "Bron: {{publisher}}, “{{title}}” ({{date}}).",
  noDate: "zonder datum",
  lookUp: "Zoek het op",
  version: "Onze lijst met cijfers: versie {{version}}.",
  m3: "{{amount}} m³ gas",
  m3Range: "{{low}} tot {{high}} m³ gas",
  traits: { type: "soort woning", period: "bouwperiode", label: "energielabel", area: "oppervlakte (m²)" },
  leftOut: {
    unknown: "Niet meegeteld: {{trait}}. Dat weten we niet van jouw huis.",
    expired: "Niet meegeteld: {{trait}}. Dat is niet meer geldig.",
    noLine: "Niet meegeteld: {{trait}}. De bron heeft voor jouw huis geen cijfer dat we zeker kunnen lezen.",
  },
  typical: {
    title: "Gas in huizen zoals het jouwe",
    before: "Huizen zoals het jouwe gebruikten voor verwarming in {{year}} gemiddeld",
    after: "per jaar.",
    none: "We weten te weinig van je huis om te zeggen wat huizen zoals het jouwe gebruiken.",
    how: "Zo komen we hieraan",
    howText: "Je huis hoort bij deze groepen. Van elke groep is dit het gemiddelde. We laten het laagste en het hoogste zien.",
    line: "{{trait}}: {{class}}, {{amount}} m³ per jaar ({{table}})",
    note: "Dit zijn gemiddelden van heel Nederland. De bron is gemaakt voor gemeenten en zegt niets zeker over één huis. Hoeveel jullie gebruiken, hangt ook af van hoe je stookt en met hoeveel je bent.",
  },
} as const;
