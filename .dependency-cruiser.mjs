/**
 * Which module may know which; the reasons are in docs/principles.md.
 * @type {import("dependency-cruiser").IConfiguration}
 */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:|build/server/index\\.js$" } },
    {
      name: "database-knows-no-app",
      comment: "Access is decided in the database; it must not lean on the code that it guards.",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/sample/|\\.test\\.ts$" },
      to: { path: "^(app|emails)/" },
    },
    {
      name: "doors-only",
      comment: "Features reach the database through asViewer, asAuth, asWorker and asInsights; a connection would pass the policies.",
      severity: "error",
      from: { path: "^(app|emails)/", pathNot: "^app/(worker|server|main\\.server)\\.ts$|^app/features/neighbourhood/import/|\\.test\\.tsx?$" },
      to: { path: "^db/(connection|client\\.server|migrate|copy\\.server)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-driver-in-app",
      severity: "error",
      from: { path: "^(app|emails)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "node_modules/(postgres|@electric-sql)/" },
    },
    {
      name: "features-by-the-front-door",
      comment: "Another feature's queries, verbs and components are for everybody; its subfolders are its own.",
      severity: "error",
      from: { path: "^app/features/([^/]+)/" },
      to: { path: "^app/features/[^/]+/[^/]+/", pathNot: "^app/features/$1/" },
    },
    { name: "shared-code-knows-no-domain", severity: "error", from: { path: "^app/(ui|http|i18n)/", pathNot: "\\.test\\.tsx?$" }, to: { path: "^app/(features|routes|jobs)/" } },
    { name: "features-know-no-pages", severity: "error", from: { path: "^(app/(features|ui|http|jobs)|emails)/", pathNot: "\\.test\\.tsx?$" }, to: { path: "^app/routes/" } },
    { name: "pages-know-no-pages", severity: "error", from: { path: "^app/routes/" }, to: { path: "^app/routes/", dependencyTypesNot: ["type-only"] } },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { path: "^(app|db|emails|scripts)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/|\\.test\\.tsx?$", pathNot: "^tests/support/(find-chromium|ensure-postgres)\\.mjs$" },
    },
    { name: "no-development-packages", severity: "error", from: { path: "^(app|db|emails)/", pathNot: "\\.test\\.tsx?$" }, to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    exclude: { path: "^(build|node_modules|\\.data)/" },
  },
};
