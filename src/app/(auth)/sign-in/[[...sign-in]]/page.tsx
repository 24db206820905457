import { SignIn } from "@clerk/nextjs";
import type { Metadata } from "next";

import { AfterHydration } from "~/components/shell/after-hydration";
import { AuthFormSkeleton } from "~/components/shell/auth-form-skeleton";
import { AuthScreen } from "~/components/shell/auth-screen";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
  return (
    <AuthScreen promise="Your pictures are where you left them." picture="/landing/picture-cinematic.webp">
      <AfterHydration fallback={<AuthFormSkeleton />}>
        <SignIn
          fallback={<AuthFormSkeleton />}
          fallbackRedirectUrl="/studio"
          signUpFallbackRedirectUrl="/studio"
        />
      </AfterHydration>
    </AuthScreen>
  );
}
