import type { Metadata } from "next";

import { ControlPieces } from "~/components/showcase/control-pieces";
import { FeedbackPieces } from "~/components/showcase/feedback-pieces";
import { Foundations } from "~/components/showcase/foundations";
import { FormPieces } from "~/components/showcase/form-pieces";
import { OverlayPieces } from "~/components/showcase/overlay-pieces";
import { ThemeToggle } from "~/components/shell/theme-toggle";
import { Wordmark } from "~/components/shell/wordmark";

export const metadata: Metadata = { title: "Design system" };

/** Every piece of the design system in every state. Only `npm run dev` has this page (next.config.js, pageExtensions). */
export default function DesignSystemPage() {
  return (
    <div className="page-width py-6">
      <header className="flex items-center justify-between">
        <Wordmark href="/" />
        <ThemeToggle />
      </header>
      <main id="main" className="grid gap-14 py-10">
        <div className="grid max-w-2xl gap-3">
          <h1 className="font-serif text-title">Design system</h1>
          <p className="text-lead text-muted-foreground">
            Paper and evergreen: warm neutrals that leave skin tones alone, one accent, and room for pictures.
          </p>
        </div>
        <Foundations />
        <ControlPieces />
        <FormPieces />
        <FeedbackPieces />
        <OverlayPieces />
      </main>
    </div>
  );
}
