"use client";

import { ClerkProvider, UserButton } from "@clerk/nextjs";
import { ShieldCheck } from "lucide-react";

import { clerkAppearance } from "./clerk-appearance";

/** Clerk in the signed-in pages: the account menu, and the session's renewal. Nothing else of them asks Clerk anything in the browser. */
export function AccountMenu() {
  return (
    <ClerkProvider appearance={clerkAppearance}>
      <UserButton appearance={{ elements: { userButtonAvatarBox: { width: "2.25rem", height: "2.25rem" } } }}>
        <UserButton.MenuItems>
          <UserButton.Link
            label="Privacy"
            href="/privacy"
            labelIcon={<ShieldCheck aria-hidden className="size-4" />}
          />
        </UserButton.MenuItems>
      </UserButton>
    </ClerkProvider>
  );
}
