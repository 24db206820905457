"use client";

import { PageHeader } from "~/components/shell/page-header";

import { GenerateBar } from "./generate-bar";
import { PacksButton } from "./packs/packs-button";
import { Results } from "./results";
import { StudioForm } from "./studio-form";
import { useGenerate } from "./use-generate";
import { useStudio } from "./use-studio";

/** The studio: say what to make on one side, watch it appear on the other. */
export function Studio(wanted: {
  modelId: string | undefined;
  againPictureId: string | undefined;
  isNextSeed: boolean;
}) {
  const studio = useStudio(wanted);
  const press = useGenerate(studio);

  return (
    <>
      <PageHeader title="Studio" className="sm:mb-8" actions={<PacksButton studio={studio} />} />
      <div className="grid items-start gap-10 lg:grid-cols-[24rem_minmax(0,1fr)] xl:grid-cols-[26rem_minmax(0,1fr)]">
        <form
          aria-label="New pictures"
          className="grid gap-6 lg:sticky lg:top-24 lg:max-h-[calc(100dvh-12rem)] lg:overflow-y-auto lg:px-1"
          onSubmit={(event) => {
            event.preventDefault();
            press.generate();
          }}
        >
          <StudioForm
            studio={studio}
            problems={press.problems}
            onEdit={() => press.setProblems({})}
            onSubmit={press.generate}
          />
          <GenerateBar
            studio={studio}
            isPending={press.isPending}
            failure={press.failure}
            isAboutPlan={press.isAboutPlan}
          />
        </form>
        <Results />
      </div>
    </>
  );
}
