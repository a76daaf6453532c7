// Production: settings come from the environment; what is missing is said in one line.
process.env.NODE_ENV = "production";
process.env.APP_MODE ??= "production";
try {
  const { start } = await import("../build/server/index.js");
  await start();
  console.log(`listening on ${process.env.HOST ?? "all addresses"}, port ${process.env.PORT ?? 3000}`);
} catch (error) {
  if (error.code === "ERR_MODULE_NOT_FOUND" && String(error.message).includes("build/server")) console.error("There is no build yet: run `npm ci && npm run build` first.");
  else console.error(error.message);
  process.exit(1);
}
