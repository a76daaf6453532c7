/** Where the data of a neighbourhood's map come from: what everybody may know, by version, and what is shared with me. */
export function mapUrls({ neighbourhoodCode, version }: { neighbourhoodCode: string; version: string }) {
  return { dataUrl: `/kaartdata/${neighbourhoodCode}/${version}.json`, overlayUrl: `/kaartlagen/${neighbourhoodCode}/gedeeld.json` };
}
