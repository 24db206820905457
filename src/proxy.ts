import { clerkMiddleware } from "@clerk/nextjs/server";

import { env } from "~/env";

/**
 * Tells every page and route that differs by person who is calling. It guards nothing itself: each page and procedure says what it needs.
 *
 * With CLERK_FAPI_URL set, the browser's calls to Clerk (`/__clerk/…`) are forwarded there instead of to clerk.com.
 */
export default clerkMiddleware({
  frontendApiProxy: { enabled: env.CLERK_FAPI_URL !== undefined },
  ...(env.CLERK_JWT_KEY !== undefined && { jwtKey: env.CLERK_JWT_KEY }),
});

export const config = {
  matcher: [
    // Pages: everything but the public ones, which are built ahead and the same for everybody (they find out in the browser
    // who is signed in, and are answered sooner without this), Next's own files, and what has the extension of a static file.
    "/((?!$|pricing$|your-data$|_next|[^?]*\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)",
    "/(api|trpc)(.*)",
    "/__clerk/(.*)",
  ],
};
