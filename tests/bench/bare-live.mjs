// A bare server of events: every connection is kept, and one POST writes to all of them. What live connections are held against.
import { createServer } from "node:http";

const open = new Set();
createServer((request, response) => {
  if (request.method === "POST") {
    for (const each of open) each.write("event: changed\ndata:\n\n");
    return void response.end();
  }
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("retry: 3000\n\n");
  open.add(response);
  request.on("close", () => open.delete(response));
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
