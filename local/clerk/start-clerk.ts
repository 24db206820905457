/**
 * Plays Clerk on loopback: the Frontend API that the browser SDK and the components talk to (through the app's
 * `/__clerk` proxy), and the Backend API that servers talk to.
 *
 * Imitates: API versions 2026-05-12 (the published OpenAPI files, MIT) to 2026-08-20 (what @clerk/clerk-js 6.40.0
 * asks for), watched on 2026-11-22 with @clerk/nextjs 7.9.17. A production instance named "Likeness", in single-session
 * mode, with e-mail and password. It sends no e-mail: the code is always 424242, and is asked for on sign-up when the
 * address contains "+verify". Serves the real browser bundles out of node_modules.
 *
 * Does not imitate: development instances (pk_test), social sign-in, phones, passkeys, second factors, organizations,
 * billing, a second address per user, bans and lockouts, rate limits, bot protection, or webhooks other than user
 * events. Errors have Clerk's codes where they were seen or are documented.
 */
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { createAdaptorServer } from "@hono/node-server";

import { createControl } from "../control";
import type { Vendor } from "../vendor";
import { createApp, withTrueMethod } from "./app";
import type { Instance } from "./instance";
import { loadKeys } from "./keys";
import { forgetIdleClients } from "./sessions";
import { settingsFrom } from "./settings";
import type { ClerkOptions } from "./settings";
import { openStore } from "./store";
import { createWebhooks } from "./webhooks";

export interface Clerk extends Vendor {
  /** For `CLERK_JWT_KEY`: tokens are then verified without a request. */
  publicKeyPem: string;
}

/**
 * Starts a local Clerk on 127.0.0.1 and takes up what the folder remembers.
 *
 * @throws Error when the port is taken, the state file is not one, or the publishable key is not pk_live.
 */
export async function startClerk(options: ClerkOptions): Promise<Clerk> {
  const settings = settingsFrom(options);
  const store = openStore(options.dir);
  let origin = "";
  const control = createControl("clerk", () => origin);
  const instance: Instance = {
    settings,
    imagesDir: join(options.dir, "images"),
    keys: loadKeys(options.dir),
    store,
    control,
    webhooks: createWebhooks(store, control, settings),
    handshakes: new Map(),
  };
  forgetIdleClients(instance);

  const app = createApp(instance);
  const server = createAdaptorServer({ fetch: (request) => app.fetch(withTrueMethod(request)) });
  // Node would end idle connections after 5 s, now and then just as a busy app sends its next request over one: let
  // the caller's side, which knows, end them.
  if ("keepAliveTimeout" in server) server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  origin = `http://localhost:${String(port)}`;
  instance.webhooks.resume();
  settings.log(`listening on ${origin}`);

  return {
    origin,
    publicKeyPem: instance.keys.publicKeyPem,
    close: async () => {
      await instance.webhooks.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      store.save();
    },
  };
}
