import { pages } from "./scripts/page-weight.mjs";

// Every page of the build, except that the map's library comes on top where a page asks for it later.
export default pages().map(({ path, scripts }) => ({ name: path, path: scripts, limit: "130 kB", gzip: true }));
