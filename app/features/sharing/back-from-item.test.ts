import { expect, test } from "vitest";
import { backFromItem } from "./back-from-item.server.ts";

const here = "http://buurhof.test/maatregelen/1";
const back = (referer: string | null, own = false) => backFromItem(new Request(here, { headers: referer === null ? {} : { referer } }), "nl", own);

test.each([
  ["http://buurhof.test/kaart?weergave=lijst&soort=heat_pump", "/kaart?weergave=lijst&soort=heat_pump", "Terug naar de kaart"],
  ["http://buurhof.test/mijn-huis/maatregel/cavity_wall?verbruik=1200", "/mijn-huis/maatregel/cavity_wall?verbruik=1200", "Terug naar Mijn huis"],
  ["http://buurhof.test/buurt/profiel", "/buurt/profiel", "Terug naar het wijkprofiel"],
  ["http://buurhof.test/buurt", "/buurt", "Terug naar de buurt"],
])("who came from %s goes back there", (referer, to, words) => {
  expect(back(referer)).toEqual({ to, words });
});

test.each([null, "", "geen adres", "http://elders.test/kaart", "http://buurhof.test/maatregelen/1", "http://buurhof.test/kaartdata", "http://buurhof.test//elders.test"])("who came from %s goes where such a thing is at home", (referer) => {
  expect(back(referer).to).toBe("/buurt");
  expect(back(referer, true)).toEqual({ to: "/mijn-huis", words: "Terug naar Mijn huis" });
});
