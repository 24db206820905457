import type { NextRequest } from "next/server";

import { sharedDb } from "~/kysely/shared";
import { Failure } from "~/server/errors";
import { ensureUser } from "~/server/users/ensure-user";
import { readUserEvent } from "~/server/vendors/clerk";

export async function POST(request: NextRequest): Promise<Response> {
  try {
    const event = await readUserEvent(request);
    if (event.kind === "kept") await ensureUser(sharedDb(), event);
    return Response.json({ ok: true });
  } catch (error) {
    if (error instanceof Failure) return Response.json({ error: error.message }, { status: 401 });
    throw error;
  }
}
