import { readFileSync, renameSync, writeFileSync } from "node:fs";

// Runs after every install. A statement on a connection that the server has closed makes postgres 3.4.9 write to a socket
// that is no longer there, outside of any promise: a restart of the database would end our process. The driver's own issue
// is https://github.com/porsager/postgres/issues/1208. Mended, the statement is refused like every other on a closed
// connection. Remove this, and the postinstall in package.json, with a version that does so itself.
const file = "node_modules/postgres/src/connection.js";
const broken = `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`;
const mended = `  function nextWrite(fn) {
    if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      query = null
      return false
    }
    const x = socket.write(chunk, fn)`;

const source = readFileSync(file, "utf8");
if (!source.includes(mended)) {
  if (!source.includes(broken)) throw new Error(`${file} is another version than the one that is mended here: see whether it still needs it, and change or remove scripts/mend-dependencies.mjs.`);
  writeFileSync(`${file}.mended`, source.replace(broken, mended));
  renameSync(`${file}.mended`, file);
}
