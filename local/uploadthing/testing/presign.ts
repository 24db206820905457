import { sign } from "../sign";
import { app } from "./start-app";

let count = 0;

/** A presigned URL as the SDK makes it; `data` overrides or removes (null) its parameters. */
export function presign(origin: string, data: Record<string, string | number | null> = {}) {
  const { key = `contract-key-${Date.now()}-${String(count++)}`, expires, ...rest } = data;
  const url = new URL(`${origin}/${key}`);
  url.searchParams.append("expires", String(expires ?? Date.now() + 3_600_000));
  const given: Record<string, string | number | null> = {
    identifier: app.appId,
    "file-name": "me.jpg",
    "file-size": 3,
    "file-type": "image/jpeg",
    "content-disposition": "inline",
    acl: "private",
    ...rest,
  };
  for (const [name, value] of Object.entries(given)) {
    if (value !== null) url.searchParams.append(`x-ut-${name}`, encodeURIComponent(value));
  }
  url.searchParams.append("signature", sign(url.href, app.apiKey));
  return { key: String(key), url: url.href };
}
