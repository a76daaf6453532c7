import { mostJavaScript, pages } from "./scripts/page-weight.mjs";

export default pages().map(({ path, scripts }) => ({ name: path, path: scripts, limit: `${mostJavaScript(path)} kB`, gzip: true }));
