import { auth } from "@clerk/nextjs/server";
import type { NextRequest } from "next/server";
import { createRouteHandler } from "uploadthing/next";

import { env } from "~/env";
import { sharedDb } from "~/kysely/shared";
import { answerDoor } from "~/server/answer-door";
import { uploadRouter } from "~/server/photos/upload-router";
import { refuseTooOften } from "~/server/rates/refuse-too-often";

const handlers = createRouteHandler({
  router: uploadRouter,
  config: { token: env.UPLOADTHING_TOKEN, logLevel: "Warning" },
});

export const { GET } = handlers;

export function POST(request: NextRequest): Promise<Response> {
  return answerDoor(request, async () => (await refuseStart(request)) ?? handlers.POST(request));
}

/** A browser asks where to send its photos; the other calls are storage's own, signed. */
async function refuseStart({ nextUrl, headers }: NextRequest): Promise<Response | undefined> {
  if (nextUrl.searchParams.get("actionType") !== "upload") return undefined;
  const { userId } = await auth();
  return refuseTooOften(sharedDb(), { what: "upload", userId, headers });
}
