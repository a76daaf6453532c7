/** What hosts, guests and front-runners of the sample say. None of it names anybody or anything by which a home is known. */
export const hostNotes = [
  "We laten zien hoe het werkt, wat het kostte en wat we een volgende keer anders zouden doen.",
  "Kom gerust voelen hoe warm het is. Vragen over geld mag ook.",
  "Je hoort hier hoe stil het is. Neem je eigen rekening mee, dan rekenen we het samen na.",
  "We hebben alle offertes bewaard. Je mag ze inkijken.",
];
export const houseRules = ["Schoenen uit in de gang, koffie staat klaar.", "Kinderen zijn welkom. Liever geen foto's binnen.", "De trap is steil: houd de leuning vast.", null];
export const guestLines = [
  "Wij denken hier ook over. Mogen we horen hoe het in de winter bevalt?",
  "Ik wil graag zien hoeveel plek het inneemt. Een kwartiertje is genoeg.",
  "Hoe ging het met de vergunning? Ik neem mijn vragen op papier mee.",
  "Mijn huis is ongeveer net zo oud. Wat zou jij als eerste doen?",
];
export const badgeLines = [
  "Twee winters ervaring. Ik vertel ook wat tegenviel.",
  "Ik heb het zelf gedaan, met hulp van een handige zwager.",
  "Vraag mij gerust naar subsidie: dat formulier ken ik nu wel.",
  "Ik kan laten zien hoe je de app leest.",
];
export const kindYes = "Leuk dat je komt! Bel aan, wij zitten in de achterkamer.";
export const kindNo = "Die dag hebben we een verjaardag. In januari staan we weer open.";
export const calledOff = "Helaas, we zijn ziek geworden. Vraag het over een paar weken nog eens.";
export const thanksOfGuest = "Veel geleerd, vooral over het inregelen. Fijn dat we mochten kijken.";
export const route = { title: "Warme huizen, open deuren", note: "Loop langs bij buren die hun huis hebben aangepakt. Begin waar je wilt; bij elk huis is er iemand die vertelt." };
