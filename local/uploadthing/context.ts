import type { HttpBindings } from "@hono/node-server";
import type { Control } from "../control";
import type { Callbacks } from "./callbacks";
import type { FileStore } from "./file-store";

/** What every part of the local UploadThing shares. */
export interface Context {
  appId: string;
  apiKey: string;
  /** Where it listens; known once it does. */
  origin: () => string;
  files: FileStore;
  callbacks: Callbacks;
  control: Control;
  log: (line: string) => void;
}

/** Hono's view of a request, with Node's own beneath it. */
export interface Env {
  Bindings: HttpBindings;
}

/** The addresses of a file as the vendor hands them out, unsigned. */
export function addressesOf({ origin, appId }: Pick<Context, "origin" | "appId">, key: string) {
  const ufsUrl = `${origin()}/a/${appId}/${key}`;
  return { url: `${origin()}/f/${key}`, appUrl: ufsUrl, ufsUrl };
}
