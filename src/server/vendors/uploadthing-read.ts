/**
 * What reads files, apart from what stores them: this is rendered, and the API's half of the SDK (uploadthing/server) brings the
 * whole of effect, a tenth of the worker. The SDK signs with the function that is asked here (@uploadthing/shared).
 */
import { generateSignedURL } from "@uploadthing/shared";
import * as Micro from "effect/Micro";
import * as Redacted from "effect/Redacted";
import * as z from "zod";

import { env } from "~/env";
import { Failure } from "~/server/errors";
import { withSpan } from "~/server/telemetry/measure";

import { fetchWithin } from "./fetch-within";

/** Long enough for a page to load an image, too short to be passed on. */
export const VIEW_SECONDS = 60;
/** Long enough for a provider to fetch a file within one job. */
export const PROVIDER_SECONDS = 60 * 60;

const FETCH_TIMEOUT_MS = 30_000;

/** What UPLOADTHING_TOKEN holds, as far as an address needs it: base64 of JSON (the SDK's source, 7.7.4). */
const Token = z.object({ apiKey: z.string().startsWith("sk_"), appId: z.string().min(1) });

/** An address that serves one private file for a while. Made here, without asking storage. */
export async function signFileUrl(key: string, expiresInSeconds: number): Promise<string> {
  const { apiKey, appId } = readToken();
  const { protocol, host } = fileHost();
  const isInPath = env.UPLOADTHING_UFS_APP_ID_LOCATION === "path";
  const address = isInPath
    ? `${protocol}//${host}/a/${appId}/${key}`
    : `${protocol}//${appId}.${host}/f/${key}`;
  const signed = generateSignedURL(address, Redacted.make(apiKey), { ttlInSeconds: expiresInSeconds });
  return Micro.runPromise(signed);
}

/** Opens a stored file for reading. @throws Failure NOT_FOUND when it is gone, VENDOR_BUSY when storage does not answer. */
export async function openFile(key: string): Promise<Response> {
  return withSpan("uploadthing open-file", {}, () => open(key));
}

async function open(key: string): Promise<Response> {
  const url = await signFileUrl(key, VIEW_SECONDS);
  const init = { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) };
  const response = await fetchWithin(url, isStorage, init).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure("VENDOR_BUSY", "The photo storage did not answer.", { cause });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status === 404) throw new Failure("NOT_FOUND", "This file is gone.");
  throw new Failure("VENDOR_BUSY", `The photo storage answered ${response.status}.`);
}

function isStorage({ protocol, host }: URL): boolean {
  const files = fileHost();
  return protocol === files.protocol && (host === files.host || host.endsWith(`.${files.host}`));
}

/** Where files lie: UploadThing's host, or one below it, or the front that plays it. */
function fileHost(): { protocol: "http:" | "https:"; host: string } {
  const host = env.UPLOADTHING_UFS_HOST ?? "ufs.sh";
  return { protocol: host.includes("local") ? "http:" : "https:", host }; // the SDK's own rule (7.7.4)
}

function readToken(): z.infer<typeof Token> {
  return Token.parse(JSON.parse(atob(env.UPLOADTHING_TOKEN)));
}
