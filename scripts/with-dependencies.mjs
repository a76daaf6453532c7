import { installDependencies, run } from "./dependencies.mjs";

// Runs a command of the project on a fresh clone too: node scripts/with-dependencies.mjs <command> …
installDependencies();
const [command, ...args] = process.argv.slice(2);
run("npx", ["--no-install", command, ...args]);
