import { writeLine } from "~/log/write-line";
import type { ProductEvent } from "~/server/telemetry/tell";

const TIMEOUT_MS = 5_000;

/**
 * Sends a handful of named events to PostHog (its docs, "Capture API"): that somebody has a picture or a model more, and
 * of which kind. People are a hash, and no profile is made of them.
 */
export function tellPosthog(key: string, host: string): (event: ProductEvent) => void {
  const url = new URL("/i/v0/e/", host);
  return ({ event, userId, facts }) => {
    void hash(`${key}:${userId}`)
      .then((distinctId) =>
        fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            api_key: key,
            event,
            distinct_id: distinctId,
            properties: { ...facts, $process_person_profile: false, $geoip_disable: true },
            timestamp: new Date().toISOString(),
          }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        }),
      )
      .catch(() => writeLine({ level: "warn", message: "PostHog was not reached." }));
  };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("hex");
}
