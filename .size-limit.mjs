import { pages } from "./scripts/page-weight.mjs";

// Every page of the build, except that the map's library comes on top where a page asks for it later. The page of the map
// carries what holds the map besides.
export default pages().map(({ path, scripts }) => ({ name: path, path: scripts, limit: path === "/kaart" ? "135 kB" : "130 kB", gzip: true }));
