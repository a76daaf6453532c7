import { homes } from "./people.ts";
import * as ways from "./ways.ts";
import { behind, type Way } from "./ways.ts";

const ownQuestion = (after = "") => behind("last", "/mijn-huis", "/vragen/", after);
/** A question of a neighbour, with an outcome. */
export const askedByNeighbour = (after = "") => behind("last", "/vragen?staat=beantwoord", "/vragen/", after);

/** The pages of questions and answers, as the first of the demo sees them. */
export const questionPages: Record<string, string | Way> = {
  "vragen._index": "/vragen",
  "vragen._index uitgezocht": "/vragen?staat=uitgezocht",
  "vragen._index beantwoord": "/vragen?staat=beantwoord",
  "vragen._index geparkeerd": "/vragen?staat=geparkeerd",
  "vragen._index gezocht": "/vragen?zoek=glaszeter&soort=glazing",
  "vragen._index niets": "/vragen?staat=geparkeerd&zoek=vliegtuig",
  "kaart vragen": "/kaart?wat=vraag",
  "kaart plek": `/kaart?plek=${homes.bewoner.streetId}`,
  "kaart geen-vragen": "/kaart?weergave=lijst&wat=vraag&soort=heat_network",
  "weten._index": "/weten",
  "weten.$kind": "/weten/solar_panels",
  "weten.$kind niets": "/weten/shower_heat_recovery",
  "weten.$kind klopt-nog": "/weten/low_temperature_radiators",
  "weten.$kind niet-gevonden": "/weten/kernenergie",
  "vragen.nieuw onderwerp": "/vragen/nieuw?soort=solar_panels",
  "vragen.nieuw titel": "/vragen/nieuw",
  "vragen.nieuw fout": "/vragen/nieuw?titel=a",
  "vragen.nieuw lijkt-op": "/vragen/nieuw?titel=Ken+je+een+glaszetter",
  "vragen.nieuw rest": "/vragen/nieuw?titel=Ken+je+een+glaszetter&verder",
  "vragen.$id._index eigen": ownQuestion(),
  "vragen.$id._index van-buur": askedByNeighbour(),
  "vragen.$id._index uitkomst": behind("first", "/vragen?zoek=kruipruimte&staat=beantwoord", "/vragen/"),
  "vragen.$id._index klopt-nog": behind("first", "/vragen?zoek=radiatoren&staat=beantwoord", "/vragen/"),
  "vragen.$id._index uitgezocht": behind("first", "/vragen?staat=uitgezocht", "/vragen/"),
  "vragen.$id._index geparkeerd": behind("first", "/vragen?staat=geparkeerd", "/vragen/"),
  "vragen.$id.uitzoeken": behind("last", "/vragen", "/vragen/", "/uitzoeken"),
  "vragen.$id.uitkomst": behind("first", "/vragen?staat=uitgezocht", "/vragen/", "/uitkomst"),
  "vragen.$id.parkeren": ownQuestion("/parkeren"),
  "vragen.$id.samenvoegen": ownQuestion("/samenvoegen"),
  "vragen.$id.foto._index": ownQuestion("/foto"),
  "vragen.$id.antwoord": askedByNeighbour("/antwoord"),
  "vragen.$id.wijzigen": ownQuestion("/wijzigen"),
  "vragen.$id.publiek": ownQuestion("/publiek"),
  "vragen.$id.intrekking": ownQuestion("/intrekking"),
  "vragen.$id.melden": askedByNeighbour("/melden"),
  "vragen.$id.blokkeren": askedByNeighbour("/blokkeren"),
  "antwoorden.$id.melden": ways.answerBehind("/vragen?staat=beantwoord", "melden"),
  "antwoorden.$id.blokkeren": ways.answerBehind("/vragen?staat=beantwoord", "blokkeren"),
  "antwoorden.$id.wijzigen": ways.answerBehind("/vragen?zoek=condens", "wijzigen"),
  "antwoorden.$id.intrekking": ways.answerBehind("/vragen?zoek=condens", "intrekking"),
};
