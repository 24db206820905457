import { SignUp } from "@clerk/nextjs";
import type { Metadata } from "next";

import { AfterHydration } from "~/components/shell/after-hydration";
import { AuthFormSkeleton } from "~/components/shell/auth-form-skeleton";
import { AuthScreen } from "~/components/shell/auth-screen";

export const metadata: Metadata = { title: "Create your account" };

export default function SignUpPage() {
  return (
    <AuthScreen
      promise="Three pictures are on us. No card, no trial that runs out."
      picture="/landing/picture-portrait-studio.webp"
    >
      <AfterHydration fallback={<AuthFormSkeleton />}>
        <SignUp
          fallback={<AuthFormSkeleton />}
          fallbackRedirectUrl="/studio"
          signInFallbackRedirectUrl="/studio"
        />
      </AfterHydration>
    </AuthScreen>
  );
}
