import { ClosingCall } from "~/components/marketing/closing-call";
import { Hero } from "~/components/marketing/hero";
import { HowItWorks } from "~/components/marketing/how-it-works";
import { LandingFooter } from "~/components/marketing/landing-footer";
import { LandingHeader } from "~/components/marketing/landing-header";
import { ModelKinds } from "~/components/marketing/model-kinds";
import { PlanTable } from "~/components/marketing/plan-table";
import { PrivacyPromise } from "~/components/marketing/privacy-promise";
import { StyleGallery } from "~/components/marketing/style-gallery";

export default function LandingPage() {
  return (
    <>
      <LandingHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        <Hero />
        <HowItWorks />
        <StyleGallery />
        <ModelKinds />
        <PlanTable />
        <PrivacyPromise />
        <ClosingCall />
      </main>
      <LandingFooter />
    </>
  );
}
