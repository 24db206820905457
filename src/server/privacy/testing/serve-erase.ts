import http from "node:http";

import { neonConfig } from "@neondatabase/serverless";
import { serve } from "inngest/node";
import ws from "ws";

import { inngest } from "~/inngest/client";
import { erase } from "~/inngest/functions/erase";

import "~/local/preload/register.mjs";

neonConfig.webSocketConstructor = ws;

/** Serves the erasure alone, as a process that a test can kill. Its port is the only argument. */
const port = Number(process.argv[2]);
http.createServer(serve({ client: inngest, functions: [erase] })).listen(port, "127.0.0.1", () => {
  process.stdout.write(`listening on ${port}\n`);
});
