import { createClerkClient } from "@clerk/backend";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { genUploader } from "uploadthing/client";

import type { AppRouter } from "~/server/api/root";
import type { UploadRouter } from "~/server/photos/upload-router";
import { NodeXmlHttpRequest } from "~/local/uploadthing/testing/xml-http-request";

import type { Person } from "../../fixtures/people";

/** What a person's browser does, without the browser: their session, the API, the doors for files. */
export async function openApi(origin: string, person: Pick<Person, "id">) {
  const clerk = createClerkClient({
    secretKey: process.env["CLERK_SECRET_KEY"] ?? "",
    apiUrl: process.env["CLERK_API_URL"] ?? "",
  });
  const session = await clerk.sessions.createSession({ userId: person.id });
  /** A token lives for a minute, so each request has its own. */
  const headers = async () => {
    const { jwt } = await clerk.sessions.getToken(session.id);
    return { authorization: `Bearer ${jwt}`, origin, "sec-fetch-site": "same-origin" };
  };

  // The SDK for browsers says `new XMLHttpRequest()`.
  Object.assign(globalThis, { XMLHttpRequest: NodeXmlHttpRequest });
  const uploader = genUploader<UploadRouter>({ url: `${origin}/api/uploadthing`, fetch });
  const trpc = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, transformer: superjson, headers })],
  });
  return {
    trpc,
    upload: async (modelId: string, files: File[]) => {
      for (const file of files) {
        const [uploaded] = await uploader.uploadFiles("photo", {
          files: [file],
          input: { modelId, measures: null },
          headers: await headers(),
        });
        // As a browser sees it: src/components/uploads/upload-photo.ts.
        const taken: object | null | undefined = uploaded?.serverData;
        if (!taken) throw new Error("The server did not take this photo");
      }
    },
  };
}

export type Api = Awaited<ReturnType<typeof openApi>>;

/** Whether the product itself said no, which asking again does not change; anything else never reached it, or fell on the way. */
export function isRefusal(error: unknown): error is Error {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return false;
  return typeof data.httpStatus === "number" && data.httpStatus < 500;
}
