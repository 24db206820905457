import { DocumentLink } from "../shell/document-link";
import { Wordmark } from "../shell/wordmark";
import { sections } from "./sections";

/** The foot of the landing page, with where its pictures come from. */
export function LandingFooter() {
  return (
    <footer className="border-t">
      <div className="page-width grid gap-8 py-12">
        <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-6">
          <Wordmark href="/" />
          <nav aria-label="Footer" className="-mx-3 flex flex-wrap">
            {sections.map(({ id, label }) => (
              <a key={id} href={`/#${id}`} className={linkClasses}>
                {label}
              </a>
            ))}
            <DocumentLink href="/pricing" className={linkClasses}>
              Pricing
            </DocumentLink>
            <DocumentLink href="/your-data" className={linkClasses}>
              Your data
            </DocumentLink>
            <DocumentLink href="/receipt" className={linkClasses}>
              Check a receipt
            </DocumentLink>
            <DocumentLink href="/sign-in" className={linkClasses}>
              Sign in
            </DocumentLink>
          </nav>
        </div>
        <p className="max-w-prose text-sm text-muted-foreground">
          Every picture on these pages was made by Likeness running whole on one machine, where a local
          preview stands in for FLUX, from drawn photos of a person who does not exist.
        </p>
      </div>
    </footer>
  );
}

const linkClasses =
  "focus-ring text-muted-foreground hover:text-foreground inline-flex min-h-11 items-center rounded-lg px-3 text-sm transition-colors";
