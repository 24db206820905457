import { auth } from "@clerk/nextjs/server";

import { httpDb } from "~/kysely/http";
import { hashAddress } from "~/server/address-of";
import { readRequestId } from "~/server/request-id";

import type { ApiContext } from "./trpc";

/** The context of one request: who is asking, by their session. */
export async function createContext(headers: Headers): Promise<ApiContext> {
  const { userId } = await auth();
  return {
    userId,
    requestId: readRequestId(headers),
    addressHash: await hashAddress(headers),
    origin: readOrigin(headers),
    readDb: httpDb(),
  };
}

function readOrigin(headers: Headers): string | null {
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) ? new URL(origin).origin : null;
}
