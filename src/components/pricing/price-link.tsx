"use client";

import { useAuth } from "@clerk/nextjs";
import Link from "next/link";

import { AfterHydration } from "~/components/shell/after-hydration";
import { Button } from "~/components/ui/button";

interface PriceLinkProps {
  name: string;
  isFree: boolean;
}

/** The way to a plan: an account first; the plan page for who has one. */
export function PriceLink(props: PriceLinkProps) {
  return (
    <AfterHydration fallback={<LinkTo {...props} isSignedIn={false} />}>
      <LinkForVisitor {...props} />
    </AfterHydration>
  );
}

function LinkForVisitor(props: PriceLinkProps) {
  const { isSignedIn } = useAuth();
  return <LinkTo {...props} isSignedIn={isSignedIn === true} />;
}

function LinkTo({ name, isFree, isSignedIn }: PriceLinkProps & { isSignedIn: boolean }) {
  const words = isFree ? (isSignedIn ? "Open the studio" : "Start free") : `Choose ${name}`;
  const href = isSignedIn ? (isFree ? "/studio" : "/plan#plans") : "/sign-up";
  return (
    <Button asChild variant={isFree ? "primary" : "secondary"} className="mt-auto">
      <Link href={href}>{words}</Link>
    </Button>
  );
}
