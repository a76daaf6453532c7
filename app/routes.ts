import { route } from "@remix-run/route-config";
import { flatRoutes } from "@remix-run/fs-routes";

// The two bare pages of the benchmark exist only in its own build.
const bare = process.env.BENCH
  ? [route("bench/leeg", "../tests/bench/bare-empty.tsx"), route("bench/lijst", "../tests/bench/bare-list.tsx")]
  : [];

export default [...(await flatRoutes({ ignoredRouteFiles: ["**/*.test.*"] })), ...bare];
