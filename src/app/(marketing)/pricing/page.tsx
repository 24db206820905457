import type { Metadata } from "next";

import { LandingFooter } from "~/components/marketing/landing-footer";
import { LandingHeader } from "~/components/marketing/landing-header";
import { PlanComparison } from "~/components/pricing/plan-comparison";
import { PriceCards } from "~/components/pricing/price-cards";
import { PricingQuestions } from "~/components/pricing/pricing-questions";

export const metadata: Metadata = {
  title: "Pricing",
  description: "Four plans, one rule: one credit, one picture. Start on Free, without a card.",
};

export default function PricingPage() {
  return (
    <>
      <LandingHeader />
      <main id="main" tabIndex={-1} className="grid gap-16 pb-20 outline-none sm:gap-24">
        <div className="page-width grid gap-10 pt-10 sm:gap-14 sm:pt-16">
          <div className="grid max-w-2xl gap-4">
            <h1 className="font-serif text-display">One credit, one picture</h1>
            <p className="text-lead text-muted-foreground">
              Start on Free, without a card. Pay by the month when you want more, and leave when you like:
              your pictures stay yours.
            </p>
          </div>
          <PriceCards />
        </div>
        <PlanComparison />
        <PricingQuestions />
      </main>
      <LandingFooter />
    </>
  );
}
