import type { ReactNode } from "react";

import { SkipLink } from "./skip-link";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

interface AuthScreenProps {
  /** The words over the picture. */
  promise: string;
  /** A file in /public. */
  picture: string;
  children: ReactNode;
}

/** Signing in and up: Clerk's form beside a picture, the form alone on phones. */
export function AuthScreen({ promise, picture, children }: AuthScreenProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1fr_minmax(0,46%)]">
      <SkipLink />
      <div className="flex flex-col px-4 py-5 sm:px-8 sm:py-6">
        <header className="flex items-center justify-between">
          <Wordmark href="/" />
          <ThemeToggle />
        </header>
        <main id="main" className="m-auto flex min-h-120 items-center py-8">
          {children}
        </main>
      </div>
      <aside className="relative hidden lg:block">
        <div className="absolute inset-3 isolate overflow-hidden rounded-2xl bg-secondary">
          {/* eslint-disable-next-line @next/next/no-img-element -- a WebP of ours at its size: no optimiser, nor its script */}
          <img src={picture} alt="" className="absolute inset-0 size-full object-cover" />
          <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-black/75 to-transparent p-10 pt-40">
            <p className="max-w-md font-serif text-title text-white">{promise}</p>
          </div>
        </div>
      </aside>
    </div>
  );
}
