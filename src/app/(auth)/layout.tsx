import { ClerkProvider } from "@clerk/nextjs";
import type { ReactNode } from "react";

import { clerkAppearance } from "~/components/shell/clerk-appearance";
import { readNonce } from "~/policy/read-nonce";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClerkProvider appearance={clerkAppearance} nonce={await readNonce()}>
      {children}
    </ClerkProvider>
  );
}
