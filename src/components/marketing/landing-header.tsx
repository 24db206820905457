import { DocumentLink } from "../shell/document-link";
import { SkipLink } from "../shell/skip-link";
import { ThemeToggle } from "../shell/theme-toggle";
import { Wordmark } from "../shell/wordmark";
import { EntryLinks } from "./entry-links";
import { sections } from "./sections";

/** The header of the pages for visitors. Its links lead to the parts of the landing page, also from elsewhere. */
export function LandingHeader() {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-40 bg-background/95">
        <div className="page-width flex h-16 items-center gap-2">
          <Wordmark href="/" className="mr-auto" />
          <nav aria-label="Main" className="mr-4 hidden items-center gap-1 lg:flex">
            {sections.map(({ id, label }) => (
              <a
                key={id}
                href={`/#${id}`}
                className="rounded-lg px-3 py-2 text-sm font-medium text-muted-foreground focus-ring transition-colors hover:text-foreground"
              >
                {label}
              </a>
            ))}
            <DocumentLink
              href="/pricing"
              className="rounded-lg px-3 py-2 text-sm font-medium text-muted-foreground focus-ring transition-colors hover:text-foreground"
            >
              Pricing
            </DocumentLink>
          </nav>
          <ThemeToggle />
          <EntryLinks />
        </div>
      </header>
    </>
  );
}
