import { auth } from "@clerk/nextjs/server";

import { httpDb } from "~/kysely/http";
import { newId } from "~/server/new-id";

import type { ApiContext } from "./trpc";

/** The context of one request: who is asking, by their session. */
export async function createContext(headers: Headers): Promise<ApiContext> {
  const { userId } = await auth();
  return {
    userId,
    requestId: newId(),
    addressHash: await hashAddress(headers),
    origin: readOrigin(headers),
    readDb: httpDb(),
  };
}

function readOrigin(headers: Headers): string | null {
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) ? new URL(origin).origin : null;
}

/** The first hop is the client; a hash is kept, not the address. */
async function hashAddress(headers: Headers): Promise<string | null> {
  const address = headers.get("x-forwarded-for")?.split(",")[0]?.trim();
  if (!address) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`likeness:${address}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
