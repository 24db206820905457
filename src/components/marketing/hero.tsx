import { ArrowRight } from "lucide-react";

import { photoRules } from "~/catalog/photo-rules";

import { DocumentLink } from "../shell/document-link";
import { Button } from "../ui/button";
import { HeroPictures } from "./hero-pictures";

/** The promise, and the pictures that keep it. */
export function Hero() {
  return (
    <section className="page-width grid items-center gap-x-14 gap-y-14 pt-10 pb-16 sm:pt-16 sm:pb-24 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.08fr)] lg:pt-14">
      <div className="grid gap-6">
        <h1 className="font-serif text-display">Pictures of you that were never taken.</h1>
        <p className="max-w-xl text-lead text-muted-foreground">
          Upload {photoRules.minCount} to {photoRules.maxCount} photos of yourself. Likeness makes a FLUX
          model of your own from them, and then the picture of you that you put into words.
        </p>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button asChild size="lg">
            <DocumentLink href="/sign-up">
              Make three pictures free
              <ArrowRight aria-hidden />
            </DocumentLink>
          </Button>
          <Button asChild size="lg" variant="secondary">
            <a href="#how">See how it works</a>
          </Button>
        </div>
        <p className="text-sm text-muted-foreground">
          No card. Private from the first photo, and deletable for good.
        </p>
      </div>
      <HeroPictures />
    </section>
  );
}
