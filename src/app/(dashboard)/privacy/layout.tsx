import { ClerkProvider } from "@clerk/nextjs";
import type { ReactNode } from "react";

import { clerkAppearance } from "~/components/shell/clerk-appearance";
import { readNonce } from "~/policy/read-nonce";

/** Deleting an account ends its session in the browser too, which the other signed-in pages leave to the account menu. */
export default async function PrivacyLayout({ children }: { children: ReactNode }) {
  return (
    <ClerkProvider appearance={clerkAppearance} nonce={await readNonce()}>
      {children}
    </ClerkProvider>
  );
}
