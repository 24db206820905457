import { clerkMiddleware } from "@clerk/nextjs/server";
import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";

import { allowedMethods, isNeededMethod } from "~/catalog/methods";
import { readProvenId, requestIdHeader, requestProofHeader } from "~/catalog/request-proof";
import { env } from "~/env";
import { noteRefusal } from "~/log/note-refusal";
import { nonceHeader, policyOfDoors, policyOfPage } from "~/policy/content-policy";
import { readOwnOrigin } from "~/policy/read-own-origin";
import { isForeign } from "~/policy/refuse-foreign";
import { findVendorOrigins } from "~/policy/vendor-origins";

const vendors = findVendorOrigins();
const isDevelopment = env.NODE_ENV === "development";

/**
 * Tells every page and route that differs by person who is calling. It lets in whoever is no other site's page, and says what
 * a page may load; otherwise it guards nothing itself: each page and procedure says what it needs.
 *
 * With CLERK_FAPI_URL set, the browser's calls to Clerk (`/__clerk/…`) are forwarded there instead of to clerk.com.
 */
export default clerkMiddleware(
  (_, request) => answerFirst(request),
  (request) => ({
    frontendApiProxy: { enabled: env.CLERK_FAPI_URL !== undefined },
    // One Clerk instance may serve several subdomains: a session that was opened on another is none here.
    authorizedParties: [readOwnOrigin(request)],
    ...(env.CLERK_JWT_KEY !== undefined && { jwtKey: env.CLERK_JWT_KEY }),
  }),
);

async function answerFirst(request: NextRequest): Promise<NextResponse> {
  const headers = new Headers(request.headers);
  // Given here, or by our own worker in front: never a visitor's.
  const requestId = (await readProvenId(headers, env.CLERK_SECRET_KEY)) ?? crypto.randomUUID();
  const refused = { "cache-control": "no-store", [requestIdHeader]: requestId };
  if (!isNeededMethod(request.method, request.nextUrl.pathname)) {
    noteRefusal("method", requestId);
    return new NextResponse(null, { status: 405, headers: { ...refused, allow: allowedMethods } });
  }
  if (isForeign(request)) {
    noteRefusal("other-site", requestId);
    const message = "This came from another site. Open Likeness and try again there.";
    return NextResponse.json({ message }, { status: 403, headers: refused });
  }
  const nonce = makeNonce();
  const policy = isDoor(request) ? policyOfDoors : policyOfPage({ nonce, vendors, isDevelopment });
  // Next reads the nonce out of the request, and writes it on every script of the page.
  headers.set("content-security-policy", policy);
  headers.set(nonceHeader, nonce);
  headers.set(requestIdHeader, requestId);
  headers.delete(requestProofHeader);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set(requestIdHeader, requestId);
  return response;
}

function isDoor({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname.startsWith("/api/");
}

function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

export const config = {
  matcher: [
    // Pages: everything but the public ones, which are built ahead and the same for everybody (they find out in the browser
    // who is signed in, and are answered sooner without this), Next's own files, and what has the extension of a static file.
    "/((?!$|pricing$|your-data$|receipt$|_next|[^?]*\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)",
    "/(api|trpc)(.*)",
    "/__clerk/(.*)",
  ],
};
