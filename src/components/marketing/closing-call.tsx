import { DocumentLink } from "../shell/document-link";
import { Button } from "../ui/button";
import { photoNames } from "./photo-names";
import { LandingPicture } from "./landing-picture";

/** The last word, and the way in. */
export function ClosingCall() {
  return (
    <section aria-labelledby="closing-title" className="page-width py-16 sm:py-24">
      <div className="overflow-hidden rounded-3xl bg-primary text-primary-foreground dark:bg-accent dark:text-foreground">
        <div className="grid justify-items-center gap-6 px-6 pt-14 pb-12 text-center sm:pt-20">
          <h2 id="closing-title" className="max-w-xl font-serif text-title">
            You have the photos already. They are on your phone.
          </h2>
          <Button
            asChild
            size="lg"
            className="bg-background text-foreground hover:bg-secondary dark:bg-primary dark:text-primary-foreground dark:hover:bg-primary-hover"
          >
            <DocumentLink href="/sign-up">Make three pictures free</DocumentLink>
          </Button>
        </div>
        <div aria-hidden className="-mb-8 flex justify-center gap-2 sm:gap-3">
          {photoNames.map((name) => (
            <LandingPicture key={name} name={name} alt="" className="w-20 shrink-0 rounded-lg sm:w-28" />
          ))}
        </div>
      </div>
    </section>
  );
}
