import "../features/map/map.css";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { readMapPage } from "../features/map/map-page.server.ts";
import { mapUrl } from "../features/map/filters.ts";
import { mapCodeUrl } from "../features/map/map-code.server.ts";
import { mapUrls } from "../features/map/map-urls.ts";
import { MapWithList } from "../features/map/map-with-list.tsx";
import { onlyAddress } from "../features/map/search-addresses.server.ts";
import { configuredTiles } from "../features/map/tiles.server.ts";
import { layerDate } from "../features/map/layer-date.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireResident(args);
  const query = new URL(args.request.url).searchParams;
  const page = await asViewer(viewer, (tx) => readMapPage(tx, viewer, query));
  const only = onlyAddress(page.found);
  if (only) throw redirect(mapUrl(query, { huis: only, zoek: null }));
  const t = serverT(viewer.locale, "map");
  const list = query.get("weergave") === "lijst";
  return {
    ...wordsFor(viewer.locale, "map", "catalogue", ...(page.spot ? (["questions"] as const) : [])),
    title: `${t(list ? "listTitle" : "title", { name: page.neighbourhoodName })} · Buurhof`,
    list,
    page,
    tiles: configuredTiles(),
    layerDate: page.layer && (await layerDate(page.layer.layer)),
    code: list ? null : mapCodeUrl(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { dataUrl, overlayUrl } = mapUrls(data.page);
  // The map's code and data are on their way before this page's own code runs.
  const ahead = data.list ? [] : [dataUrl, overlayUrl].map((href) => ({ tagName: "link", rel: "preload", as: "fetch", href, crossOrigin: "anonymous" }));
  const code = data.code ? [{ tagName: "link", rel: "modulepreload", href: data.code }] : [];
  return [{ title: data.title }, ...code, ...ahead];
};

export default function MapRoute() {
  const { page, tiles, layerDate } = useLoaderData<typeof loader>();
  return <MapWithList page={page} tiles={tiles} layerDate={layerDate} />;
}
