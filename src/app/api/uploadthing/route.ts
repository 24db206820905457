import { auth } from "@clerk/nextjs/server";
import type { NextRequest } from "next/server";
import { createRouteHandler } from "uploadthing/next";

import { env } from "~/env";
import { sharedDb } from "~/kysely/shared";
import { noteRefusal } from "~/log/note-refusal";
import { answerDoor } from "~/server/answer-door";
import { uploadRouter } from "~/server/photos/upload-router";
import { refuseTooOften } from "~/server/rates/refuse-too-often";
import { currentRequestId } from "~/server/request-id";

const handlers = createRouteHandler({
  router: uploadRouter,
  config: { token: env.UPLOADTHING_TOKEN, logLevel: "Warning" },
});

export const { GET } = handlers;

export function POST(request: NextRequest): Promise<Response> {
  return answerDoor(request, async () => (await refuseStart(request)) ?? take(request));
}

async function take(request: NextRequest): Promise<Response> {
  const response = await handlers.POST(request);
  // The SDK checks the signature of storage's own calls, and says 400 to whoever has none.
  if (response.status === 400 && request.headers.has("uploadthing-hook")) {
    noteRefusal("signature", currentRequestId());
  }
  return response;
}

/** A browser asks where to send its photos; the other calls are storage's own, signed. */
async function refuseStart({ nextUrl, headers }: NextRequest): Promise<Response | undefined> {
  if (nextUrl.searchParams.get("actionType") !== "upload") return undefined;
  const { userId } = await auth();
  return refuseTooOften(sharedDb(), { what: "upload", userId, headers });
}
