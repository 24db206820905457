"use client";

import { ClerkProvider, useClerk, UserButton } from "@clerk/nextjs";
import { useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useEffect, useReducer } from "react";

import { clerkAppearance } from "./clerk-appearance";
import { forgetAtSignOut, forgetPerson } from "./forget-person";

/** Clerk in the signed-in pages: the account menu, and the session's renewal. Nothing else of them asks Clerk anything in the browser. */
export function AccountMenu() {
  useLookAgain();
  return (
    <ClerkProvider appearance={clerkAppearance}>
      <Forgetting />
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

/**
 * Draws once more when all is in place. Where Clerk's script is there already, as after signing in, a provider can be ready
 * between its first drawing and its listening, and then waits for ever for word of it (@clerk/react 6.18.0, read 2026-11-30).
 */
function useLookAgain(): void {
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(lookAgain, [lookAgain]);
}

/** Whoever sits down next finds nothing of who signed out. */
function Forgetting() {
  const clerk = useClerk();
  const queryClient = useQueryClient();
  useEffect(() => {
    forgetAtSignOut(clerk, () => {
      forgetPerson(queryClient, window.localStorage);
    });
  }, [clerk, queryClient]);
  return null;
}
