"use client";

import { UserButton } from "@clerk/nextjs";
import { ShieldCheck } from "lucide-react";

import { AfterHydration } from "./after-hydration";

/** The account menu. Its place is kept while Clerk's script loads. */
export function AccountButton() {
  return (
    <div className="grid size-9 place-items-center rounded-full bg-secondary">
      <AfterHydration fallback={null}>
        <UserButton
          appearance={{ elements: { userButtonAvatarBox: { width: "2.25rem", height: "2.25rem" } } }}
        >
          <UserButton.MenuItems>
            <UserButton.Link
              label="Privacy"
              href="/privacy"
              labelIcon={<ShieldCheck aria-hidden className="size-4" />}
            />
          </UserButton.MenuItems>
        </UserButton>
      </AfterHydration>
    </div>
  );
}
