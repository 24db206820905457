"use client";

import { useAuth } from "@clerk/nextjs";
import Link from "next/link";

import { AfterHydration } from "../shell/after-hydration";
import { Button } from "../ui/button";

/** The way in, at the end of the header: sign in or start; the studio for who is signed in already. */
export function EntryLinks() {
  return (
    <AfterHydration fallback={<SignedOutLinks />}>
      <LinksForVisitor />
    </AfterHydration>
  );
}

function LinksForVisitor() {
  const { isSignedIn } = useAuth();
  if (isSignedIn !== true) return <SignedOutLinks />;
  return (
    <Button asChild>
      <Link href="/studio">Open the studio</Link>
    </Button>
  );
}

function SignedOutLinks() {
  return (
    <>
      <Button asChild variant="ghost" className="max-sm:px-3">
        <Link href="/sign-in">Sign in</Link>
      </Button>
      <Button asChild className="max-sm:hidden">
        <Link href="/sign-up">Start free</Link>
      </Button>
    </>
  );
}
