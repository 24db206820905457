import type { ReactNode } from "react";

import { Wordmark } from "./wordmark";

interface MessagePageProps {
  title: string;
  /** What happened and what to do. */
  children: ReactNode;
  actions: ReactNode;
  /** Small print: a request id to quote. */
  footnote?: ReactNode;
}

/** A whole page that says one thing: not found, went wrong. */
export function MessagePage({ title, children, actions, footnote }: MessagePageProps) {
  return (
    <div className="page-width flex min-h-dvh flex-col py-6">
      <header className="self-start">
        <Wordmark href="/" />
      </header>
      <main id="main" className="m-auto grid max-w-lg justify-items-center gap-5 py-16 text-center">
        <h1 className="font-serif text-title">{title}</h1>
        <div className="text-lead text-muted-foreground">{children}</div>
        <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div>
        {footnote && <p className="text-xs text-muted-foreground tabular-nums">{footnote}</p>}
      </main>
    </div>
  );
}
