import Link from "next/link";
import type { ReactNode } from "react";

import { CreditBalance } from "~/components/account/credit-balance";

import { AccountButton } from "./account-button";
import { HeaderNav } from "./header-nav";
import { SkipLink } from "./skip-link";
import { TabBar } from "./tab-bar";
import { ThemeToggle } from "./theme-toggle";
import { Wordmark } from "./wordmark";

/** What surrounds every signed-in page: header, navigation, balance, account. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-40 border-b bg-background/95">
        <div className="page-width flex h-15 items-center gap-3 sm:h-16">
          <Wordmark as={Link} href="/studio" className="mr-auto md:mr-5" />
          <HeaderNav />
          <div className="flex items-center gap-1.5 sm:gap-2.5 md:ml-auto">
            <CreditBalance />
            <ThemeToggle />
            <AccountButton />
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="page-width pt-6 pb-[calc(6.5rem+env(safe-area-inset-bottom))] outline-none sm:pt-10 md:pb-20"
      >
        {children}
      </main>
      <TabBar />
    </>
  );
}
