import { ApiError } from "./api-error";

interface Limits {
  /** The request field that carried the URL, for the error. */
  param: string;
  maxBytes: number;
  timeoutMs?: number;
}

/**
 * Fetches a file by the URL a request handed in, with no headers of ours, as the provider would: a private file or
 * an expired signature fails here too.
 *
 * @throws ApiError 400 naming `param` when the URL is not http(s), does not answer 200 in time, or the file is too big.
 */
export async function fetchRemote(url: string, limits: Limits): Promise<Buffer> {
  const body = await openRemote(url, limits);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of capped(body, limits)) chunks.push(chunk);
  } catch (cause) {
    throw asUnfetchable(cause, limits.param);
  }
  return Buffer.concat(chunks);
}

/** As `fetchRemote`, as a stream that ends in an error once more than `maxBytes` came. */
export async function streamRemote(url: string, limits: Limits): Promise<AsyncGenerator<Uint8Array>> {
  return capped(await openRemote(url, limits), limits);
}

async function openRemote(
  url: string,
  { param, timeoutMs = 15_000 }: Limits,
): Promise<ReadableStream<Uint8Array>> {
  if (!URL.canParse(url) || !["http:", "https:"].includes(new URL(url).protocol)) {
    throw unfetchable(param, "it is not an http(s) URL");
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch((cause: unknown) => {
    throw asUnfetchable(cause, param);
  });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw unfetchable(param, `the server answered ${String(response.status)}`);
  }
  return response.body;
}

async function* capped(
  body: ReadableStream<Uint8Array>,
  { param, maxBytes }: Limits,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw unfetchable(param, `it is larger than ${String(maxBytes)} bytes`);
    yield chunk;
  }
}

function asUnfetchable(cause: unknown, param: string): ApiError {
  if (cause instanceof ApiError) return cause;
  const reason =
    cause instanceof Error && cause.name === "TimeoutError" ? "it took too long" : "the connection failed";
  return unfetchable(param, reason);
}

function unfetchable(param: string, reason: string): ApiError {
  return new ApiError(400, `Could not fetch ${param}: ${reason}.`, { param, code: "unfetchable_url" });
}
