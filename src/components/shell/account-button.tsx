"use client";

import { UserButton } from "@clerk/nextjs";

import { AfterHydration } from "./after-hydration";

/** The account menu. Its place is kept while Clerk's script loads. */
export function AccountButton() {
  return (
    <div className="grid size-9 place-items-center rounded-full bg-secondary">
      <AfterHydration fallback={null}>
        <UserButton
          appearance={{ elements: { userButtonAvatarBox: { width: "2.25rem", height: "2.25rem" } } }}
        />
      </AfterHydration>
    </div>
  );
}
